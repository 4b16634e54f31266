"""Records on their way in: each line is read strictly, or refused by what is wrong and where, never by its words."""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue, ValidationError, create_model

from journal.domain.check_in import HELPED_MARKS, CheckIn, ToolUse, check_check_in
from journal.domain.entry import THEME_TAGS, Draft, JournalEntry, check_entry
from journal.domain.goal import GOAL_PARTS, GOAL_STATUSES, STEP_STATUSES, Goal, GoalReflection, GoalStep
from journal.domain.leaving import (
    CHECK_IN,
    CHOICE,
    DRAFT,
    EARLIER,
    ENTRY,
    GOAL,
    SESSION,
    WITH_AN_ID_OF_THEIR_OWN,
    Choice,
    EarlierVersion,
    Shelved,
    Taken,
)
from journal.domain.moments import EARLIEST, Moment
from journal.domain.parts import Part
from journal.domain.peer_session import ABOUT, AFTER, BEFORE, MORE, PeerSession
from journal.domain.shelves import SHELVES
from journal.errors import BadInput, Sentence
from journal.portable.records import text_of

NOT_JSON = Sentence("it is not one whole JSON object.")
UNKNOWN_FIELD = Sentence("it has a field that cairn does not know.")
UNKNOWN_CHOICE = Sentence("it is no choice that cairn knows.")
NOT_KEPT_AS_TEXT = Sentence("it holds something that cannot be kept as text.")
LONGEST_CHOICE = 1 << 20
"""Characters: far more than every support line of one's own takes."""
LATEST_YEAR = 9998
"""The last whose every hour exists in every zone."""


def _instant(text: str) -> str:
    known = datetime.fromisoformat(text)
    if not EARLIEST.year <= known.year <= LATEST_YEAR:
        raise ValueError("no instant")
    return text


def _day(text: str) -> str:
    if date.fromisoformat(text).year < EARLIEST.year:
        raise ValueError("no day")
    return text


def _object(given: dict[str, JsonValue] | str | None) -> dict[str, JsonValue] | str | None:
    """Accept what can be written as JSON again: numbers that are none, and half a character, cannot."""
    loaded = json.loads(given) if isinstance(given, str) else given
    json.dumps(loaded, allow_nan=False, ensure_ascii=False).encode()
    if not isinstance(loaded, dict | None):
        raise ValueError("no object")
    return given


def _one_of(allowed: Sequence[str], text: str) -> str:
    if text not in allowed:
        raise ValueError("not one of these")
    return text


def _word_of(allowed: Sequence[str]) -> Any:
    return Annotated[str, AfterValidator(partial(_one_of, allowed))]


