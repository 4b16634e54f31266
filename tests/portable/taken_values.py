"""Values of every kind that a journal can hold, made by chance, each naming what stands before it."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from journal.data import prompts
from journal.domain.check_in import HELPED_MARKS, CheckIn, ToolUse
from journal.domain.entry import THEME_TAGS, Draft, JournalEntry
from journal.domain.goal import GOAL_PARTS, GOAL_STATUSES, STEP_STATUSES, Goal, GoalReflection, GoalStep
from journal.domain.leaving import Choice, EarlierVersion, Shelved, Taken, kind_of
from journal.domain.moments import EARLIEST, moment_at, utc_text
from journal.domain.parts import Part
from journal.domain.peer_session import SESSION_PARTS, PeerSession
from journal.domain.scales import DIMENSIONS, SCALES
from journal.domain.shelves import SHELVES
from journal.domain.support import OwnLine
from journal.domain.support_own import SUPPORT_LINES, Arrangement, as_stored
from journal.use_cases.arriving_archive import FACILITATORS

ZONES = ("Europe/London", "Asia/Kolkata", "America/St_Johns", "Pacific/Auckland", "UTC")

any_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
words = st.tuples(any_words, st.sampled_from("ab語"), any_words).map("".join)
ids = st.uuids(version=4).map(str)
instants = st.integers(-2_000_000_000, 7_000_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))
utc = instants.map(utc_text)
days = st.dates(EARLIEST).map(date.isoformat)
moments = st.builds(moment_at, instants, st.sampled_from(ZONES))
maybe = st.none() | utc


def part_values(part: Part, may_be_blank: bool) -> st.SearchStrategy[Any]:
    """Whatever the part can hold."""
    takes: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
        "line": lambda: words,
        "text": lambda: words,
        "lines": lambda: st.lists(words, max_size=3, unique=True).map(tuple),
        "one_of": lambda: st.sampled_from(part.allowed),
        "some_of": lambda: st.lists(st.sampled_from(part.allowed), max_size=2, unique=True).map(tuple),
        "day": lambda: days,
    }
    value = takes[part.takes]()
    return st.none() | value if may_be_blank and not part.is_many else value


def parts_of(parts: Iterable[Part], becomes: type) -> dict[str, st.SearchStrategy[Any]]:
    fields: Any = becomes
    blank = {part.name: fields.__dataclass_fields__[part.name].default is None for part in parts}
    return {part.name: part_values(part, blank[part.name]) for part in parts}


def spine() -> dict[str, st.SearchStrategy[Any]]:
    return {
        "moment": moments, "recorded_at": utc, "edited_at": maybe, "bring": st.booleans(), "keep": st.booleans(),
    }  # fmt: skip


def shelved(kind: str) -> st.SearchStrategy[Shelved]:
    shelf = SHELVES[kind]
    things = st.builds(shelf.makes, id=ids, **parts_of(shelf.every_part, shelf.makes))
    made = st.builds(Shelved, kind=st.just(kind), thing=things, **spine())
    return made.map(lambda one: replace(one, thing=replace(one.thing, created_at=one.recorded_at)))


steps = st.builds(GoalStep, id=ids, text=words, status=st.sampled_from(STEP_STATUSES), done_at=maybe)
reflections = st.builds(GoalReflection, id=ids, moment=moments, note=words)
goals = st.builds(
    Goal,
    id=ids,
    **spine(),
    **parts_of(GOAL_PARTS, Goal),
    status=st.sampled_from(GOAL_STATUSES),
    steps=st.lists(steps, max_size=3).map(tuple),
    reflections=st.lists(reflections, max_size=2).map(tuple),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | any_words,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(any_words, inside, max_size=3),
    max_leaves=6,
)
json_texts = st.dictionaries(any_words, json_values, max_size=3).map(lambda it: json.dumps(it, ensure_ascii=False))
ODD = ('{"a": 1, "a": 2}', '{"a": 1.10}', '{"a":[]}', '{"a": "\\u0041"}', '{"a": ' + "[" * 180 + "]" * 180 + "}")
"""Objects that are not spelled as cairn would spell them."""
odd_texts = json_texts | st.sampled_from(ODD)

ids_of_nobody = ["00000000-0000-4000-8000-000000000000"]


@st.composite
def check_ins(draw: st.DrawFn, tools: list[str]) -> CheckIn:
    scale = draw(st.sampled_from(list(SCALES.values())))
    number = st.none() if scale.lowest is None else st.none() | st.integers(scale.lowest, scale.highest)
    use = st.builds(ToolUse, st.sampled_from(tools or ids_of_nobody), st.sampled_from(HELPED_MARKS))
    uses = st.lists(use, max_size=3 if tools else 0)
    made: CheckIn = draw(
        st.builds(
            CheckIn,
            id=ids,
            **spine(),
            **dict.fromkeys(DIMENSIONS, number),
            scale_id=st.just(scale.id),
            feelings=st.lists(words, max_size=5).map(tuple),
            tools_used=uses.map(tuple),
            note=st.none() | any_words,
        )
    )
    return made


@st.composite
def pages(draw: st.DrawFn, named: list[str]) -> JournalEntry:
    some_goals = st.lists(st.sampled_from(named), unique=True, max_size=2) if named else st.just([])
    made: JournalEntry = draw(
        st.builds(
            JournalEntry,
            id=ids,
            **spine(),
            title=st.none() | any_words,
            body=words,
            prompt_id=st.none() | st.sampled_from([prompt.id for prompt in prompts()]),
            themes=st.lists(st.sampled_from(THEME_TAGS), unique=True).map(lambda them: tuple(sorted(them))),
            tags=st.lists(words, unique=True, max_size=3).map(lambda tags: tuple(sorted(tags, key=str.encode))),
            goal_ids=some_goals.map(lambda some: tuple(sorted(some, key=named.index))),
            origin=st.none() | odd_texts,
        )
    )
    return made


@st.composite
def sessions(draw: st.DrawFn, partners: list[str], named: list[str]) -> PeerSession:
    some_goals = st.lists(st.sampled_from(named), unique=True, max_size=2) if named else st.just([])
    made: PeerSession = draw(
        st.builds(
            PeerSession,
            id=ids,
            **spine(),
            **parts_of(SESSION_PARTS, PeerSession),
            reflected_at=maybe,
            partner_id=st.none() | st.sampled_from(partners) if partners else st.none(),
            partner_alias=st.none(),
            goals_touched=some_goals.map(lambda some: tuple(sorted(some, key=named.index))),
        )
    )
    return made


drafts = st.builds(
    Draft,
    id=ids,
    kind=st.sampled_from(["entry", "check-in", "goal-step", "session-before-group", "plan-early_signs"]),
    moment=moments,
    body=any_words,
    saved_at=utc,
    item_id=st.none() | ids,
    title=st.none() | any_words,
    prompt_id=st.none() | st.just("c1"),
    answers=st.none() | odd_texts,
)


@st.composite
def earlier_versions(draw: st.DrawFn, changed: list[Taken]) -> EarlierVersion:
    one: Any = draw(st.sampled_from(changed))
    texts = any_words if kind_of(one) in ("check-in", "entry") else any_words | odd_texts
    made: EarlierVersion = draw(
        st.builds(
            EarlierVersion,
            item_id=st.just(one.id),
            kind=st.just(kind_of(one)),
            replaced_at=utc,
            title=st.none() | any_words,
            words=st.none() | texts,
        )
    )
    return made


OWN_LINES = Arrangement(
    own=(OwnLine("0b0e7a1e-0000-4000-8000-000000000000", "Priya \u202e", "at her door", ""),),
    hidden=("gb-shout",),
    order=("gb-samaritans",),
)
CHOICES_MADE = (
    Choice("name", "Sam \x1b[31m"),
    Choice("dimensions", ""),
    Choice("scale", "words5_v1"),
    Choice("first-day", "sunday"),
    Choice("easy", "on"),
    Choice("hidden-prompts", "h1,c2"),
    Choice("hidden-themes", "hope,difficulties"),
    Choice(SUPPORT_LINES, as_stored(OWN_LINES)),
)
"""In the order of `SMALL_CHOICES`."""


def _name_of(taken: Taken) -> str:
    return str(getattr(getattr(taken, "thing", None), "name", "")).casefold()


@st.composite
def facilitators_lives(draw: st.DrawFn) -> list[Taken]:
    """A facilitator's home, in the order of `LEAVING_KINDS`: one role card, groups, and notes to them."""
    groups: list[Taken] = list(draw(st.lists(shelved("peer_group"), max_size=2, unique_by=_name_of)))
    everything = groups + draw(st.lists(shelved("role_card"), max_size=1))
    everything += draw(st.lists(shelved("group_note"), max_size=3))
    if everything:
        everything += draw(st.lists(earlier_versions(everything), max_size=2))
    return everything


