"""Screening: what it missed of what people escalated, and the versions of what is learnt."""

from collections.abc import Sequence

from webcare_desk import actions
from webcare_desk.domain.audit import Name
from webcare_desk.domain.finding import Category, Language
from webcare_desk.domain.learning import KeptCorrection, Missed, ScreeningStatus
from webcare_desk.domain.moderator import Right
from webcare_desk.oversight.screening import screening_status
from webcare_desk.screening.opinion import name_of
from webcare_desk.ui.clock import ago, moment
from webcare_desk.ui.comment.header import language_word
from webcare_desk.ui.dialogs import ask
from webcare_desk.ui.supervision.board import Board, Deed
from webcare_desk.ui.supervision.listing import Listing, Row
from webcare_desk.ui.table import Cell, Tone
from webcare_desk.ui.words import category_word
from webcare_desk.ui.workplace import Workplace


class ScreeningBoard(Board):
    """Whether it learns; the missed share of all, by language, by category; then the versions."""

    def __init__(self, workplace: Workplace) -> None:
        """Show both, the newest version first."""
        hint = self.tr("Missed is what a person escalated though screening had not flagged it.")
        super().__init__(workplace, self.tr("Screening"), hint)
        listing = Listing(
            self.tr("Missed, and versions"),
            self.columns(
                (self.tr("Of"), 200), (self.tr("Missed"), 110), (self.tr("Share"), 80),
                (self.tr("95 % interval"), 0),
            ),
        )  # fmt: skip
        self._learns, self._version, self._is_used = False, 0, False
        self._model = Name("none")
        self.begin(
            listing,
            (
                Deed(
                    self.tr("Learning on or off"), "L", self.switch, Right.OVERSEE, lambda _: True
                ),
                Deed(self.tr("Use this version"), "U", self.use, Right.OVERSEE, self._is_other),
                Deed(
                    self.tr("Use none"),
                    "N",
                    self.use_none,
                    Right.OVERSEE,
                    lambda _: self._version > 0,
                ),
            ),
            "",
        )

    def read_rows(self) -> Sequence[Row]:
        """Return the shares that have a case, then the versions."""
        app = self.work.app
        self._model = Name(name_of(app.screens[1].model))
        found = screening_status(app.desk.read, self._model)
        self._learns, self._version, self._is_used = found.learns, found.version, found.is_used
        now = app.desk.clock()
        shares = [self._share(one) for one in found.missed if one.of or one.name == "all"]
        versions = [self._kept(one, now) for one in found.versions]
        return [self._learning(found), *shares, *versions]

    def _learning(self, found: ScreeningStatus) -> Row:
        state = Cell(self.tr("on"), Tone.GOOD) if found.learns else Cell(self.tr("off"), Tone.FAINT)
        used = self.tr("No version is in force")
        if found.version:
            used = self.tr("Version {number} is in force")
            if not found.is_used:
                used = self.tr("Version {number} was learnt for another model and is not used")
        used = used.format(number=found.version)
        cells = (Cell(self.tr("Learning from decisions")), state, Cell(""), Cell(used, Tone.FAINT))
        return Row("learning", found, cells)

    def _share(self, one: Missed) -> Row:
        if not one.of:
            nothing = Cell(self.tr("Nothing has been escalated yet."), Tone.FAINT)
            return Row(one.name, one, (Cell(self._name(one.name)), Cell("–"), Cell(""), nothing))
        low, high = one.interval
        tone = Tone.DANGER if one.missed else Tone.GOOD
        cells = (
            Cell(self._name(one.name)),
            Cell(self.tr("{missed} of {all}").format(missed=one.missed, all=one.of), tone),
            Cell(_percent(one.missed / one.of)),
            Cell(f"{_percent(low)} – {_percent(high)}", Tone.FAINT),
        )
        return Row(one.name, one, cells)

    def _kept(self, one: KeptCorrection, now: int) -> Row:
        version = one.correction.version
        name = self.tr("Version {number}").format(number=version)
        is_used = version == self._version and self._is_used
        cells = (
            Cell(name),
            Cell(self.tr("in force") if is_used else "–", Tone.GOOD if is_used else Tone.FAINT),
            Cell(ago(one.at, now), Tone.FAINT),
            Cell(self._said(one)),
        )
        return Row(version, one, cells)

    def _said(self, one: KeptCorrection) -> str:
        report = self.tr("learnt from comment {number}: a report")
        none = self.tr("learnt from comment {number}: no report")
        return (report if one.is_report else none).format(number=one.comment)

    def _name(self, name: str) -> str:
        if name == "all":
            return self.tr("All")
        if name in set(Language):
            return language_word(Language(name))
        return category_word(Category(name))

    def told(self, item: object) -> str:
        """Return a share or a version in full, and whether the desk learns."""
        state = (
            self.tr("The desk learns from each decision: it moves what the model says a little.")
            if self._learns
            else self.tr("The desk does not learn from decisions.")
        )
        if isinstance(item, KeptCorrection):
            model = self.tr("Model {name}").format(name=item.model)
            return "\n".join([self._said(item), moment(item.at), model, "", state])
        return state

    def _is_other(self, item: object) -> bool:
        if not isinstance(item, KeptCorrection) or item.model != self._model:
            return False
        return item.correction.version != self._version

    def switch(self) -> None:
        """Ask, then let the desk learn from now on, or stop."""
        learns = self._learns
        self._ask_first(
            self.tr("Stop learning from decisions?")
            if learns
            else self.tr("Let the desk learn from each decision?"),
            self.tr("It counts for everybody who works on this desk."),
            self.tr("Stop learning") if learns else self.tr("Learn"),
            actions.SetLearning(not learns),
        )

    def use(self) -> None:
        """Ask, then screen by the chosen version again."""
        item = self.listing.item
        if isinstance(item, KeptCorrection):
            version = item.correction.version
            question = self.tr("Screen by version {number} again?").format(number=version)
            self._ask_of_use(question, self.tr("Use this version"), version)

    def use_none(self) -> None:
        """Ask, then screen without any correction."""
        self._ask_of_use(
            self.tr("Screen without what the desk has learnt?"), self.tr("Use none"), 0
        )

    def _ask_of_use(self, question: str, yes: str, version: int) -> None:
        more = self.tr("It counts for comments that come in from now on, for everybody.")
        self._ask_first(question, more, yes, actions.UseCorrection(version, self._model))

    def _ask_first(self, question: str, more: str, yes: str, act: actions.Action[None]) -> None:
        """Ask before what changes the whole desk: its keys stand beside those that walk the list."""
        ask(self, self.tr("Screening"), question, more, yes, lambda: self.perform(act))


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
