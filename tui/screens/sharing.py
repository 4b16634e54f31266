"""From an open goal to a yes: with whom, which parts, a look at exactly what would go, and `y`. At most four keys."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.domain.shelves import PeerPartnership
from journal.errors import CairnError
from sync.consent.offer import SHAREABLE, Offer
from sync.consent.sharing import DAYS, Sharing, Yes
from sync.records.consents import Consent
from tui.actions import deeds_of
from tui.language import _, sentence_of
from tui.modals.ask import Ask, Words
from tui.modals.choose import Choose
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.meeting_told import MeetNow
from tui.sharing_reading import OTHER_DAYS, Share, connected, goal_of, shares_of_goal
from tui.store_thread import Desk
from tui.widgets.answers import Answers
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.ticks import Ticks
from tui.wording import sharing as words
from tui.wording import together
from tui.wording.dates import day_and_whole_month, day_in_words
from tui.wording.sharing_lines import offer_in_lines, offer_shown

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

Step = Literal["waiting", "whom", "what", "parts", "look"]
KNOWN_CHOICES = (("title",), ("title", "next_step"))
"""What the first two answers mean; the third leads to the parts."""


class ShareGoal(Hearing):
    """Nothing is chosen from the start, nothing goes without `y`, and Escape keeps everything here at every step."""

    WHERE = "share"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("share"))

    def __init__(self, desk: Desk, goal_id: str, partner_id: str | None = None) -> None:
        """Nothing is read yet.

        Args:
            desk: the journal.
            goal_id: the goal that was open.
            partner_id: with whom, where that is known already.
        """
        super().__init__()
        self._desk = desk
        self._goal_id = goal_id
        self._partner_id = partner_id
        self._partners: Sequence[PeerPartnership] = ()
        self._partner: PeerPartnership | None = None
        self._shared: Sequence[Share] = ()
        self._parts: list[str] = []
        """What the rows to be ticked stand for."""
        self._fields: tuple[str, ...] = ()
        self._days = DAYS
        self._offer: Offer | None = None
        self._step: Step = "waiting"

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static("", id="head", classes="heading")
            yield Static("", id="now", classes="muted")
            yield Answers(id="answers")
            yield Static(words.CHOOSE_PARTS, id="about-parts", classes="part", markup=False)
            yield Ticks(id="parts")
        with VerticalScroll(id="look"):
            yield Static("", id="look-head", classes="heading")
            yield Static("", id="offer", classes="exactly")
            yield Static("", id="statement", classes="part")
            yield Static("", id="by-itself", classes="muted part", markup=False)
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        private = ("Esc", _("keep private"))
        is_narrow = self.has_class("-compact")
        if self._step == "look":
            # Saying no stands beside saying yes however little room there is.
            return [("Y", _("yes") if is_narrow else _("yes, share")), private, ("U", _("another date"))]
        if self._step == "parts":
            return [("X", _("choose")), ("Ctrl+S", _("look at it")), private]
        digits = ("1 to 3" if self._step == "what" else "1 to 9", _("choose"))
        return [private] if is_narrow else [digits, private]

    def on_resize(self) -> None:
        self.call_after_refresh(self.say_keys)

    def on_mount(self) -> None:
        # What was said of another share is not to be read as said of this one.
        self.app.clear_notifications()
        self.query_one("#now").display = False
        self._to("waiting")
        goal_id = self._goal_id
        self.hear(
            self._desk.ask(lambda journal: (connected(journal), shares_of_goal(journal, goal_id))),
            lambda read: self._begin(*read),
        )

    def _to(self, step: Step) -> None:
        """Show what belongs to one step, and nothing of another."""
        self._step = step
        self.query_one("#column").display = step != "look"
        self.query_one("#look").display = step == "look"
        self.query_one(Answers).display = step in ("whom", "what")
        for name in ("about-parts", "parts"):
            self.query_one(f"#{name}").display = step == "parts"
        self.say_keys()
        focused = {"whom": "answers", "what": "answers", "parts": "parts", "look": "look"}
        if step in focused:
            self.query_one(f"#{focused[step]}").focus()

    # With whom

    async def _begin(self, partners: Sequence[PeerPartnership], shared: Sequence[Share]) -> None:
        self._partners, self._shared = partners, shared
        known = [partner for partner in partners if self._partner_id in (None, partner.id)]
        if not known:
            self._leave(words.NOBODY_CONNECTED if not partners else words.NOT_CONNECTED)
        elif len(known) == 1:
            await self._share_with(known[0])
        else:
            self.query_one("#head", Static).update(words.SHARE_WITH_WHOM)
            await self.query_one(Answers).show_rows([("", partner.partner_alias) for partner in known])
            self._to("whom")

    async def _share_with(self, partner: PeerPartnership) -> None:
        self._partner = partner
        name = partner.partner_alias
        self.query_one("#head", Static).update(as_content(words.SHARE_WITH.format(name=name)))
        now = [share for share in self._shared if share.consent.partner == partner.id]
        said = [
            words.SHARED_NOW.format(name=name, until=day_and_whole_month(share.consent.expires)) for share in now[:1]
        ]
        self.query_one("#now", Static).update(as_content("".join(said)))
        self.query_one("#now").display = bool(said)
        await self.query_one(Answers).show_rows([("", choice) for choice in words.CHOICES])
        self._to("what")

    # Which parts

    @on(Answers.Chosen)
    async def answered(self, event: Answers.Chosen) -> None:
        event.stop()
        if not event.is_of_what_stands_there:
            return
        if self._step == "whom":
            await self._share_with(self._partners[event.index])
        elif self._step == "what" and event.index < len(KNOWN_CHOICES):
            self._look_at(KNOWN_CHOICES[event.index], DAYS)
        elif self._step == "what":
            goal_id = self._goal_id
            self.hear(self._desk.ask(lambda journal: _parts_with_words(journal, goal_id)), self._ask_parts)

    async def _ask_parts(self, parts: list[str]) -> None:
        """Nothing is ticked."""
        self._parts = parts
        await self.query_one(Ticks).show_rows([(words.PART_NAMES[name], False) for name in parts])
        self._to("parts")

    @on(Ticks.Turned)
    def turned(self) -> None:
        self._say("")

    def action_parts_chosen(self) -> None:
        if self._step == "parts":
            chosen = tuple(self._parts[index] for index in self.query_one(Ticks).ticked)
            if chosen:
                self._look_at(chosen, DAYS)
            else:
                self._say(words.NO_PART_CHOSEN)

    # A look at exactly what would go

    def _look_at(self, fields: tuple[str, ...], days: int) -> None:
        partner, goal_id = self._partner, self._goal_id
        if partner is not None:
            asked = self._desk.ask(lambda journal: Sharing(journal).offer(partner.id, goal_id, fields, days))
            self.hear(
                asked, lambda offer: self._show(offer, fields, days), lambda problem: self._say(sentence_of(problem))
            )

    def _show(self, offer: Offer, fields: tuple[str, ...], days: int) -> None:
        name = self._called
        self._offer, self._fields, self._days = offer, fields, days
        self.query_one("#look-head", Static).update(as_content(together.WILL_SEE.format(name=name)))
        self.query_one("#offer", Static).update(as_content("\n".join(offer_in_lines(offer))))
        self.query_one("#statement", Static).update(as_content(together.statement(name, offer.expires)))
        self.query_one("#by-itself", Static).update(words.goes_along(tuple(offer.words)))
        self._to("look")

    def action_another_day(self) -> None:
        if self._step == "look":
            self._say("")
            asked = self._desk.ask(lambda journal: [_day(journal, days) for days in OTHER_DAYS])
            self.hear(asked, self._ask_day)

    def _ask_day(self, days: Sequence[str]) -> None:
        now = self._offer.expires if self._offer else ""
        chosen = days.index(now) if now in days else None
        options = [*(day_in_words(day) for day in days), words.ANOTHER_DAY]
        self.app.push_screen(Choose(words.UNTIL_WHEN, options, chosen), self._chose_day)

    def _chose_day(self, index: int | None) -> None:
        if index == len(OTHER_DAYS):
            self.app.push_screen(Ask(words.WHICH_DAY), self._typed_day)
        elif index is not None:
            self._look_at(self._fields, OTHER_DAYS[index])

    def _typed_day(self, answer: Words | None) -> None:
        if answer is not None:
            asked = self._desk.ask(lambda journal: Sharing(journal).days_until(answer.text))
            self.hear(
                asked,
                lambda days: self._look_at(self._fields, days),
                lambda problem: self._say(sentence_of(problem)),
            )

    def action_say_yes(self) -> None:
        """Once, and to what stands on the screen."""
        offer = self._offer
        if self._step != "look" or offer is None:
            return
        self._offer = None
        yes = Yes("\n".join(offer_shown(offer, self._called)), together.STATEMENT_VERSION, together.LANGUAGE, "y")
        asked = self._desk.ask(lambda journal: Sharing(journal).say_yes(offer, yes))
        self.hear(asked, self._shared_it, self._refused)

    def _refused(self, problem: CairnError) -> None:
        """Nothing was shared. What stands on the screen is read again: it may be other words by now."""
        self._look_at(self._fields, self._days)
        self._say(sentence_of(problem))

    def _shared_it(self, consent: Consent) -> None:
        self.announce_change()
        self.post_message(MeetNow())
        self._leave(together.SHARED.format(until=day_in_words(consent.expires)))

    def action_keep_private(self) -> None:
        """Away, with nothing sent."""
        self._leave(together.KEPT_PRIVATE)

    def _leave(self, sentence: str) -> None:
        self.app.notify(keyed(self, sentence), markup=False)
        self.dismiss()

    @property
    def _called(self) -> str:
        return self._partner.partner_alias if self._partner else together.CALLED

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(as_content(sentence))


def _parts_with_words(journal: "OpenJournal", goal_id: str) -> list[str]:
    """The parts that have something in them."""
    goal = goal_of(journal, goal_id)
    return [] if goal is None else [name for name in SHAREABLE if getattr(goal, name)]


def _day(journal: "OpenJournal", days: int) -> str:
    return (date.fromisoformat(journal.moment().for_date) + timedelta(days)).isoformat()
