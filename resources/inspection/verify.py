"""Check the log of a Webcare Desk with Python's standard library alone.

    python3 verify.py KEY WHAT [ANCHOR]...

KEY is the public key that you were handed, or its file. WHAT is an exported log
(.jsonl), the folder of an unpacked inspection package, or a copy of a desk's
database (with its -wal beside it); nothing is ever written to it. An ANCHOR is any
file with a signed head that somebody else has kept: a mail, a packet.json, a text.
Exit code: 0 it holds, 1 it does not (the first flaw is named), 2 it was not checked.
"""

import base64
import contextlib
import email
import hashlib
import json
import re
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

NOTE = re.compile(
    r"([!-~](?:[ -~]{0,198}[!-~])?)\n(0|[1-9][0-9]{0,15})\n([0-9A-Za-z+/=]{44})\n\n"
    r"— ([!-*,-~]{1,120}) ([0-9A-Za-z+/=]{92})\n"
)
BATCHED = ("text", "author", "thread", "comment", "revision", "assessment")
#: Each table with personal text: its name, and the columns that stand in the log by digest.
PERSONAL = """fact value; document body; text body; author remote name; thread remote title;
comment remote parent link; revision findings rules; escalation pv_reference; delivery receipt;
moderator login name password; source cursor; coverage problem; signing_key sealed;
signature name signed; request payload reason; review conclusion; review_hit remark;
quality_check remark; deviation title cause effect; measure what result; hold words; move link;
anchor note evidence; case_version reason; case_answer report pv_reference words problems;
reconciliation pv_name; discrepancy ours theirs words;
correction weights; original posts text_hash picture_hash"""
UNNAMED = """an anchor is signed by another key than the entries name for its time: they were \
cut, or an older copy was put back and worked on; or it is not of this desk"""
SEARCH = """CREATE TEMP VIEW body AS SELECT id, body FROM main.text WHERE salt <> x'';
CREATE VIRTUAL TABLE temp.search USING fts5(
  body, tokenize='unicode61 remove_diacritics 2', content='body', content_rowid='id')"""
encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False).encode


class Flaw(Exception):
    """What does not hold, as a sentence that names the first bad entry."""


def need(holds, sentence):
    """Go on only if the check holds."""
    if not holds:
        raise Flaw(sentence)


def sha256(*parts):
    """Return the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(b"".join(parts)).hexdigest()


# Ed25519: RFC 8032 §5.1, in extended coordinates.
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(p, q):
    """Return the sum of two points of the curve."""
    a, b = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0])
    c, d = 2 * p[3] * q[3] * D, 2 * p[2] * q[2]
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    """Return `number` times `point`."""
    result = (0, 1, 1, 0)
    while number:
        result = add(result, point) if number & 1 else result
        number, point = number >> 1, add(point, point)
    return result


def point_of(data):
    """Return the point that 32 bytes stand for."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * pow(2, (P - 1) // 4, P) % P
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P


def is_signed(public, message, signature):
    """Say whether the owner of the key `public` signed `message`."""
    scalar = int.from_bytes(signature[32:], "little")
    need(scalar < ORDER, "a signature is not in its one spelling")
    digest = hashlib.sha512(signature[:32] + public + message).digest()
    x, y, z, t = times(int.from_bytes(digest, "little") % ORDER, point_of(public))
    base = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    x, y, z, t = add(times(scalar, base), (P - x, y, z, P - t))
    inverse = pow(z, P - 2, P)
    found = y * inverse % P | (x * inverse % P & 1) << 255
    return found.to_bytes(32, "little") == signature[:32]


def key_of(vkey):
    """Return name and key of a public key as C2SP spells it, `name+id+base64`."""
    is_key = re.fullmatch(r"[^+]+\+[^+]+\+[0-9A-Za-z+/]{44}", vkey)
    need(is_key, "this is no public key: KEY comes first")
    name, _, text = vkey.split("+", 2)
    key = base64.b64decode(text)[1:]
    need(len(key) == 32 and vkey == spelled(name, key), "the public key is damaged")
    return name, key


def spelled(name, key):
    """Return a public key as C2SP spells it."""
    key_id = sha256(name.encode(), b"\n\1", key)[:8]
    return f"{name}+{key_id}+{base64.b64encode(bytes([1, *key])).decode()}"


