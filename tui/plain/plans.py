"""The two plans, a section at a time. Written on an easier day, used on a harder one."""

from dataclasses import dataclass, replace
from uuid import uuid4

from journal.domain.entry import Draft, answers_of
from journal.domain.shelves import PLANS
from tui.plain.choosing import ask_one_of
from tui.plain.conversation import Back
from tui.plain.rewording import ask_how, ask_other_words
from tui.plain.visit import Visit
from tui.wording import parts as of_parts
from tui.wording import plain as words
from tui.wording import screen as shown
from tui.wording import toolbox

DRAFTS = "plan-"
"""What the names of its drafts begin with, as on the screen; the section's name comes after it."""


@dataclass(frozen=True, slots=True)
class Section:
    """One section of one plan."""

    plan: str
    name: str

    @property
    def draft_kind(self) -> str:
        """The name of its drafts."""
        return f"{DRAFTS}{self.name}"


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


def write_section(visit: Visit, section: Section) -> None:
    """New words for a section, or none: then it is taken out, and undo brings it back."""
    talk, journal = visit.talk, visit.journal
    written = journal.plan(section.plan).get(section.name)
    begun = next((one for one in journal.drafts() if one.kind == section.draft_kind), None)
    now = _words_of(begun) if begun is not None else written.words if written is not None else ""
    draft = begun or Draft(id=str(uuid4()), kind=section.draft_kind, moment=journal.moment(), body="")
    talk.say(f"{of_parts.section_title(section.name)}:", *([now] if now else []))
    if begun is not None:
        talk.say(shown.DRAFT_BACK)
    how = ask_how(talk, now, was_begun=begun is not None, can_clear=written is not None)
    text = None if how is None else ask_other_words(talk, how, now, lambda so_far: _keep(visit, draft, so_far))
    if text is None:
        return
    left = visit.save(lambda: journal.write_plan(section.plan, section.name, text, draft.id))
    talk.say(toolbox.SECTION_TAKEN_AWAY if left is None else toolbox.SECTION_SAVED)


def section_of(draft: Draft) -> Section | None:
    """The section that a draft was begun for."""
    name = draft.kind.removeprefix(DRAFTS)
    return next((Section(plan, name) for plan, sections in PLANS.items() if name in sections), None)


def _words_of(draft: Draft) -> str:
    return str(answers_of(draft).get("words") or draft.body)


def _keep(visit: Visit, draft: Draft, so_far: str) -> None:
    visit.journal.keep_answers(replace(draft, body=""), {"words": so_far})
