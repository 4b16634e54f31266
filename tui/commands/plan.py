"""`cairn plan`: the staying-well plan and the getting-through plan, a section at a time."""

from argparse import Namespace

from journal.domain.draft_kinds import plan_section
from journal.domain.shelves import PLANS, PlanPart
from journal.errors import NotAllowed
from journal.use_cases.open_journal import OpenJournal
from tui.commands.asking import Begun, has_words
from tui.commands.documents import plan_document
from tui.commands.terminal import Terminal
from tui.wording import shell, toolbox
from tui.wording.parts import plan_title, section_title


def run(options: Namespace) -> int:
    """One deed on the plans."""
    terminal = Terminal(options)
    name = None if getattr(options, "plan", None) is None else _one_of("plan", options.plan, PLANS)
    if name is not None and hasattr(options, "section"):
        section = _one_of("section", options.section, PLANS[name])
        with terminal.journal() as journal:
            return _write(terminal, journal, name, section)
    with terminal.journal() as journal:
        return _list(terminal, journal) if options.deed == "list" else _show(terminal, journal, name)


def _one_of(what: str, typed: str, allowed: "dict[str, tuple[str, ...]] | tuple[str, ...]") -> str:
    """A name from a fixed list; hyphens stand for underscores."""
    name = typed.replace("-", "_").lower()
    if name not in allowed:
        raise NotAllowed(what, map(_hyphened, allowed))
    return name


def _list(terminal: Terminal, journal: OpenJournal) -> int:
    """Both plans: each part, and whether it is written."""
    lines = []
    for name, sections in PLANS.items():
        written = journal.plan(name)
        lines.append(f"{plan_title(name)} ({_hyphened(name)})")
        lines += [f"  {_hyphened(one)}: {section_title(one)}{_mark(one in written)}" for one in sections]
    return terminal.answer({"plans": _documents(journal)}, lines)


def _hyphened(name: str) -> str:
    return name.replace("_", "-")


def _mark(is_written: bool) -> str:
    return f" [{shell.WRITTEN}]" if is_written else ""


def _show(terminal: Terminal, journal: OpenJournal, name: str | None) -> int:
    if name is None:
        lines = [line for plan in PLANS for line in _plan_in_lines(plan, journal.plan(plan))]
        return terminal.answer({"plans": _documents(journal)}, lines)
    written = journal.plan(name)
    return terminal.answer(plan_document(name, written), _plan_in_lines(name, written))


def _documents(journal: OpenJournal) -> list[dict[str, object]]:
    return [plan_document(name, journal.plan(name)) for name in PLANS]


def _plan_in_lines(name: str, written: dict[str, PlanPart]) -> list[str]:
    said = [_section_in_lines(section, part) for section, part in written.items()]
    return [plan_title(name), *(said or [toolbox.EASIER_DAY, toolbox.PARTS_BLANK])]


def _write(terminal: Terminal, journal: OpenJournal, name: str, section: str) -> int:
    """Words at the end of a section, or new ones in its place; blank ones from a script take it away."""
    options, there = terminal.options, journal.plan(name).get(section)
    before = f"{there.words}\n" if there is not None and options.deed == "add" else ""
    asks = options.dash is None and terminal.can_ask()
    if asks and there is not None:
        terminal.say_block(there.words)
    begun = Begun(journal, plan_section(section))
    typed = terminal.text(
        options.dash is not None,
        f"{section_title(section)}. {shell.ENDS_TEXT}",
        lambda so_far: begun.keep({"words": before + so_far} if so_far.strip() else {}),
        may_skip=True,
    )
    takes_away = there is not None and options.deed == "edit" and not asks
    if not takes_away and not has_words(terminal, typed, shell.NO_WORDS):
        return 0
    words = before + typed if typed.strip() else ""
    part = terminal.save(lambda: journal.write_plan(name, section, words, begun.id))
    said = [toolbox.SECTION_TAKEN_AWAY] if part is None else [toolbox.SECTION_SAVED, _section_in_lines(section, part)]
    return terminal.answer(plan_document(name, journal.plan(name)), said, changed=True)


def _section_in_lines(section: str, part: PlanPart) -> str:
    return f"{section_title(section)}\n{part.words}"
