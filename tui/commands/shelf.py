"""`cairn strength`, `people`, `story` and `week`: what a person has named as theirs, added, read and changed."""

from argparse import Namespace
from collections.abc import Mapping

from journal.domain.draft_kinds import change_of, new_thing
from journal.domain.groups import FacilitatorSummary
from journal.domain.parts import read_parts
from journal.domain.shelves import SHELVES, CopingTool, MyPerson, PlanPart, Thing, WeekAnchor
from journal.use_cases.open_journal import OpenJournal
from tui.commands.asking import Begun, ask_parts
from tui.commands.changing import Changing, new_values
from tui.commands.documents import thing_document
from tui.commands.standard_input import first_line
from tui.commands.terminal import Terminal
from tui.wording import peers, saved, shell, toolbox
from tui.wording.parts import plan_title, word
from tui.wording.things import thing_in_lines, thing_name

PLURALS = {"tool": "tools", "strength": "strengths", "person": "people", "story": "stories", "week": "week"}
"""The key that a list stands under."""

_SAVED = {**toolbox.SAVED, "week": peers.SAVED_WEEK}


def run(options: Namespace) -> int:
    """One deed on one shelf."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        return DEEDS[options.deed](terminal, journal)


def add(terminal: Terminal, journal: OpenJournal) -> int:
    """Put something on the shelf, typed or from standard input; words from fixed lists may be options."""
    options, kind = terminal.options, terminal.options.shelf
    parts = SHELVES[kind].parts
    chosen = {part.name: getattr(options, part.name) for part in parts if getattr(options, part.name, None)}
    begun = Begun(journal, new_thing(kind), chosen)
    if options.dash is None and terminal.can_ask():
        asked = ask_parts(terminal, kind, [part for part in parts if part.name not in chosen], begun.keep)
    else:
        asked = _read(kind, terminal.text(True, ""))
    thing = terminal.save(lambda: journal.add_thing(kind, {**asked, **chosen}, begun.id))
    return terminal.answer(thing_document(thing), [_SAVED[kind], line_of(thing)], changed=True)


def list_all(terminal: Terminal, journal: OpenJournal) -> int:
    """Everything on the shelf."""
    kind = terminal.options.shelf
    things = journal.things(kind)
    document = {PLURALS[kind]: [thing_document(thing) for thing in things]}
    return terminal.answer(document, [line_of(thing) for thing in things] or [shell.NOTHING_HERE])


def show(terminal: Terminal, journal: OpenJournal) -> int:
    """One thing with all its parts."""
    return show_thing(terminal, journal.thing(terminal.options.shelf, terminal.options.id))


def edit(terminal: Terminal, journal: OpenJournal) -> int:
    """New words for some parts of one thing."""
    kind = terminal.options.shelf
    return edit_thing(terminal, journal, kind, journal.thing(kind, terminal.options.id))


DEEDS = {"add": add, "list": list_all, "show": show, "edit": edit}


def show_thing(terminal: Terminal, thing: Thing) -> int:
    """Answer with one thing of any kind."""
    return terminal.answer(thing_document(thing), _whole(thing))


def edit_thing(terminal: Terminal, journal: OpenJournal, kind: str, thing: Thing) -> int:
    """Put new values in place of some parts: a JSON object, or asked one after the other."""
    shelf = SHELVES[kind]
    # A section stays in its plan, and a page is for whom it was written; only its words are changed.
    parts = shelf.parts if isinstance(thing, PlanPart | FacilitatorSummary) else shelf.every_part
    values, draft_id = new_values(
        terminal, journal, Changing(kind, thing.id, parts, _whole(thing), draft=change_of(kind, thing))
    )
    if not values:
        return 0
    read_parts(parts, values)
    changed = terminal.save(lambda: _change(journal, thing, values, draft_id))
    if not isinstance(changed, shelf.makes):
        raise TypeError("the journal changed a thing of another kind")
    return terminal.answer(thing_document(changed), [saved.CHANGED, line_of(changed)], changed=True)


def _change(journal: OpenJournal, thing: Thing, values: Mapping[str, object], draft_id: str | None) -> object:
    """As anything is changed; of a page for a facilitator with goals that are there, and parts that can leave."""
    if isinstance(thing, FacilitatorSummary):
        from sync.consent.summaries import Summaries

        return Summaries(journal).write(thing.partner, values, draft_id)
    return journal.change(thing.id, values, draft_id)


def line_of(thing: Thing) -> str:
    """One thing on one line, with the start of its id."""
    name = thing_name(thing)
    if isinstance(thing, WeekAnchor):
        weekday, part_of_day = word("week", "weekday", thing.weekday), word("week", "part_of_day", thing.part_of_day)
        name = peers.in_the_week(weekday, part_of_day, thing.label)
    elif isinstance(thing, MyPerson):
        said = [thing.relationship or "", ", ".join(word("person", "good_for", one) for one in thing.good_for)]
        name = " · ".join(part for part in (name, *said) if part)
    elif isinstance(thing, CopingTool) and thing.kind != "other":
        name = f"{name} · {word('tool', 'kind', thing.kind)}"
    elif isinstance(thing, PlanPart):
        name = f"{plan_title(thing.plan)} · {name}"
    return f"{thing.id[:8]}  {name}"


def _whole(thing: Thing) -> list[str]:
    name, *rest = thing_in_lines(thing)
    return [f"{name}  ({thing.id[:8]})", *rest]


def _read(kind: str, text: str) -> dict[str, object]:
    """The parts that plain words stand for: what it is known by first, then the long part."""
    if kind == "story":
        return _read_story(text.strip("\n"))
    line, rest = first_line(text)
    if kind == "person":
        relationship, contact = first_line(rest)
        return {"alias": line, "relationship": relationship, "contact": contact}
    known_by, long_part = {"tool": ("name", "how_to"), "strength": ("text", "story"), "week": ("label", "note")}[kind]
    return {known_by: line, long_part: rest}


def _read_story(text: str) -> dict[str, object]:
    """A first line with a blank one under it is the title."""
    lines = text.split("\n")
    body = "\n".join(lines[2:]).strip("\n")
    titled = body.strip() and not lines[1].strip()
    return {"title": lines[0], "body": body} if titled else {"body": text}
