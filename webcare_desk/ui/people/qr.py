"""A QR code of a short text: byte mode, error correction L (ISO/IEC 18004:2015).

Versions 1 to 9 hold 230 bytes; a link to a key has about 110. Every block of
these versions is equally long, and one mask serves: any reader undoes it.
"""

from webcare_desk.errors import UsageError

#: For each version: codewords of data, of error correction in a block, blocks.
_BLOCKS = (
    (19, 7, 1), (34, 10, 1), (55, 15, 1), (80, 20, 1), (108, 26, 1),
    (136, 18, 2), (156, 20, 2), (194, 24, 2), (232, 30, 2),
)  # fmt: skip
#: Where the centres of the alignment patterns stand, for each version (annex E).
_CENTRES = (
    (), (6, 18), (6, 22), (6, 26), (6, 30), (6, 34), (6, 22, 38), (6, 24, 42), (6, 26, 46),
)  # fmt: skip
_FIELD, _FORMAT, _VERSION = 0x11D, 0x537, 0x1F25
_FORMAT_L0 = 0b01000  # level L, mask 0
_FORMAT_MASK = 0x5412
_WITH_VERSION = 7
_TIMING = 6
Grid = list[list[bool | None]]


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the rows of the code, dark modules as True; UsageError for a long text."""
    data = text.encode("utf-8")
    fits = [number for number, block in enumerate(_BLOCKS, 1) if len(data) + 2 <= block[0]]
    if not fits:
        msg = "The text is too long for a QR code."
        raise UsageError(msg)
    version = fits[0]
    grid = _patterns(version)
    free = [[cell is None for cell in row] for row in grid]
    _reserve(grid, free, version)
    _place(grid, free, _codewords(data, version))
    return tuple(tuple(bool(cell) for cell in row) for row in grid)


def _codewords(data: bytes, version: int) -> bytes:
    """Return data and error correction, the blocks interleaved (7.4 to 7.6)."""
    room, correction, blocks = _BLOCKS[version - 1]
    bits = f"0100{len(data):08b}" + "".join(f"{byte:08b}" for byte in data) + "0000"
    whole = [int(bits[at : at + 8].ljust(8, "0"), 2) for at in range(0, len(bits), 8)][:room]
    whole += [(0xEC, 0x11)[number % 2] for number in range(room - len(whole))]
    size = room // blocks
    parts = [whole[at : at + size] for at in range(0, room, size)]
    checks = [_remainder(part, correction) for part in parts]
    return bytes(
        byte for group in (parts, checks) for column in zip(*group, strict=True) for byte in column
    )


def _remainder(part: list[int], count: int) -> list[int]:
    """Return the Reed-Solomon codewords of a block (7.5.2)."""
    divisor, root = [0] * (count - 1) + [1], 1
    for _ in range(count):
        divisor = [
            _times(each, root) ^ following
            for each, following in zip(divisor, [*divisor[1:], 0], strict=True)
        ]
        root = _times(root, 2)
    rest = [0] * count
    for byte in part:
        factor = byte ^ rest.pop(0)
        rest.append(0)
        rest = [each ^ _times(one, factor) for each, one in zip(rest, divisor, strict=True)]
    return rest


def _times(one: int, other: int) -> int:
    product = 0
    for bit in range(7, -1, -1):
        product = (product << 1) ^ ((product >> 7) * _FIELD)
        product ^= ((other >> bit) & 1) * one
    return product


def _patterns(version: int) -> Grid:
    """Return the fixed patterns; None is free (6.3)."""
    size = 17 + 4 * version
    grid: Grid = [[None] * size for _ in range(size)]
    for at in range(size):
        grid[_TIMING][at] = grid[at][_TIMING] = at % 2 == 0
    for row, column in ((3, 3), (3, size - 4), (size - 4, 3)):
        _rings(grid, row, column, 4, (2, 4))
    centres = _CENTRES[version - 1]
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    for row in centres:
        for column in centres:
            if (row, column) not in corners:
                _rings(grid, row, column, 2, (1,))
    return grid


def _rings(grid: Grid, row: int, column: int, reach: int, light: tuple[int, ...]) -> None:
    """Draw squares around a centre; those at the distances `light` are light."""
    for y in range(max(row - reach, 0), min(row + reach + 1, len(grid))):
        for x in range(max(column - reach, 0), min(column + reach + 1, len(grid))):
            grid[y][x] = max(abs(y - row), abs(x - column)) not in light


def _reserve(grid: Grid, free: list[list[bool]], version: int) -> None:
    """Write the format, the dark module and the version (7.9, 7.10)."""
    size, cells = len(grid), dict[tuple[int, int], bool]()
    word = (_FORMAT_L0 << 10 | _check(_FORMAT_L0, 10, _FORMAT)) ^ _FORMAT_MASK
    around = [0, 1, 2, 3, 4, 5, 7, 8]
    for bit in range(15):
        is_dark = bool(word >> bit & 1)
        if bit < 8:  # noqa: PLR2004 - the eight bits of the upper copy
            cells[around[bit], 8] = cells[8, size - 1 - bit] = is_dark
        else:
            cells[8, around[14 - bit]] = cells[size - 15 + bit, 8] = is_dark
    cells[size - 8, 8] = True
    if version >= _WITH_VERSION:
        long = version << 12 | _check(version, 12, _VERSION)
        for bit in range(18):
            at = (bit // 3, size - 11 + bit % 3)
            cells[at] = cells[at[::-1]] = bool(long >> bit & 1)
    for (row, column), is_dark in cells.items():
        grid[row][column], free[row][column] = is_dark, False


def _check(data: int, width: int, generator: int) -> int:
    """Return the BCH bits of a format or a version (annex C, D)."""
    rest = data << width
    for shift in range(rest.bit_length() - width - 1, -1, -1):
        if rest >> (shift + width) & 1:
            rest ^= generator << shift
    return rest


def _place(grid: Grid, free: list[list[bool]], words: bytes) -> None:
    """Write the codewords in columns of two from the right, masked (7.7.3, 7.8.2)."""
    size = len(grid)
    bits = (byte >> bit & 1 for byte in words for bit in range(7, -1, -1))
    is_upward = True
    for right in (*range(size - 1, _TIMING, -2), *range(_TIMING - 1, 0, -2)):
        for row in range(size - 1, -1, -1) if is_upward else range(size):
            for column in (right, right - 1):
                if free[row][column]:
                    bit = next(bits, 0)
                    grid[row][column] = bool(bit) != ((row + column) % 2 == 0)
        is_upward = not is_upward
