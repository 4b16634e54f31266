"""One page that somebody shares with a facilitator: to be read and answered, and gone from here when it is not shared.

Nothing of it is kept in the screen but what is shown.
"""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from journal.domain.draft_kinds import is_message, message, message_about
from journal.errors import CairnError, NotFound
from journal.paths import Home
from tui.actions import deeds_of
from tui.inert import inert
from tui.language import _
from tui.modals.ask import Ask, Kept
from tui.modals.ask import Words as Answer
from tui.modals.ask_path import AskPath
from tui.screens.facilitator_asking import ask_groups, let_draft_go
from tui.screens.hearing import bindings_of
from tui.screens.meeting_told import MeetNow
from tui.screens.one_thing import OneThing
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.wording import facilitating as words
from tui.wording import summary as of_summary
from tui.wording import together
from tui.wording.dates import day_in_words, short_day
from tui.wording.facilitating_parts import LABELS
from tui.wording.summary_commands import MAY_NOT_PRINT

if TYPE_CHECKING:
    from journal.progress import Progress
    from journal.use_cases.open_journal import OpenJournal

PROMINENT = tuple(LABELS["summary"][name] for name in ("support_i_would_like", "questions_for_you"))


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be shown, in words."""

    name: str = field(repr=False)
    shared: str
    """The id of the page, by which an answer is about it."""
    until: str
    may_print: bool
    header: str = field(repr=False)
    parts: Content = field(repr=False)
    answers: str = field(repr=False)
    worried: str
    reminder: str = field(repr=False)


class SummaryScreen(OneThing):
    """One page. Takes the facilitator's home, where that is, and the id of who wrote it."""

    WHERE = "summary"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("summary"))

    def __init__(self, desk: Desk, home: Home, member: str) -> None:
        super().__init__()
        self._desk = desk
        self._home = home
        self._member = member
        self._found: Found | None = None
        self._asked: Reply | AskPath[Path] | None = None
        """The question that stands over it, if one does."""
        self._is_gone = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="header", classes="muted")
            yield Static("", id="parts", classes="part")
            yield Static("", id="answers-head", classes="heading part")
            yield Static("", id="answers")
            yield Static("", id="no-answers", classes="muted part")
            yield Static("", id="worried", classes="muted part")
            yield Static("", id="reminder", classes="muted part")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        found = self._found
        prints = [("P", _("print"))] if found is not None and found.may_print else []
        answer = [("R", _("answer"))] if found is not None else []
        return [*answer, ("Esc", _("back")), *prints, ("↑↓", _("scroll")), ("F1", _("help"))]

    def on_mount(self) -> None:
        self.query_one("#column").focus()
        self._read()

    # Reading

    def _read(self) -> None:
        if self._is_gone:
            return
        # What is behind something else is not read by anybody just now.
        member, home, is_in_front = self._member, self._home, self.is_active
        asked = ask_groups(self._desk, lambda journal: _found(journal, home, member, opens=is_in_front))
        self.hear(asyncio.ensure_future(asked), self._show, self._not_there)

    def _show(self, found: Found) -> None:
        if self._is_gone:
            return
        is_other = self._found is not None and self._found.shared != found.shared
        self._found = found
        self._put_up(
            {
                "head": words.FROM.format(name=found.name),
                "header": found.header,
                "parts": found.parts,
                "answers-head": words.MY_ANSWERS if found.answers else "",
                "answers": found.answers,
                "no-answers": "" if found.answers else keyed(self, words.NO_ANSWERS),
                "worried": found.worried,
                "reminder": found.reminder,
            }
        )
        if is_other:
            # Words on their way were about another page.
            self._drop_question()
        self.say_keys()

    def _not_there(self, problem: CairnError) -> None:
        if not isinstance(problem, NotFound):
            super()._not_there(problem)
        elif not self._is_gone:
            self._is_gone = True
            self._clear()
            had_words = self._drop_question()
            said = [words.PAGE_GONE, *([words.REPLY_GONE] if had_words else [])]
            self.app.notify(" ".join(said), markup=False)
            self.announce_change()

    def _clear(self) -> None:
        """Nothing of the page stays in any widget, whatever stands over the screen."""
        self._found = None
        for shown in self.query(Static):
            if not isinstance(shown, KeysLine):
                shown.update("")
        # What is not drawn just now keeps the lines it was drawn with, for as long as it is there.
        self.query_one("#column").remove_children()
        self.say_keys()
        if self in self.app.screen_stack:
            # Behind another section it goes by itself on the way back to this one.
            self.dismiss()

    def _drop_question(self) -> bool:
        """Take away what is asked about the page; whether words of an answer went with it."""
        asked, self._asked = self._asked, None
        if isinstance(asked, Reply):
            return asked.drop()
        if asked is not None:
            asked.dismiss(None)
        return False

    # Answering

    def action_reply(self) -> None:
        found, member = self._found, self._member
        if found is None:
            return

        def reply(journal: "OpenJournal", answer: Answer) -> None:
            from sync.consent.groups import Groups

            Groups(journal).reply(member, answer.text)
            let_draft_go(journal, answer.draft_id)

        self._asked = Reply(
            words.REPLY_TO.format(name=found.name),
            page=True,
            kept=Kept(self._desk, *message(member, found.shared)),
            deed=_("send"),
            lines=[together.READ_LATER.format(name=found.name)],
            needs=words.REPLY_NEEDS_WORDS,
            save=reply,
        )
        self.app.push_screen(self._asked, self._replied)

    def _replied(self, answer: Answer | None) -> None:
        self._asked = None
        if answer is not None:
            self._changed(together.ENCOURAGED)
            self.post_message(MeetNow())

    # On paper

    def action_print(self) -> None:
        """To a path that is asked for; where the person has not allowed it, that is said."""
        found = self._found
        if found is None:
            return
        if not found.may_print:
            self._say(MAY_NOT_PRINT)
            return
        until = day_in_words(found.until)
        self._asked = AskPath(
            words.WHERE_TO_PRINT, self._written_to, saying=words.PRINTING, lines=words.PRINT_LINES, hint="~/page.txt"
        )
        self.app.push_screen(self._asked, lambda path: self._printed(path, until))

    def _written_to(self, path: Path, _progress: "Progress") -> "asyncio.Future[Path]":
        return asyncio.ensure_future(self._write(path))

    async def _write(self, path: Path) -> Path:
        """Touches no widget."""
        member = self._member
        text = await ask_groups(self._desk, lambda journal: _to_print(journal, member))
        await asyncio.to_thread(_write_new, path, text)
        return path

    def _printed(self, path: Path | None, until: str) -> None:
        self._asked = None
        if path is not None:
            self._say(words.PRINTED.format(until=until))


