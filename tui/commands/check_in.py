"""`cairn check-in`: one moment, from options or as a few questions. Loads no screen and no pydantic."""

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from journal.domain.check_in import HELPED_MARKS, CheckIn, ToolUse
from journal.domain.scales import DIMENSIONS, Scale, check_answer, scale_named
from journal.errors import BadInput, NotAllowed, OutOfRange
from tui.commands.terminal import Terminal
from tui.wording import check_in as words
from tui.wording import shell

if TYPE_CHECKING:
    from journal.use_cases.checking_in import CheckInSaved
    from journal.use_cases.open_journal import OpenJournal


def run(options: Namespace) -> int:
    """Save what the options say, or ask."""
    terminal = Terminal(options)
    answers = {dimension: getattr(options, dimension) for dimension in DIMENSIONS}
    asks = not (
        any(answer is not None for answer in answers.values()) or options.feeling or options.helped or options.note
    )
    if asks and not terminal.can_ask():
        raise BadInput(shell.NOTHING_ASKED, hint=shell.NOTHING_ASKED_HINT)
    with terminal.journal() as journal:
        if asks:
            return _ask(terminal, journal)
        scale = scale_named(options.scale or journal.chosen_scale())
        blank = replace(journal.blank_check_in(options.at), scale_id=scale.id)
        filled = _fill(terminal, journal, blank, scale, answers)
        if filled == blank:
            raise BadInput(shell.NOTHING_ASKED, hint=shell.NOTHING_ASKED_HINT)
        saved = terminal.save(lambda: journal.record_check_in(filled))
        return _answer(terminal, journal, saved)


def _fill(
    terminal: Terminal, journal: "OpenJournal", blank: CheckIn, scale: Scale, answers: dict[str, str | None]
) -> CheckIn:
    numbers = {name: _number(name, typed, scale) for name, typed in answers.items()}
    return replace(
        blank.with_answers(numbers),
        feelings=_feelings(terminal.options.feeling),
        tools_used=tuple(_tool_use(journal, text) for text in terminal.options.helped),
        note=_note(terminal.text(True, shell.NOTE_HERE)) if terminal.options.note else None,
    )


def _ask(terminal: Terminal, journal: "OpenJournal") -> int:
    """A few questions in place; what they were about is said there, and nothing of it afterwards."""
    from tui.commands.check_in_here import ask_here

    at: str | None = terminal.options.at
    saved = ask_here(terminal, journal, None if at is None else journal.moment(at), terminal.options.scale)
    return 0 if saved is None else terminal.answer(_document(terminal, saved.check_in), [shell.SAVED], changed=True)


def _note(typed: str) -> str | None:
    return typed if typed.strip() else None


def _number(dimension: str, typed: str | None, scale: Scale) -> int | None:
    if typed is None:
        return None
    if scale.lowest is None or scale.highest is None:
        check_answer(scale, dimension, 0)
        return None
    digits = typed.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        raise OutOfRange(dimension, scale.lowest, scale.highest)
    check_answer(scale, dimension, int(typed))
    return int(typed)


def _feelings(typed: list[str]) -> tuple[str, ...]:
    if not typed:
        return ()
    from journal.data import feelings
    from journal.domain.feelings import feeling_id

    return tuple(dict.fromkeys(feeling_id(feelings(), word) for word in typed))


def _tool_use(journal: "OpenJournal", text: str) -> ToolUse:
    tool_id, separator, mark = text.partition("=")
    if not separator or mark not in HELPED_MARKS:
        raise NotAllowed("helped TOOL=", HELPED_MARKS)
    return ToolUse(journal.tool(tool_id).id, mark)


def _answer(terminal: Terminal, journal: "OpenJournal", saved: "CheckInSaved") -> int:
    names = {tool.id: tool.name for tool in journal.tools()} if saved.check_in.tools_used else {}
    lines = words.said_after(saved, [names[tool_id] for tool_id in saved.helping], shell.SUPPORT_OFFERED)
    return terminal.answer(_document(terminal, saved.check_in), lines, changed=True)


def _document(terminal: Terminal, check_in: CheckIn) -> dict[str, Any]:
    """For `--json` alone: the documents know every kind of thing there is, and a quick check-in loads none of them."""
    if not terminal.as_json:
        return {}
    from tui.commands.documents import document_of

    return document_of(check_in)