def head_text(origin, size, root):
    """Return what is signed of a head: a C2SP tlog-checkpoint."""
    return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n"


def opened(note, name, key, other):
    """Return size and root of a head that this very key signed; `other` tells of another key."""
    found = NOTE.fullmatch(note)
    need(found, "there is no signed head where one must be")
    root, signed = base64.b64decode(found[3]), base64.b64decode(found[5])
    text = head_text(found[1], found[2], root)
    spelling = f"{text}\n— {found[4]} {base64.b64encode(signed).decode()}\n"
    need(note == spelling, "a signed head is not in its one spelling")
    need(found[1] == name, "a signed head is of another log")
    key_id = spelled(name, key).split("+")[1]
    need((found[4], signed[:4].hex()) == (name, key_id), other)
    need(is_signed(key, text.encode(), signed[4:]), "the signature of a head is wrong")
    return int(found[2]), root


def lines_of(path):
    """Yield the lines of a file, each without its end; one that was cut loses a letter more."""
    with path.open("rb") as file:
        yield from (line[:-1] for line in file)


def strict(line, what):
    """Return what canonical JSON says: it has one spelling, and no reader differs on it."""

    def exact(number):
        need(abs(int(number)) < 2**53, f"{what} has the number {number}")
        return int(number)

    said = json.loads(line, parse_float=exact, parse_int=exact)
    need(encode(said).encode() == line, f"{what} is not written as the desk writes")
    return said


