"""Between a partner and oneself: what they share, the next time, and words both ways. Nothing here is marked as new."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from journal.domain.draft_kinds import NEXT_MEETING, message
from sync.consent.words import Words
from sync.protocol.content import SharedGoal
from sync.records.notes import Letter
from tui.actions import deeds_of
from tui.language import _
from tui.modals.ask import Ask, Kept
from tui.modals.ask import Words as Answer
from tui.screens.hearing import bindings_of
from tui.screens.messages_agreement import AgreementSides
from tui.screens.told import ToldScreen
from tui.sharing_reading import Talk, talk_with
from tui.store_thread import Desk
from tui.widgets.keyed import keyed
from tui.widgets.letter_list import LetterList
from tui.widgets.told_list import Told, ToldList, heading, told
from tui.wording import sharing as words
from tui.wording import together
from tui.wording.dates import day_in_words, short_day
from tui.wording.items import KEPT
from tui.wording.sharing_lines import goal_in_lines, letter_about

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


@dataclass(frozen=True, slots=True)
class OfLetter:
    """A row of words between the two."""

    letter: Letter
    is_mine: bool


class Messages(ToldScreen[Talk]):
    """One partner's side, and what was said. Their words are shown, and nothing else is done with them."""

    WHERE = "messages"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("messages"))
    LIST = LetterList

    def __init__(self, desk: Desk, partner_id: str) -> None:
        super().__init__(desk, lambda journal: talk_with(journal, partner_id), self._all_told)
        self._partner_id = partner_id

    def keys_shown(self) -> list[tuple[str, str]]:
        here = self._list.opened if self.query(ToldList) else None
        keep = [("K", _("keep"))] if isinstance(here, OfLetter) and not here.is_mine else []
        first = [("N", _("write")), ("Esc", _("back")), *self.of_a_row(("Enter", _("about this"))), *keep]
        return [*first, ("T", _("next time")), ("G", _("agreement"))]

    async def _show(self, found: Talk) -> None:
        """Words of somebody who holds a group are read on a screen of their own: nothing is answered there."""
        if found.holds_group and self.is_active:
            from tui.screens.my_page_words import FacilitatorWords

            self.app.switch_screen(FacilitatorWords(self._desk, self._partner_id))
            return
        await super()._show(found)

    # What there is to read

    def _all_told(self, talk: Talk, width: int) -> Sequence[Told]:
        blocks = [self._theirs(talk, width), self._next_time(talk, width), self._letters(talk, width)]
        paused = told(words.WORDS_PAUSED.format(name=talk.name), width, "$accent") if talk.is_paused else []
        top = heading(words.BETWEEN.format(name=talk.name))
        return [top, *paused, *(row for block in blocks for row in (Told(), *block))]

    def _theirs(self, talk: Talk, width: int) -> list[Told]:
        rows = [heading(words.THEY_SHARE.format(name=talk.name))]
        goals = talk.page.goals if talk.page else ()
        for goal in goals:
            for at, line in enumerate(goal_in_lines(goal)):
                rows += told(line, width, "" if at else "bold", opens=goal, key="" if at else goal.id)
            rows += told(words.UNTIL_DAY.format(until=day_in_words(goal.until)), width, "$text-muted")
        return rows if goals else [*rows, *told(words.NOTHING_FROM_THEM, width, "$text-muted")]

    def _next_time(self, talk: Talk, width: int) -> list[Told]:
        rows, theirs = [heading(words.NEXT_TIME)], talk.page.line if talk.page else None
        if theirs:
            rows += told(words.OF_THEIRS.format(name=talk.name, text=theirs), width)
        if talk.line:
            rows += told(words.OF_MINE.format(text=talk.line), width)
        if not theirs and not talk.line and talk.is_connected:
            rows += told(keyed(self, words.NEXT_TIME_EMPTY).format(name=talk.name), width, "$text-muted")
        return rows if len(rows) > 1 else [*rows, *told(words.NOTHING_FROM_THEM, width, "$text-muted")]

    def _letters(self, talk: Talk, width: int) -> list[Told]:
        rows = [heading(words.MESSAGES)]
        for at, (letter, is_mine) in enumerate(talk.letters):
            rows += [Told()] if at and self.has_class("-tall") else []
            who = words.YOU if is_mine else talk.name
            said = [short_day(letter.at[:10]), who, _about(letter, talk)]
            head = " · ".join(part for part in said if part)
            opens, key = OfLetter(letter, is_mine), f"{is_mine}-{letter.no}"
            mark = f"{KEPT} " if letter.kept else ""
            rows += told(mark + " ".join(head.split()), width, "$text-muted")
            rows += told(letter.text, width, opens=opens, key=key, indent=2)
        if not talk.letters and talk.is_connected:
            rows += told(keyed(self, words.MESSAGES_EMPTY).format(name=talk.name), width, "$text-muted")
        return rows

    # Words to them

    def action_write(self) -> None:
        self._ask_words(None)

    def _open(self, what: object) -> None:
        """A few words about what the bar stands at: a goal of theirs, or what some words were about."""
        if isinstance(what, SharedGoal):
            self._ask_words(what.id)
        elif isinstance(what, OfLetter):
            self._ask_words(what.letter.about)

    def _ask_words(self, about: str | None) -> None:
        talk = self._found
        if talk is None:
            return
        if not talk.is_connected:
            self._say(words.NOT_CONNECTED)
            return
        # Words about what is not shared any more go as words to the person.
        title = talk.titles.get(about) if about else None
        shared, partner_id = (about if title is not None else None), talk.partner.id
        question = words.WORDS_ABOUT if title else words.WORDS_FOR
        self.app.push_screen(
            Ask(
                question.format(name=talk.name, title=" ".join((title or "").split())),
                page=True,
                kept=Kept(self._desk, *message(partner_id, shared)),
                deed=_("send"),
                lines=[together.READ_LATER.format(name=talk.name)],
                save=_sent(lambda journal, text: Words(journal).encourage(partner_id, text, shared)),
            ),
            self._encouraged,
        )

    def _encouraged(self, answer: Answer | None) -> None:
        if answer is not None:
            self._goes(together.ENCOURAGED)

    # The next time, the agreement, kept words

    def action_next_time(self) -> None:
        """One line, which both see. A blank takes it away."""
        talk = self._found
        if talk is None:
            return
        if not talk.is_connected:
            self._say(words.NOT_CONNECTED)
            return
        partner_id = talk.partner.id
        self.app.push_screen(
            Ask(
                words.NEXT_TIME_ASKED,
                text=talk.line or "",
                tells_blank=True,
                kept=Kept(self._desk, NEXT_MEETING, partner_id),
                lines=[words.SEES_THIS.format(name=talk.name)],
                save=_sent(lambda journal, text: Words(journal).say_line(partner_id, text.strip() or None)),
            ),
            self._said_line,
        )

    def _said_line(self, answer: Answer | None) -> None:
        if answer is not None:
            self._goes(words.NEXT_TIME_SAVED if answer.text.strip() else words.NEXT_TIME_GONE)

    def action_agreement(self) -> None:
        self.app.push_screen(AgreementSides(self._desk, self._partner_id))

    def action_keep(self) -> None:
        """Words of theirs go to a hard day, or no longer."""
        here = self._list.opened
        if isinstance(here, OfLetter) and not here.is_mine:
            letter, keep = here.letter, not here.letter.kept
            self.hear(
                self._desk.ask(lambda journal: Words(journal).keep(letter, keep)),
                lambda _: self._changed(words.KEPT_WORDS if keep else words.NOT_KEPT_WORDS),
            )
        else:
            self._say(words.THEIR_WORDS_ALONE)


def _about(letter: Letter, talk: Talk) -> str:
    """What words are about, or that it is not shared any more; nothing of words to the person."""
    title = letter_about(letter, talk.titles)
    return words.ABOUT.format(title=title) if letter.about in talk.titles else title


def _sent(deed: "Callable[[OpenJournal, str], object]") -> "Callable[[OpenJournal, Answer], object]":
    """A deed with what was typed, after which its draft goes."""

    def save(journal: "OpenJournal", answer: Answer) -> object:
        done = deed(journal, answer.text)
        journal.keep_draft(replace(journal.blank_page(), id=answer.draft_id))
        return done

    return save