_Id = Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
_Instant = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}(:[0-9]{2}){2}(\.[0-9]{1,6})?[+-][0-9]{2}(:[0-9]{2}){1,2}$"),
    AfterValidator(_instant),
]
_Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_day)]
_Zone = Annotated[str, Field(pattern=r"^[A-Za-z0-9_+/-]{1,64}$")]
_Name = Annotated[str, Field(pattern=r"^[a-z0-9_-]{1,64}$")]
_Object = Annotated[dict[str, JsonValue] | str | None, AfterValidator(_object)]
"""A JSON object, or the text of one that could not be taken apart and put together as it was."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True, allow_inf_nan=False)


class _Moment(_Record):
    at: _Instant
    zone: _Zone
    for_date: _Day

    def moment(self) -> Moment:
        return Moment(self.at, self.zone, self.for_date)


class _Spine(_Moment):
    id: _Id
    recorded_at: _Instant
    edited_at: _Instant | None
    bring: bool
    keep: bool

    def spine(self) -> dict[str, Any]:
        """As the constructors of the values take it, but for the id."""
        return {
            "moment": self.moment(),
            "recorded_at": self.recorded_at,
            "edited_at": self.edited_at,
            "bring": self.bring,
            "keep": self.keep,
        }


class _ToolUse(_Record):
    tool_id: _Id
    helped: _word_of(HELPED_MARKS)  # type: ignore[valid-type]  # a type made of the domain's own list


class _CheckIn(_Spine):
    scale_id: str
    mood: int | None
    hope: int | None
    connection: int | None
    self_belief: int | None
    energy: int | None
    feelings: list[str]
    tools_used: list[_ToolUse]
    note: str | None

    def value(self) -> CheckIn:
        answers = {name: getattr(self, name) for name in ("mood", "hope", "connection", "self_belief", "energy")}
        read = CheckIn(
            **self.spine(),
            **answers,
            id=self.id,
            scale_id=self.scale_id,
            feelings=tuple(self.feelings),
            tools_used=tuple(ToolUse(use.tool_id, use.helped) for use in self.tools_used),
            note=self.note,
        )
        check_check_in(read)
        return read


class _Entry(_Spine):
    title: str | None
    body: str
    prompt_id: _Name | None
    themes: list[_word_of(THEME_TAGS)]  # type: ignore[valid-type]  # as above
    tags: list[str]
    goal_ids: list[_Id]
    origin: _Object

    def value(self) -> JournalEntry:
        read = JournalEntry(
            **self.spine(),
            id=self.id,
            title=self.title,
            body=self.body,
            prompt_id=self.prompt_id,
            themes=tuple(self.themes),
            tags=tuple(self.tags),
            goal_ids=tuple(self.goal_ids),
            origin=text_of(self.origin),
        )
        check_entry(read)
        return read


class _Earlier(_Record):
    item_id: _Id
    kind: _word_of(WITH_AN_ID_OF_THEIR_OWN)  # type: ignore[valid-type]  # as above
    replaced_at: _Instant
    title: str | None
    words: str | None
    parts: dict[str, JsonValue] | None

    def value(self) -> EarlierVersion:
        words = self.words if self.parts is None else text_of(self.parts)
        return EarlierVersion(self.item_id, self.kind, self.replaced_at, self.title, words)


class _Draft(_Moment):
    id: _Id
    kind: _Name
    item_id: _Id | None
    saved_at: _Instant
    prompt_id: _Name | None
    title: str | None
    body: str
    answers: _Object

    def value(self) -> Draft:
        return Draft(
            id=self.id,
            kind=self.kind,
            moment=self.moment(),
            body=self.body,
            saved_at=self.saved_at,
            item_id=self.item_id,
            title=self.title,
            prompt_id=self.prompt_id,
            answers=text_of(self.answers),
        )


class _Choice(_Record):
    name: _Name
    value_of: Annotated[str, Field(max_length=LONGEST_CHOICE, alias="value")]

    def value(self) -> Choice:
        read = Choice(self.name, self.value_of)
        if not read.may_go_along:
            raise BadInput(UNKNOWN_CHOICE)
        return read


def _type_of(part: Part, may_be_blank: bool) -> Any:
    """What a part takes, in pydantic's words."""
    takes: dict[str, Any] = {
        "line": str,
        "text": str,
        "lines": list[str],
        "some_of": list[_word_of(part.allowed)],  # type: ignore[misc]  # as above
        "one_of": _word_of(part.allowed),
        "day": _Day,
    }
    return takes[part.takes] | None if may_be_blank and not part.is_many else takes[part.takes]


def _model(name: str, above: type[BaseModel], /, **fields: Any) -> Any:
    made: dict[str, Any] = {field: (takes, ...) for field, takes in fields.items()}
    return create_model(name, __base__=above, **made)


def _types_of(parts: Sequence[Part], becomes: type) -> dict[str, Any]:
    """A field a part; it may be blank where the value it becomes has a blank for it."""
    fields = getattr(becomes, "__dataclass_fields__")  # noqa: B009  # any of the domain's dataclasses
    return {part.name: _type_of(part, fields[part.name].default is None) for part in parts}


