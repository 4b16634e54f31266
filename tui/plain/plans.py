"""The two plans, a section at a time. Written on an easier day, used on a harder one."""

from dataclasses import dataclass, replace

from journal.domain.draft_kinds import plan_section
from journal.domain.entry import Draft, answers_of
from journal.domain.shelves import PLANS
from tui.plain.choosing import ask_one_of
from tui.plain.conversation import Back
from tui.plain.forms import blank_at
from tui.plain.rewording import ask_how, ask_other_words
from tui.plain.visit import Visit
from tui.wording import parts as of_parts
from tui.wording import plain as words
from tui.wording import screen as shown
from tui.wording import toolbox


@dataclass(frozen=True, slots=True)
class Section:
    """One section of one plan."""

    plan: str
    name: str


def read_plans(visit: Visit) -> None:
    """Choose a plan, then its sections."""
    visit.talk.say(toolbox.EASIER_DAY, toolbox.PARTS_BLANK)
    options = [(plan, of_parts.plan_title(plan)) for plan in PLANS]
    while (plan := ask_one_of(visit.talk, words.WHICH_PLAN, options)) is not None:
        try:
            _read_plan(visit, plan)
        except Back:
            continue


def _read_plan(visit: Visit, plan: str) -> None:
    """Every section with what it has; a number writes one."""
    while True:
        written = {section: part.words for section, part in visit.journal.plan(plan).items()}
        titles = [(section, of_parts.section_title(section)) for section in PLANS[plan]]
        options = [
            (section, words.part_with(title, words.start_of(written.get(section, "")))) for section, title in titles
        ]
        section = ask_one_of(visit.talk, words.plan_to_choose(of_parts.plan_title(plan)), options)
        if section is None:
            return
        try:
            write_section(visit, Section(plan, section))
        except Back:
            visit.talk.say(words.WENT_BACK)


def write_section(visit: Visit, section: Section, begun: Draft | None = None) -> None:
    """New words for a section, or none: then it is taken out, and undo brings it back.

    Args:
        visit: whom to ask.
        section: which.
        begun: the draft to go on with; the latest of the section where left out.
    """
    talk, journal = visit.talk, visit.journal
    written = journal.plan(section.plan).get(section.name)
    begun = begun or journal.begun(*plan_section(section.name))
    now = _words_of(begun) if begun is not None else written.words if written is not None else ""
    draft = begun or blank_at(visit, plan_section(section.name))
    talk.say(f"{of_parts.section_title(section.name)}:", *([now] if now else []))
    if begun is not None:
        talk.say(shown.DRAFT_BACK)
    how = ask_how(talk, now, was_begun=begun is not None, can_clear=written is not None)
    text = None if how is None else ask_other_words(talk, how, now, lambda so_far: _keep(visit, draft, so_far))
    if text is None:
        return
    left = visit.save(lambda: journal.write_plan(section.plan, section.name, text, draft.id))
    talk.say(toolbox.SECTION_TAKEN_AWAY if left is None else toolbox.SECTION_SAVED)


def _words_of(draft: Draft) -> str:
    return str(answers_of(draft).get("words") or draft.body)


def _keep(visit: Visit, draft: Draft, so_far: str) -> None:
    visit.journal.keep_parts(replace(draft, body=""), {"words": so_far} if so_far.strip() else {})
