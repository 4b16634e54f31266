"""Every question and form of the toolbox: what a thing is called, all its parts, a section of a plan, a mark."""

from collections.abc import Callable
from typing import cast

from journal.domain.draft_kinds import new_thing, plan_section
from journal.domain.parts import Part, values_of
from journal.domain.shelves import SHELVES, CopingTool, PlanPart, Thing
from tui.modals.ask import Ask, Kept, Words
from tui.modals.choose import Choose
from tui.screens.form import Form
from tui.screens.hearing import Hearing
from tui.screens.toolbox_rows import PlanSection
from tui.store_thread import Desk
from tui.widgets.page_editor import can_be_edited
from tui.wording import parts as of_parts
from tui.wording import toolbox as words
from tui.wording.check_in import you_noted
from tui.wording.things import thing_name

MARKS = tuple(of_parts.WORDS["tool", "helped"])
"""In the order in which they are offered. Source: domain brief, section 9."""

WRITING = "toolbox-writing"
"""The class of a form in which mostly one text is written."""


def can_be_changed_here(kind: str, thing: Thing) -> bool:
    """Whether every field answers keys without long waits; what came from a shell may be of any length."""
    return all(can_be_edited(str(value)) for value in values_of(thing, SHELVES[kind].parts).values() if value)


def ask_name(screen: Hearing, desk: Desk, kind: str, then: Callable[[Thing], object]) -> None:
    """Ask for the one line by which a new thing is known, put it on its shelf, and go on with it."""
    known_by = SHELVES[kind].parts[0].name

    def answered(answer: Words | None) -> None:
        if answer is not None:
            then(answer.came_of_it)

    screen.app.push_screen(
        Ask(
            of_parts.label(kind, known_by),
            kept=Kept(desk, *new_thing(kind), part=known_by),
            save=lambda journal, name: journal.add_thing(kind, {**name.rest, known_by: name.text}, name.draft_id),
            hint=of_parts.hint(kind, known_by),
            lines=(words.ABOUT[kind],),
            needs=words.NEEDS_WORDS[kind],
        ),
        answered,
    )


def story_form(desk: Desk, then: Callable[[Thing], object]) -> Form[Thing]:
    """A story from the beginning."""
    form: Form[Thing] = Form(
        desk,
        "story",
        SHELVES["story"].parts,
        lambda journal, values, draft_id: journal.add_thing("story", values, draft_id),
        heading=words.SHELVES["story"],
        lines=(words.ABOUT["story"],),
        saved=words.SAVED["story"],
        then=then,
    )
    return form.add_class(WRITING)


def change_form(desk: Desk, kind: str, thing: Thing) -> Form[Thing]:
    """Every part of something that stands on a shelf already."""
    parts = SHELVES[kind].parts
    form: Form[Thing] = Form(
        desk,
        kind,
        parts,
        # The id is that of a thing on a shelf, so that is what comes back.
        lambda journal, values, draft_id: cast(Thing, journal.change(thing.id, values, draft_id)),
        heading=thing_name(thing) if kind != "story" else words.SHELVES["story"],
        values=values_of(thing, parts),
        item_id=thing.id,
    )
    return form.add_class(WRITING) if kind == "story" else form


def section_form(desk: Desk, row: PlanSection) -> Form[PlanPart | None]:
    """The words of one section of a plan, written or blank; saved empty, the section is taken away."""
    # Not the shelf's own part, which needs words: here their absence means something.
    part = Part("words", "text")
    lines = (of_parts.plan_title(row.plan), words.PARTS_BLANK if row.part is None else words.EMPTY_TAKES_AWAY)
    form: Form[PlanPart | None] = Form(
        desk,
        "plan",
        (part,),
        lambda journal, values, draft_id: journal.write_plan(
            row.plan, row.section, str(values["words"] or ""), draft_id
        ),
        heading=of_parts.section_title(row.section),
        lines=lines,
        values={} if row.part is None else values_of(row.part, (part,)),
        # One draft a section, whether it is written or blank by the time one comes back to it.
        draft_kind=plan_section(row.section).kind,
        saved=lambda written: words.SECTION_TAKEN_AWAY if written is None else words.SECTION_SAVED,
    )
    return form.add_class(WRITING)


def ask_whether_it_helped(screen: Hearing, desk: Desk, tool: CopingTool) -> None:
    """Note that a thing was used now and whether it helped, as a check-in of today."""

    def chosen(index: int | None) -> None:
        if index is not None:
            mark = MARKS[index]
            screen.hear(desk.ask(lambda journal: journal.mark_tool(tool.id, mark)), lambda _: marked(mark))

    def marked(mark: str) -> None:
        helped = f"\n{you_noted([tool.name])}" if mark in ("a_little", "a_lot") else ""
        screen.app.notify(f"{words.MARKED}{helped}", markup=False)
        screen.announce_change()

    options = [of_parts.word("tool", "helped", mark) for mark in MARKS]
    screen.app.push_screen(Choose(words.DID_IT_HELP, options, lines=(tool.name,)), chosen)