class Reply(Ask):
    """A question that can be taken away with everything in it."""

    def drop(self) -> bool:
        """Let it go, unsaved and not kept; whether there were words."""
        had_words = bool(self._typed.strip())
        self._answered = True
        self._question, self._lines = "", ()
        self._fill("")
        for shown in self.query(Static):
            if not isinstance(shown, KeysLine):
                shown.update("")
        self.dismiss(None)
        return had_words


def let_replies_go(journal: "OpenJournal", shared: Collection[str]) -> None:
    """Answers that were begun to pages which are not shared any more go as the pages do. `shared`: ids of pages."""
    for draft in journal.drafts():
        if is_message(draft) and message_about(draft) not in shared:
            let_draft_go(journal, draft.id)


def _found(journal: "OpenJournal", home: Home, member: str, *, opens: bool) -> Found:
    from sync.consent.groups import Groups
    from tui.summary_reading import safeguarding_at

    groups = Groups(journal)
    received = groups.open_summary(member) if opens else groups.summary(member)
    card, page = groups.role_card(), received.summary
    answers = [words.ANSWERED_ON.format(day=short_day(each.at[:10]), text=each.text) for each in groups.replies(member)]
    return Found(
        name=received.name or of_summary.SOMEBODY,
        shared=page.id,
        until=page.until,
        may_print=bool(page.may_print),
        header=of_summary.header(received.name, page),
        parts=_parts(of_summary.summary_in_lines(page)),
        answers="\n\n".join(answers),
        worried=safeguarding_at(home),
        reminder=words.what_they_know(card.reads_on if card is not None else None),
    )


def _parts(blocks: Collection[str]) -> Content:
    """Each part under what it is called. What they ask for stands out."""
    shown: list[Content] = []
    for block in blocks:
        label, _newline, text = block.partition("\n")
        stands_out = label in PROMINENT
        head = Content.styled(label, "bold $accent" if stands_out else "$text-muted")
        shown.append(Content("\n").join([head, as_content(text, "bold" if stands_out else "")]))
    return Content("\n\n").join(shown)


def _to_print(journal: "OpenJournal", member: str) -> str:
    from sync.consent.groups import Groups
    from tui.summary_reading import printed_page

    return printed_page(Groups(journal).summary(member))


def _write_new(path: Path, text: str) -> None:
    from journal.portable.new_place import new_file

    with new_file(path) as file:
        file.write(inert(text).encode())