class Log:
    """The log as far as it was read: entries under one Merkle tree (RFC 6962).

    `texts` has the digest of each row of personal text, None once it was erased.
    """

    def __init__(self, vkey, anchors):
        """Begin with no entry; `anchors` are signed heads that others kept."""
        self.size, self.hidden, self.signed, self.peaks = 0, 0, 0, []
        self.last, self.at, self.manifests = "0" * 64, 0, set()
        self.texts, self.batches, self.remarks = {}, [], []
        self.name, self.key = self.registered = key_of(vkey)
        self.next, self.epoch, self.unknown = self.key, 0, ""
        self.anchors = sorted(((int(note.split("\n")[1]), note) for note in anchors), reverse=True)

    def root(self):
        """Return the root of the tree."""
        node = self.peaks[-1] if self.peaks else hashlib.sha256().digest()
        for peak in self.peaks[-2::-1]:
            node = hashlib.sha256(b"\1" + peak + node).digest()
        return node

    def push(self, node, height=0):
        """Add a leaf, or the subtree of 2**height entries that are not shown."""
        size, self.key = self.size >> height, self.next
        need(size << height == self.size, f"entry {self.size}: a subtree is out of place")
        while size & 1:
            node, size = hashlib.sha256(b"\1" + self.peaks.pop() + node).digest(), size >> 1
        self.peaks.append(node)
        self.size += 1 << height
        while self.anchors and self.anchors[-1][0] <= self.size:
            size, note = self.anchors.pop()
            seen = size == self.size
            place = f"entry {size - 1}, or one before it"
            held = not seen or self.opened(note, f"{place}: {UNNAMED}") == (size, self.root())
            need(held, f"{place}: the log is not that of an anchor")
            lies = "is met" if seen else "CANNOT BE CHECKED: entries around it are not shown"
            self.remarks.append(f"the anchor of {size} entries {lies}")

    def entry(self, seq, leaf, columns=None):
        """Check an entry, and learn what it says; `columns` are those beside it."""
        fields = strict(leaf, f"entry {seq}")
        need(self.size == seq == fields["seq"], f"entry {self.size} is missing")
        need(fields["v"] in {1, 2}, f"entry {seq} is of a version that is not known here")
        follows = self.last in {"", fields["prev"]}
        need(follows, f"entry {seq} does not follow the one before it: one of the two was changed")
        held = tuple(fields[name] for name in ("at", "actor", "action", "subject"))
        need(columns in {None, held}, f"entry {seq} is found under other words than it holds")
        back = fields.get("clock_back_us", 0)
        told = self.at is None or back == max(0, self.at - fields["at"])
        need(told, f"entry {seq} does not say how far the clock went back before it")
        if back:
            self.remarks.append(f"the clock went back {back / 1e6:.6f} s before entry {seq}")
        for table, key, changed in fields["changes"]:
            if "~" in changed:
                self.texts[table, key] = changed["~"][1]
        detail = fields["detail"]
        self.manifests.add(detail.get("manifest"))
        if "batch" in detail:
            self.batches.append((seq, detail))
        digest = hashlib.sha256(b"\0" + leaf)
        self.last, self.at = digest.hexdigest(), fields["at"]
        before = self.root() if fields["action"] == "rotate-key" else b""
        self.push(digest.digest())
        if before:
            self.rotate(before, **detail)
        if fields["action"] == "continue-after-fork":
            self.fork(detail["origin"], bytes.fromhex(detail["key"]))

    def rotate(self, root, epoch, key, signature_r, signature_s):
        """Take the next key, if the key in force signed it; `root` is that of the log before."""
        named = f"epoch {epoch} {spelled(self.name, bytes.fromhex(key))}\n"
        text = head_text(self.name, self.size - 1, root) + named
        signature = bytes.fromhex(signature_r + signature_s)
        if epoch != self.epoch + 1 or not is_signed(self.key, text.encode(), signature):
            self.unknown = f"entry {self.size - 1} names a key that the key before did not sign"
        self.next, self.epoch = bytes.fromhex(key), epoch

    def fork(self, origin, key):
        """Go on by the key that was registered after a fork; no other can be known here."""
        known = (origin, key) == self.registered
        self.unknown = "" if known else f"entry {self.size - 1}: after it a key of {origin} counts"
        self.next, self.epoch = key, 0

    def opened(self, note, other="a head is signed by another key"):
        """Return size and root of a head that the key in force signed."""
        need(not self.unknown, self.unknown)
        return opened(note, self.name, self.key, other)

    def head(self, note):
        """Check a signed head of the entries so far."""
        size, root = self.opened(note)
        sizes = f"the signed head is of {size} entries, the log has {self.size}"
        need(size == self.size, f"entry {min(size, self.size)}: {sizes}")
        rewritten = "the last entry, or all of them, are not those that were signed"
        need(root == self.root(), f"entry {size - 1}: {rewritten}")
        self.signed = size

    def lines(self, path):
        """Read an exported log: entries as they were hashed, hidden subtrees, signed heads."""
        for line in lines_of(path):
            said = {} if line.startswith(b'{"action":') else strict(line, path.name)
            if not said:
                self.entry(self.size, line)
            elif "note" in said:
                self.head(said["note"])
                for key, printed, salt, texts in said.get("signatures", ()):
                    digest = commit(bytes.fromhex(salt), texts)
                    same = self.texts.get(("signature", key)) == digest and texts[0] in printed[0]
                    need(same, f"signature {key}: it is shown with another name than it has")
            else:
                height, digest = said["tree"]
                self.push(bytes.fromhex(digest), height)
                self.hidden += 1 << height
                self.last, self.at = "" if height else digest, None
        need(self.signed == self.size, f"entry {self.signed}: no head signs it")


def commit(salt, values):
    """Return the digest that the log has for a row's personal text."""
    parts = [b"webcare-desk text v1\0", salt]
    for text in (None if value is None else str(value).encode() for value in values):
        parts += [b"\xff" * 8] if text is None else [len(text).to_bytes(8, "big"), text]
    return sha256(*parts)


def is_blank(table, key, values):
    """Say whether a row has exactly what an erasure leaves: nothing, and a mark for its name."""
    name, *others = values
    if table in {"author", "thread"}:
        return (name, others) == (f"erased:{key}", [""])
    if table == "comment":
        return re.fullmatch("erased:[0-9a-f]{64}", str(name)) and others == [None, ""]
    left = {"text": "", "document": "", "hold": "", "move": "", "revision": "[]"}.get(table)
    return all(value == left for value in values)