@st.composite
def lives(draw: st.DrawFn) -> list[Taken]:
    """A whole journal, in the order of `LEAVING_KINDS`: one text a section, one page a facilitator, no id twice."""
    everything: list[Taken] = []
    sections: set[str] = set()
    for kind in (kind for kind in SHELVES if kind not in FACILITATORS):
        for thing in draw(st.lists(shelved(kind), max_size=2)):
            section = getattr(thing.thing, "section", getattr(thing.thing, "partner", thing.id))
            if section not in sections:
                sections.add(section)
                everything.append(thing)
    tools = [one.id for one in everything if isinstance(one, Shelved) and one.kind == "tool"]
    partners = [one.id for one in everything if isinstance(one, Shelved) and one.kind == "partner"]
    named = draw(st.lists(goals, max_size=2))
    goal_ids = [goal.id for goal in named]
    everything += named
    everything += draw(st.lists(check_ins(tools), max_size=3))
    everything += draw(st.lists(pages(goal_ids), max_size=3))
    everything += draw(st.lists(sessions(partners, goal_ids), max_size=2))
    if everything:
        everything += draw(st.lists(earlier_versions(everything), max_size=2))
    begun = draw(st.lists(drafts, max_size=2))
    begun.sort(key=lambda draft: draft.id)
    everything += begun
    return everything + [choice for choice in CHOICES_MADE if draw(st.booleans())]