_Step = _model("_Step", _Record, id=_Id, text=str, status=_word_of(STEP_STATUSES), done_at=_Instant | None)
_Reflection = _model("_Reflection", _Moment, id=_Id, note=str)
_Goal = _model(
    "_Goal",
    _Spine,
    **_types_of(GOAL_PARTS, Goal),
    status=_word_of(GOAL_STATUSES),
    steps=list[_Step],  # type: ignore[valid-type]  # a model made of the domain's own lists
    reflections=list[_Reflection],  # type: ignore[valid-type]  # as above
)
_Session = _model(
    "_Session",
    _Spine,
    **_types_of(ABOUT, PeerSession),
    reflected_at=_Instant | None,
    partnership_id=_Id | None,
    before=_model("_Before", _Record, **_types_of(BEFORE, PeerSession)),
    after=_model("_After", _Record, **_types_of(AFTER, PeerSession)),
    more=_model("_More", _Record, **_types_of(MORE, PeerSession)),
    goals_touched=list[_Id],
)
_SHELVED = {kind: _model(kind, _Spine, **_types_of(shelf.every_part, shelf.makes)) for kind, shelf in SHELVES.items()}


def _read_goal(line: bytes) -> Goal:
    read = _Goal.model_validate_json(line)
    return Goal(
        **read.spine(),
        **_values(read, GOAL_PARTS),
        id=read.id,
        status=read.status,
        steps=tuple(GoalStep(step.id, step.text, step.status, step.done_at) for step in read.steps),
        reflections=tuple(GoalReflection(one.id, one.moment(), one.note) for one in read.reflections),
    )


def _read_session(line: bytes) -> PeerSession:
    read = _Session.model_validate_json(line)
    return PeerSession(
        **read.spine(),
        **_values(read, ABOUT),
        **_values(read.before, BEFORE),
        **_values(read.after, AFTER),
        **_values(read.more, MORE),
        id=read.id,
        reflected_at=read.reflected_at,
        partner_id=read.partnership_id,
        goals_touched=tuple(read.goals_touched),
    )


def _read_shelved(kind: str, line: bytes) -> Shelved:
    read = _SHELVED[kind].model_validate_json(line)
    parts = _values(read, SHELVES[kind].every_part)
    thing = SHELVES[kind].makes(id=read.id, created_at=read.recorded_at, **parts)
    return Shelved(kind=kind, thing=thing, **read.spine())


_Reader = Callable[[bytes], Taken]
_READERS: dict[str, _Reader] = {
    CHECK_IN: lambda line: _CheckIn.model_validate_json(line).value(),
    ENTRY: lambda line: _Entry.model_validate_json(line).value(),
    GOAL: _read_goal,
    SESSION: _read_session,
    EARLIER: lambda line: _Earlier.model_validate_json(line).value(),
    DRAFT: lambda line: _Draft.model_validate_json(line).value(),
    CHOICE: lambda line: _Choice.model_validate_json(line).value(),
    **{kind: partial(_read_shelved, kind) for kind in SHELVES},
}


def read_record(kind: str, line: bytes) -> Taken:
    """Understand one line of a list of records.

    Args:
        kind: one of `LEAVING_KINDS`.
        line: UTF-8 JSON, without its line end.

    Raises:
        BadInput: what is wrong with it, for behind a place and a colon; none of its words.
    """
    try:
        return _READERS[kind](line)
    except ValidationError as problem:
        reason = _reason(problem)
    except BadInput as problem:
        reason = problem.said
    except (ValueError, OverflowError, RecursionError):
        reason = NOT_KEPT_AS_TEXT
    # Outside the handler: the cause holds the words.
    raise BadInput(reason)


def _values(read: Any, parts: Sequence[Part]) -> dict[str, Any]:
    given = {part.name: getattr(read, part.name) for part in parts}
    return {name: tuple(value) if isinstance(value, list) else value for name, value in given.items()}


def _reason(problem: ValidationError) -> str:
    first = problem.errors(include_url=False, include_context=False, include_input=False)[0]
    kind, place = first["type"], first["loc"]
    if not place and kind != "extra_forbidden":
        return NOT_JSON
    if kind == "extra_forbidden":
        return UNKNOWN_FIELD
    # Past the first name a place may hold keys of the file's own.
    field = str(place[0]) if place else ""
    if kind == "missing" and len(place) == 1:
        return Sentence("it has no {field}.", field=field)
    return Sentence("its {field} is not what cairn writes.", field=field)
