"""`cairn goal step`: small steps, named, put in other words, done or set aside."""

from argparse import Namespace

from journal.domain.goal import GoalStep
from journal.use_cases.open_journal import OpenJournal
from tui.commands.asking import ask_line, has_words
from tui.commands.documents import step_document
from tui.commands.terminal import Terminal
from tui.wording import goals as words
from tui.wording import shell
from tui.wording.things import step_in_words


def run(options: Namespace) -> int:
    """One deed on a step."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        if options.step_deed == "add":
            return _add(terminal, journal)
        return _reword(terminal, journal) if options.step_deed == "reword" else _set(terminal, journal)


def _add(terminal: Terminal, journal: OpenJournal) -> int:
    goal = journal.goal(terminal.options.id)
    text = _text(terminal, words.ANOTHER_STEP if goal.steps else words.SMALL_STEP)
    if not has_words(terminal, text, shell.NO_WORDS):
        return 0
    step = terminal.save(lambda: journal.add_step(goal.id, text))
    terminal.say(words.SAVED_STEP)
    return _answer(terminal, journal, step)


def _set(terminal: Terminal, journal: OpenJournal) -> int:
    step = journal.set_step(terminal.options.step, terminal.options.status)
    terminal.say(words.AFTER_STEP[step.status])
    return _answer(terminal, journal, step)


def _reword(terminal: Terminal, journal: OpenJournal) -> int:
    step = journal.step(terminal.options.step)
    if terminal.options.dash is None and terminal.can_ask():
        terminal.say(step_in_words(step))
    text = _text(terminal, words.STEP_IN_OTHER_WORDS)
    if not has_words(terminal, text, shell.NO_WORDS):
        return 0
    step = terminal.save(lambda: journal.reword_step(step.id, text))
    terminal.say(words.SAVED_STEP)
    return _answer(terminal, journal, step)


def _text(terminal: Terminal, question: str) -> str:
    """The words of a step; several lines become one."""
    if terminal.options.dash is None and terminal.can_ask():
        return ask_line(terminal, f"{question} {shell.ENTER_LEAVES_IT}")
    return terminal.text(True, question)


def _answer(terminal: Terminal, journal: OpenJournal, step: GoalStep) -> int:
    document = {**step_document(step), "goal_id": journal.goal_of_step(step.id).id}
    return terminal.answer(document, [f"{step_in_words(step)}  ({step.id[:8]})"], changed=True)