def check_texts(log, rows_of_batch, rows, whole):
    """Hold `rows` as `rows_of` gives them against the log; those of `whole` must all be there."""
    for seq, detail in log.batches:
        data = rows_of_batch(detail)
        same = sha256(data) == detail["batch"]
        need(same, f"entry {seq}: the rows of this batch are not those that came in")
        for table, kept in json.loads(data).items():
            for row in kept if table != "assessment" else ():  # which holds no text
                log.texts.setdefault((table, row[0]), row[-1])
    count = len(log.texts)
    for table, plain, salt, values in rows:
        if not salt and log.texts.get((table, plain[0]), "") is None:
            blank = is_blank(table, plain[0], values)
            need(blank, f"{table} {plain[0]}: it was erased, and has other words since")
            continue  # erased, as an entry says
        same = log.texts.pop((table, plain[0]), "") == commit(salt, values)
        need(same, f"{table} {plain[0]}: its text is not the one that an entry tells of")
    gone = [row for row, digest in log.texts.items() if digest and row[0] in whole]
    need(not gone, f"{gone[:1]}: this text is missing, and no entry erased it")
    erased, read = sum(digest is None for digest in log.texts.values()), count - len(log.texts)
    log.remarks.append(f"{read} texts are those of the log; {erased} were erased by an entry")


