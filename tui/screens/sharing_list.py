"""What is shared: with whom, how it stands, what is known of it there. Pause and stop are one key each."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from sync.consent.sharing import Sharing
from sync.records.consents import Consent, Status
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import bindings_of
from tui.screens.my_page_look import look_at_page
from tui.screens.sharing import ShareGoal
from tui.screens.sharing_changed import NewWords
from tui.screens.sharing_said import SaidYesTo
from tui.screens.sharing_seen import SeenExactly
from tui.screens.told import ToldScreen
from tui.sharing_reading import Share, shares, told_of_words
from tui.store_thread import Desk
from tui.widgets.keyed import keyed
from tui.widgets.told_list import Told, ToldList, heading, told
from tui.wording import sharing as words
from tui.wording import together
from tui.wording.dates import day_in_words
from tui.wording.sharing_lines import first_words, receipt

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

Turn = Callable[[Sharing], Consent]


class Shares(ToldScreen[Sequence[Share]]):
    """One row a share, what is live first."""

    WHERE = "shares"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("shares"))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, shares, self._all_told)

    def keys_shown(self) -> list[tuple[str, str]]:
        """Stopping stands first, for it is said however little room there is; then what is of use at this row."""
        back, said = ("Esc", _("back")), ("W", _("said yes to"))
        if not (self.query(ToldList) and (here := self._here)):
            return [back, said]
        if not here.consent.is_live:
            return [("R", _("share again")), back, ("Enter", _("see exactly")), said]
        pause = _("go on") if here.consent.status is Status.PAUSED else _("pause")
        new = [("Y", _("new words"))] if here.has_new_words else []
        turns = [("P", pause), ("O", _("stop")), *new]
        return [*turns, back, ("Enter", _("see exactly")), ("A", _("pause all")), said]

    def _all_told(self, found: Sequence[Share], width: int) -> Sequence[Told]:
        live = self._each([share for share in found if share.consent.is_live], width)
        over = self._each([share for share in found if not share.consent.is_live], width)
        nothing = told(keyed(self, words.SHARES_EMPTY), width, "$text-muted")
        past = [Told(), heading(words.OVER), *over] if over else []
        everything = told(keyed(self, words.PAUSES_ALL), width, "$text-muted")
        return [heading(words.SHARES), *(live or nothing), *past, Told(), *everything]

    def _each(self, found: Sequence[Share], width: int) -> list[Told]:
        """One under another; where there is height, apart."""
        air = [Told()] if self.has_class("-tall") else []
        return [row for at, share in enumerate(found) for row in [*(air if at else []), *self._told(share, width)]]

    def _told(self, share: Share, width: int) -> list[Told]:
        """What it is, with whom and until when, what is known of it there, and what waits for the person."""
        soon = told(keyed(self, words.ENDS_SOON), width, "$accent", indent=2) if share.ends_soon else []
        return [*_told(share, width), *soon]

    @property
    def _here(self) -> Share | None:
        here = self._list.opened
        return here if isinstance(here, Share) else None

    def _open(self, what: object) -> None:
        if isinstance(what, Share):
            self.app.push_screen(SeenExactly(self._desk, what.consent.id))

    # Pause, stop

    def action_pause(self) -> None:
        """Pause it, or let it go on where it is paused."""
        if (share := self._here) is None:
            return
        if share.consent.status is Status.PAUSED:
            self._turn(share, lambda sharing: sharing.resume(share.consent.id), together.RESUMED, Status.ACTIVE)
        elif share.consent.status is Status.ACTIVE:
            self._turn(share, lambda sharing: sharing.pause(share.consent.id), together.PAUSED, Status.PAUSED)
        else:
            self._say(keyed(self, words.NOT_LIVE))

    def action_stop(self) -> None:
        """At once."""
        if (share := self._here) is not None and share.consent.is_live:
            self._turn(share, lambda sharing: sharing.stop(share.consent.id), together.STOPPED, Status.STOPPED)
        elif share is not None:
            self._say(keyed(self, words.NOT_LIVE))

    def _turn(self, share: Share, turn: Turn, sentence: str, to: Status) -> None:
        """What is over by now, since another cairn of the same person said so, neither pauses nor goes on."""
        said, over = sentence.format(name=share.name), keyed(self, words.NOT_LIVE)

        def turned(journal: "OpenJournal") -> str:
            after = turn(Sharing(journal))
            paused = told_of_words(journal, after.partner) if to is Status.ACTIVE else []
            return " ".join([said, *paused]) if after.status is to else over

        self.hear(self._desk.ask(turned), self._goes)

    def action_pause_all(self) -> None:
        self.hear(
            self._desk.ask(lambda journal: (Sharing(journal).pause_all(), Sharing(journal).is_anybody_there())[1]),
            lambda there: self._goes(together.PAUSED_ALL if there else together.NOTHING_SHARED),
        )

    # Other screens

    def action_new_words(self) -> None:
        if (share := self._here) is not None and share.has_new_words and share.is_page:
            look_at_page(self, self._desk, share.consent.partner, self._say)
        elif share is not None and share.has_new_words:
            self.app.push_screen(NewWords(self._desk, share.consent.id))
        elif share is not None:
            self._say(words.NOTHING_NEW)

    def action_share_again(self) -> None:
        """The same way as from its goal; a yes that is live stays until there is another."""
        if (share := self._here) is None:
            return
        if share.is_page:
            look_at_page(self, self._desk, share.consent.partner, self._say)
        elif share.consent.goal is None:
            self._say(words.GOAL_GONE)
        else:
            self.app.push_screen(ShareGoal(self._desk, share.consent.goal, share.consent.partner))

    def action_said_yes_to(self) -> None:
        self.app.push_screen(SaidYesTo(self._desk))


def _told(share: Share, width: int) -> list[Told]:
    """What it is, then with whom and until when, what is known of it there, and whether new words wait."""
    consent, name = share.consent, share.name
    state = together.SHARE_STATES.get(consent.status.value, consent.status.value)
    until = day_in_words(consent.expires)
    rows = [Told(((" ".join(first_words(consent).split()), ""),), share, consent.id)]
    standing = words.WITH_UNTIL if consent.is_live else words.WITH
    rows += told(standing.format(name=name, state=state, until=until), width, "$text-muted", indent=2)
    rows += told(receipt(consent, name, share.is_told), width, "$text-muted", indent=2)
    if share.has_new_words:
        rows += told(words.NEW_WORDS_WAIT.format(name=name), width, "$accent", indent=2)
    return rows
