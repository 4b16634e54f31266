"""`cairn goal`: what a person is moving towards, in their own words. Nothing here is measured."""

from argparse import Namespace
from dataclasses import replace

from journal.domain.draft_kinds import GOAL_REFLECTION
from journal.domain.goal import GENTLY_AT_ONCE, SHOWN_IN_PERSON, Goal
from journal.errors import BadInput, NotAllowed
from journal.use_cases.open_journal import OpenJournal
from tui.commands.asking import ask_choice, ask_line, has_words
from tui.commands.documents import document_of, step_document
from tui.commands.standard_input import first_line
from tui.commands.terminal import Terminal
from tui.wording import goals as words
from tui.wording import shell
from tui.wording.goal_page import shown_line
from tui.wording.items import head_of
from tui.wording.parts import word
from tui.wording.things import goal_in_lines


def run(options: Namespace) -> int:
    """One deed on goals."""
    terminal = Terminal(options)
    if options.deed == "show" and options.fields is not None:
        _check_fields(options.fields)
    with terminal.journal() as journal:
        return _DEEDS[options.deed](terminal, journal)


def _add(terminal: Terminal, journal: OpenJournal) -> int:
    """Save the title as soon as it is there; a step may follow."""
    if terminal.options.dash is None and terminal.can_ask():
        goal = _ask(terminal, journal)
    else:
        title, matters = first_line(terminal.text(True, words.TOWARDS))
        if not title:
            raise BadInput(words.NEEDS_WORDS)
        goal = journal.add_goal(title, values={"why_it_matters": matters})
    if len(journal.goals("moving_towards")) > GENTLY_AT_ONCE:
        terminal.say(words.MANY)
    return terminal.answer(document_of(goal), [words.SAVED, _line(goal)], changed=True)


def _ask(terminal: Terminal, journal: OpenJournal) -> Goal:
    while not (title := ask_line(terminal, words.TOWARDS)):
        terminal.say(words.NEEDS_WORDS)
    goal = terminal.save(lambda: journal.add_goal(title))
    try:
        _ask_step(terminal, journal, goal)
    except EOFError:
        # The goal is saved; whoever leaves here has left the step.
        terminal.say(words.STAYS_OPEN)
    return journal.goal(goal.id)


def _ask_step(terminal: Terminal, journal: OpenJournal, goal: Goal) -> None:
    text = ask_line(terminal, f"{words.SMALL_STEP} {shell.ENTER_LEAVES_IT}")
    if not text:
        return
    step = terminal.save(lambda: journal.add_step(goal.id, text))
    feels = ask_choice(terminal, words.DOABLE, words.DOABLE_ANSWERS)
    if feels == "not_sure":
        terminal.say(words.STAYS_OPEN)
    if feels == "smaller" and (smaller := ask_line(terminal, words.SMALLER)):
        terminal.save(lambda: journal.reword_step(step.id, smaller))


def _list(terminal: Terminal, journal: OpenJournal) -> int:
    goals = journal.goals(terminal.options.status)
    today = journal.moment().for_date
    lines = ["\n".join([_line(goal), *_below(goal, today)]) for goal in goals]
    return terminal.answer({"goals": [document_of(goal) for goal in goals]}, lines or [shell.NOTHING_HERE])


def _show(terminal: Terminal, journal: OpenJournal) -> int:
    goal = journal.goal(terminal.options.id)
    if terminal.options.fields is not None:
        return _in_person(terminal, goal, _names(terminal.options.fields))
    lines = [f"{head_of(goal)}  ({goal.id[:8]})", *goal_in_lines(goal, ids=True)]
    if goal.asks_to_be_seen(journal.moment().for_date):
        lines.append(words.REVISIT)
    return terminal.answer(document_of(goal), lines)


def _in_person(terminal: Terminal, goal: Goal, names: set[str]) -> int:
    """The chosen lines and nothing else: no id, no mark."""
    chosen = [name for name in SHOWN_IN_PERSON if name in names]
    document = {name: document_of(goal)[name] for name in chosen}
    if goal.next_step is not None and "next_step" in document:
        step = step_document(goal.next_step)
        document["next_step"] = {"text": step["text"], "status": step["status"]}
    return terminal.answer(document, [line for line in (shown_line(goal, name) for name in chosen) if line])


def _status(terminal: Terminal, journal: OpenJournal) -> int:
    goal = journal.set_goal_status(terminal.options.id, terminal.options.status)
    terminal.say(words.AFTER_STATUS[goal.status])
    if goal.status == "moving_towards" and len(journal.goals("moving_towards")) > GENTLY_AT_ONCE:
        terminal.say(words.MANY)
    return terminal.answer(document_of(goal), [_line(goal)], changed=True)


def _reflect(terminal: Terminal, journal: OpenJournal) -> int:
    options, goal = terminal.options, journal.goal(terminal.options.id)
    draft = replace(journal.blank_page(options.at), kind=GOAL_REFLECTION, item_id=goal.id)
    note = terminal.text(
        options.dash is not None,
        f"{words.REFLECT}. {shell.ENDS_TEXT}",
        lambda so_far: journal.keep_draft(replace(draft, body=so_far)),
        may_skip=True,
    )
    if not has_words(terminal, note, shell.NO_WORDS):
        return 0
    goal = terminal.save(lambda: journal.reflect_on_goal(goal.id, note, options.at, draft.id))
    return terminal.answer(document_of(goal), [words.SAVED_WORDS], changed=True)


def _line(goal: Goal) -> str:
    return f"{goal.id[:8]}  {goal.title} · {word('goal', 'status', goal.status)}"


def _below(goal: Goal, today: str) -> list[str]:
    indent = " " * 10
    lines = [] if goal.next_step is None else [indent + words.next_step(goal.next_step.text)]
    if goal.asks_to_be_seen(today):
        lines.append(indent + words.REVISIT)
    return lines


def _names(typed: str) -> set[str]:
    return {name.strip().replace("-", "_") for name in typed.split(",")}


def _check_fields(typed: str) -> None:
    if not _names(typed) <= set(SHOWN_IN_PERSON):
        raise NotAllowed("--fields", SHOWN_IN_PERSON)


_DEEDS = {"add": _add, "list": _list, "show": _show, "status": _status, "reflect": _reflect}
