"""`cairn check-in`: one moment, from options or as a few questions. Loads no screen and no pydantic."""

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from journal.domain.check_in import HELPED_MARKS, CheckIn, ToolUse
from journal.domain.scales import DIMENSIONS, Scale, check_answer, scale_named
from journal.errors import BadInput, NotAllowed, OutOfRange
from tui.commands.terminal import SKIPS, SUPPORT, Terminal
from tui.wording import check_in as words
from tui.wording import shell

if TYPE_CHECKING:
    from journal.use_cases.checking_in import CheckInSaved
    from journal.use_cases.open_journal import OpenJournal

SCALE_SETTING = "scale"
QUICK = ("mood", "hope")


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
        scale = scale_named(options.scale or journal.setting(SCALE_SETTING) or "n11_v1")
        blank = replace(journal.blank_check_in(options.at), scale_id=scale.id)
        filled = _ask(terminal, journal, blank, scale) if asks else _fill(terminal, journal, blank, scale, answers)
        if filled == blank and asks:
            terminal.say(shell.SKIPPED_ALL)
            return 0
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


def _ask(terminal: Terminal, journal: "OpenJournal", blank: CheckIn, scale: Scale) -> CheckIn:
    today = journal.moment().for_date
    numbers: dict[str, int | None] = {}
    for dimension in QUICK if scale.lowest is not None else ():
        question = words.question(dimension, blank.moment.for_date, today)
        numbers[dimension] = _ask_one(terminal, dimension, question, scale)
    note = _note(terminal.text(False, shell.NOTE_HERE))
    return replace(blank.with_answers(numbers), note=note)


def _note(typed: str) -> str | None:
    return typed if typed.strip() else None


def _ask_one(terminal: Terminal, dimension: str, question: str, scale: Scale) -> int | None:
    """Ask until the answer is one of the scale's, or `skip`, or nothing."""
    range_words = f"({scale.lowest} to {scale.highest}, or skip)"
    while (typed := terminal.ask(f"{question} {range_words}").strip().lower()) not in SKIPS:
        if typed == SUPPORT:
            terminal.show_support()
            continue
        try:
            return _number(dimension, typed, scale)
        except BadInput as problem:
            terminal.say(str(problem))
    return None


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
    helping = [names[use.tool_id] for use in saved.check_in.tools_used if use.helped in ("a_lot", "a_little")]
    lines = [shell.SAVED]
    if helping:
        lines.append(words.you_noted(helping))
    if saved.support_is_offered:
        lines.append(shell.SUPPORT_OFFERED)
    if saved.that_day == words.MANY_FROM:
        lines.append(words.MANY)
    return terminal.answer(_document(terminal, saved.check_in), lines, changed=True)


def _document(terminal: Terminal, check_in: CheckIn) -> dict[str, Any]:
    """For `--json` alone: the documents know every kind of thing there is, and a quick check-in loads none of them."""
    if not terminal.as_json:
        return {}
    from tui.commands.documents import document_of

    return document_of(check_in)