def check_database(path, log):
    """Check the log, the columns beside it, the kept edge, the texts, and each index."""
    with contextlib.ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()), "copy.db")
        shutil.copyfile(path, place)
        if Path(f"{path}-wal").exists():
            shutil.copyfile(f"{path}-wal", f"{place}-wal")
        db = stack.enter_context(contextlib.closing(sqlite3.connect(place)))
        db.executescript("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
        db.execute("PRAGMA temp_store = MEMORY")  # no words in the folder of all accounts
        names = "seq, leaf, at, actor, action, subject"
        for seq, leaf, *beside in db.execute(f"SELECT {names} FROM entry NOT INDEXED ORDER BY seq"):
            log.entry(seq, leaf, tuple(beside))
        *edge, note = db.execute("SELECT size, peaks, last, at, note FROM head").fetchone()
        log.head(note)
        kept = edge == [log.size, b"".join(log.peaks), bytes.fromhex(log.last), log.at]
        need(kept, "the kept edge of the log is not the edge of its entries")
        personal = dict(words.split(maxsplit=1) for words in PERSONAL.split(";"))
        texts = (row for table in personal for row in rows_of(db, table, personal[table].split()))
        check_texts(log, lambda detail: batch_of(db, personal, detail), texts, personal)
        answer = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
        need(answer == "ok", f"the database is not whole: {answer}")
        check_search(db, log)


def check_search(db, log):
    """Hold the index that searches the words against the texts, of which erased ones are out."""
    try:
        for statement in SEARCH.split(";"):
            db.execute(statement)
        for part in ("data", "idx", "docsize", "config"):
            db.execute(f"DELETE FROM temp.search_{part}")
            db.execute(f"INSERT INTO temp.search_{part} SELECT * FROM main.text_fts_{part}")
        db.execute("INSERT INTO temp.search(search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        is_lack = "no such module" in str(error)
        need(is_lack, f"the search index does not have the words of the texts: {error}")
        log.remarks.append("the search index CANNOT BE CHECKED: this Python lacks FTS5")


def rows_of(db, table, personal, first=0, last=2**62):
    """Yield `(table, plain values, salt, personal text)` for each row of a table that is there."""
    names = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    order = [name for name in names if name not in {"salt", *personal}] + ["salt", *personal]
    where = f"{order[0]} BETWEEN ? AND ? ORDER BY {order[0]}"
    query = f"SELECT {','.join(order)} FROM {table} WHERE {where}"
    salt = order.index("salt")
    for row in db.execute(query, (first, last)) if names else ():
        yield table, row[:salt], row[salt], row[salt + 1 :]


def came(db, table, plain, salt, values):
    """Return the digest a row came in with; of an erased one its tombstone has it."""
    query = "SELECT digest FROM erased WHERE place = ? AND number = ?"
    gone = None if salt else db.execute(query, (table, plain[0])).fetchone()
    return gone[0] if gone else commit(salt, values)


def batch_of(db, personal, detail):
    """Return the bytes of a batch as they were digested."""
    batch = {}
    for table in BATCHED:
        if f"{table}_first" in detail:
            ends = detail[f"{table}_first"], detail[f"{table}_last"]
            if table not in personal:
                query = f"SELECT * FROM {table} WHERE revision BETWEEN ? AND ? ORDER BY revision"
                batch[table] = [list(row) for row in db.execute(query, ends)]
                continue
            rows = rows_of(db, table, personal[table].split(), *ends)
            batch[table] = [[*row[1], came(db, *row)] for row in rows]
    return json.dumps(batch, separators=(",", ":")).encode()


def check_package(folder, log):
    """Check every member by the manifest, and the manifest by the log."""
    members = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    sealed = (folder / "manifest.json").read_bytes()
    manifest = json.loads(sealed)
    odd = members ^ {*manifest["members"], "manifest.json", "receipt.jsonl"}
    need(not odd, f"missing, or not of this package: {', '.join(sorted(odd))}")
    for name, digest in manifest["members"].items():
        same = sha256((folder / name).read_bytes()) == digest
        need(same, f"{name} is not the one that was exported")
    log.lines(folder / "entries.jsonl")
    log.lines(folder / "receipt.jsonl")
    need(
        sha256(sealed) in log.manifests,
        "manifest.json is not the one whose digest stands in the log",
    )
    batches = {sha256(line): line for line in lines_of(folder / "batches.jsonl")}
    rows = (strict(line, "a text") for line in lines_of(folder / "texts.jsonl"))
    texts = ((table, [key], bytes.fromhex(salt), values) for table, key, salt, values in rows)
    check_texts(log, lambda detail: batches.get(detail["batch"], b""), texts, manifest["whole"])
    log.remarks.append(f"all {len(members)} members are those that the desk exported")


def texts_in(data):
    """Yield the texts of a file: it, each part if it is a mail, and the head of each packet."""
    parts = (part.get_payload(decode=True) or b"" for part in email.message_from_bytes(data).walk())
    for text in (body.decode(errors="replace") for body in (data, *parts)):
        yield text.replace("\r\n", "\n")
        with contextlib.suppress(ValueError, KeyError, TypeError):
            yield str(json.loads(text)["head"])


def notes_in(files):
    """Yield every signed head that stands in files; each file must hold one."""
    for file in files:
        texts = texts_in(file.read_bytes())
        found = {match[0] for text in texts for match in NOTE.finditer(text)}
        need(found, f"{file.name} holds no signed head")
        yield from found


def check(what, vkey, anchors):
    """Check whatever was given; return the log."""
    log = Log(vkey, [*anchors, *notes_in((what / "anchors").glob("*.txt"))])
    if what.is_dir():
        check_package(what, log)
    elif what.suffix == ".jsonl":
        log.lines(what)
    else:
        check_database(what, log)
    need(log.size, "there is no entry")
    for size, _ in log.anchors:
        need(size <= log.size, f"entry {log.size}: an anchor has {size}: cut off, or put back")
    return log


def said(error):
    """Return what is wrong as a sentence that names the file, and tells nothing of what is in it."""
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename} cannot be read: {error.strerror}"
    why = str(error).partition(" with text ")[0]  # behind it SQLite shows what it cannot decode
    return error if isinstance(error, Flaw) else f"unreadable: {type(error).__name__}: {why}"


def main(words):
    """Run one command line and return its exit code."""
    try:
        need(len(words) > 1, "Name KEY and WHAT.")
        key, what, *files = words
        is_file, place = Path(key).is_file(), Path(what)
        need(is_file or "+" in key, f"{key} is neither a public key nor a file that is there")
        if is_file:
            with Path(key).open(encoding="ascii", errors="replace") as file:
                key = file.read(1000).strip()
        key_of(key)
        need(place.exists(), f"{what} is not there")
        is_packed = place.suffix.lower() == ".zip" and place.is_file()
        need(not is_packed, f"{what} is packed: unpack it, and name the folder")
        is_read = (
            place.is_dir() or place.suffix == ".jsonl" or sqlite3.sqlite_version_info > (3, 37)
        )
        lack = f"this Python has SQLite {sqlite3.sqlite_version}"
        need(is_read, f"{lack}; a database takes 3.37 or newer: take another Python")
        anchors = [*notes_in(map(Path, files))]
    except (OSError, ValueError, RecursionError, Flaw) as error:
        print(__doc__, said(error), sep="\n")
        return 2
    try:
        log = check(place, key, anchors)
    except Exception as error:  # noqa: BLE001 - whatever cannot be read is no proof
        print("IT DOES NOT HOLD:", said(error))
        return 1
    print(*(f"- {remark}" for remark in log.remarks), sep="\n")
    print(f"IT HOLDS: {log.size} entries, {log.hidden} of them not shown, root {log.root().hex()}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
