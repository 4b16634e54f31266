"""A look at exactly what a facilitator would see, and `y`. Before it the whole role card, where it was not shown."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from journal.errors import CairnError
from sync.consent.sharing import Sharing, Yes
from sync.consent.summaries import DAYS, Summaries, SummaryOffer
from sync.errors import NoRoleCard
from sync.records.consents import Consent
from tui.actions import deeds_of
from tui.language import _, sentence_of
from tui.modals.ask import Ask, Words
from tui.modals.choose import Choose
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.meeting_told import MeetNow
from tui.screens.my_page_reading import Looked, looked_at
from tui.screens.role_card import RoleCardFirst
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.labelled import labelled
from tui.wording import my_page as words
from tui.wording import sharing, together
from tui.wording.dates import day_in_words
from tui.wording.summary import MAY_PRINT, STATEMENT_VERSION, header, summary_in_lines, summary_offer_shown

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

OTHER_DAYS = (7, 14, 30, 60, 90)
"""Days from today that are offered for the last one."""
NOT_SHOWN = "not-shown"
"""The code of the refusal of a yes before the role card was seen as it is now."""


def look_at_page(screen: Hearing, desk: Desk, partner_id: str, say: Callable[[str], object]) -> None:
    """From any screen to a yes.

    Args:
        screen: over which it comes up.
        desk: the journal.
        partner_id: the facilitator.
        say: told in one sentence why there is nothing to look at.
    """

    def look() -> None:
        screen.app.push_screen(LookAtPage(desk, partner_id))

    def first(is_shown: bool) -> None:
        if not screen.is_active:
            return
        if is_shown:
            look()
        else:
            screen.app.push_screen(RoleCardFirst(desk, partner_id, look))

    asked = desk.ask(lambda journal: _is_card_shown(journal, partner_id))
    screen.hear(asked, first, lambda problem: say(sentence_of(problem)))


def _is_card_shown(journal: "OpenJournal", partner_id: str) -> bool:
    """Whether there is something to look at, and the card was shown.

    Raises:
        NoRoleCard, NotAsked, BadInput, TooLong: nothing can be shared now.
    """
    summaries = Summaries(journal)
    facilitator = summaries.facilitator(partner_id)
    if facilitator.role_card is None:
        raise NoRoleCard
    summaries.offer(partner_id, DAYS)
    return facilitator.is_card_shown


class LookAtPage(Hearing):
    """Nothing goes without `y`, and Escape keeps everything here."""

    WHERE = "my-page-look"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("my-page-look"))

    def __init__(self, desk: Desk, partner_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._partner_id = partner_id
        self._days: int | None = None
        self._called = together.CALLED
        self._offer: SummaryOffer | None = None
        """What is on the screen; nothing before it is drawn."""
        self._end_seen = False
        """Whether the last row of it was on the screen."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="sees-now", classes="muted")
            yield Static("", id="now", classes="muted exactly")
            yield Static("", id="will-see", classes="heading")
            yield Static("", id="offer", classes="exactly")
            yield Static("", id="statement", classes="part")
            yield Static("", id="closes", classes="muted")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        # Saying no stands beside saying yes however little room there is.
        yes = _("yes") if self.has_class("-compact") else _("yes, share")
        if self._offer is not None and not self._end_seen:
            yes = _("read on")
        return [("Y", yes), ("Esc", _("keep private")), ("U", _("another date")), ("↑↓", _("scroll"))]

    def on_resize(self) -> None:
        self.call_after_refresh(self._look_for_end)

    def on_mount(self) -> None:
        # What was said of another share is not to be read as said of this one.
        self.app.clear_notifications()
        for name in ("sees-now", "now", "closes"):
            self.query_one(f"#{name}").display = False
        column = self.query_one("#column")
        column.focus()
        self.watch(column, "scroll_y", self.on_resize, init=False)
        self.watch(column, "virtual_size", self._laid_out, init=False)
        self._look(None)

    # What would go

    def _look(self, days: int | None) -> None:
        partner_id = self._partner_id
        asked = self._desk.ask(lambda journal: looked_at(journal, partner_id, days))
        self.hear(asked, lambda looked: self._show(looked, days), self._no)

    def _show(self, looked: Looked, days: int | None) -> None:
        offer, name = looked.offer, looked.name
        self._offer, self._called, self._days = None, name, days
        first, *_body, goes_as, statement = summary_offer_shown(offer, name)
        airy = self.has_class("-tall")
        may = [MAY_PRINT] if offer.part.may_print else []
        blocks = [header(offer.name, offer.part), *summary_in_lines(offer.part), *may]
        shown_now: dict[str, str | Content] = {
            "sees-now": sharing.SEES_NOW.format(name=name) if looked.now else "",
            "now": labelled(looked.now, airy=airy),
            "will-see": first,
            "offer": labelled(blocks, airy=airy),
            "statement": f"{goes_as}\n{statement}",
            "closes": words.CLOSED_THEN if looked.closes else "",
        }
        for static, said in shown_now.items():
            shown = self.query_one(f"#{static}", Static)
            shown.update(as_content(said) if isinstance(said, str) else said)
            shown.display = bool(said)
        # At once: an end that was in sight before is not the end of this.
        self.query_one("#column", VerticalScroll).scroll_home(animate=False, immediate=True)
        self.call_after_refresh(self._drawn, offer)

    def _drawn(self, offer: SummaryOffer) -> None:
        self._offer, self._end_seen = offer, False
        self._look_for_end()

    def _laid_out(self) -> None:
        """Its height is another: an end that was seen by the height before was none."""
        self._end_seen = False
        self.call_after_refresh(self._look_for_end)

    def _look_for_end(self) -> None:
        """Once its end was on the screen, going back up takes nothing from that."""
        column = self.query_one("#column", VerticalScroll)
        if self._offer is not None and column.scroll_offset.y >= column.max_scroll_y:
            self._end_seen = True
        self.say_keys()

    # Until when

    def action_another_day(self) -> None:
        if self._offer is not None:
            self._say("")
            asked = self._desk.ask(lambda journal: [_day(journal, days) for days in OTHER_DAYS])
            self.hear(asked, self._ask_day)

    def _ask_day(self, days: Sequence[str]) -> None:
        now = self._offer.expires if self._offer else ""
        chosen = days.index(now) if now in days else None
        options = [*(day_in_words(day) for day in days), sharing.ANOTHER_DAY]
        self.app.push_screen(Choose(words.UNTIL_WHEN, options, chosen), self._chose_day)

    def _chose_day(self, index: int | None) -> None:
        if index == len(OTHER_DAYS):
            self.app.push_screen(Ask(sharing.WHICH_DAY), self._typed_day)
        elif index is not None:
            self._look(OTHER_DAYS[index])

    def _typed_day(self, answer: Words | None) -> None:
        if answer is not None:
            self.hear(self._desk.ask(lambda journal: Sharing(journal).days_until(answer.text)), self._look, self._no)

    # The answer

    def action_say_yes(self) -> None:
        """Once, and to what stood on the screen to its end; until then on to what was not in sight yet."""
        offer = self._offer
        if offer is not None and not self._end_seen:
            self.query_one("#column", VerticalScroll).scroll_page_down(animate=False, force=True)
        elif offer is not None:
            self._offer = None
            yes = Yes("\n".join(summary_offer_shown(offer, self._called)), STATEMENT_VERSION, together.LANGUAGE, "y")
            asked = self._desk.ask(lambda journal: Summaries(journal).say_yes(offer, yes))
            self.hear(asked, self._shared_it, self._refused)

    def _shared_it(self, consent: Consent) -> None:
        self.announce_change()
        self.post_message(MeetNow())
        self._leave(together.SHARED.format(until=day_in_words(consent.expires)))

    def _refused(self, problem: CairnError) -> None:
        """Nothing was shared. What stands on the screen is read again: it may be other words by now."""
        self._no(problem)
        if problem.code == NOT_SHOWN:
            again = RoleCardFirst(self._desk, self._partner_id, lambda: None)
            self.app.push_screen(again, lambda _: self._look(self._days))
        else:
            self._look(self._days)

    def action_keep_private(self) -> None:
        """Away, with nothing sent."""
        self._leave(together.KEPT_PRIVATE)

    def _leave(self, sentence: str) -> None:
        self.app.notify(sentence, markup=False)
        self.dismiss()

    def _no(self, problem: CairnError) -> None:
        self._say(sentence_of(problem))

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(as_content(sentence))


def _day(journal: "OpenJournal", days: int) -> str:
    return (date.fromisoformat(journal.moment().for_date) + timedelta(days)).isoformat()
