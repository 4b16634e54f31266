"""What stands on a page is taken whole or not at all: unknown, too long, too deep or written otherwise is refused."""

import json
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.errors import TooLong, Unreadable
from sync.protocol.content import (
    EMPTY,
    GOALS_MOST,
    NOTES_MOST,
    Agreement,
    Content,
    Note,
    SharedGoal,
    SharedStep,
    read_content,
    write_content,
)
from sync.protocol.parts import NAME_MOST, TEXT_MOST
from sync.protocol.sizes import CONTENT_MOST

unhurried = settings(deadline=None)
ONE = "0" * 32
STEP = {"id": "1" * 32, "status": "to_try", "text": "ask"}
GOAL = {"id": ONE, "next_step": STEP, "status": "idea", "title": "get out most days", "until": "2026-06-12"}
DIGEST = "a" * 64

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
hexes = st.uuids().map(lambda some: some.hex)
days = st.dates().map(str)
steps = st.builds(SharedStep, id=hexes, text=texts, status=st.sampled_from(["to_try", "doing", "done", "set_aside"]))
goals = st.builds(
    SharedGoal,
    id=hexes,
    until=days,
    title=st.none() | texts,
    why_it_matters=st.none() | texts,
    status=st.none() | st.sampled_from(["idea", "moving_towards", "resting", "reached", "changed_direction", "let_go"]),
    next_step=st.none() | steps,
    how_id_like_support=st.none() | texts,
)
notes = st.lists(
    st.builds(Note, no=st.integers(1, 2**53 - 1), about=st.none() | hexes, text=texts),
    max_size=5,
    unique_by=lambda note: note.no,
).map(lambda some: tuple(sorted(some, key=lambda note: note.no)))
sections = st.sampled_from(["why_we_meet", "when", "privacy", "hard_times_and_stopping"])
contents = st.builds(
    Content,
    confirmed=st.none() | st.booleans(),
    name=st.none() | texts.filter(lambda text: len(text.splitlines()) <= 1),
    until=st.none() | days,
    goals=st.lists(goals, max_size=3, unique_by=lambda goal: goal.id).map(tuple),
    notes=notes,
    line=st.none() | texts,
    agreement=st.none()
    | st.builds(
        Agreement,
        mine=st.dictionaries(sections, texts),
        yes_to=st.none() | st.binary(min_size=32, max_size=32).map(bytes.hex),
    ),
    end=st.none() | st.booleans(),
)


def written(value: object) -> bytes:
    """Sorted and without spaces, so that the one thing that is wrong is the one that is meant."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def goal_with(**changed: object) -> bytes:
    return written({"goals": [{**GOAL, **changed}]})


@unhurried
@given(contents)
def test_what_was_written_is_read_as_it_was(content: Content) -> None:
    assert read_content(write_content(content)) == content


def test_a_page_with_nothing_on_it_is_two_signs() -> None:
    assert write_content(EMPTY) == b"{}"
    assert read_content(b"{}") == EMPTY


ALLOWED = {
    "a goal with all its parts": written({"goals": [GOAL]}),
    "a text of 2000 characters": goal_with(title="x" * TEXT_MOST),
    "a name of 80": written({"name": "n" * NAME_MOST}),
    "signs of more than one byte": goal_with(title="ä" * TEXT_MOST),
    "20 goals": written({"goals": [{"id": f"{number:032x}", "until": "2026-06-12"} for number in range(GOALS_MOST)]}),
    "20 notes": written({"notes": [{"no": number, "text": ""} for number in range(1, NOTES_MOST + 1)]}),
    "an end": written({"end": True}),
    "false, which is not the same as nothing said": written({"confirmed": False}),
    "words that would act on a terminal, which are shown inert": written({"line": "\x1b]0;a\x07\u202e[red]"}),
    "many marks on one letter": written({"line": "a" + "\u0334" * 1_999}),
}

REFUSED = {
    # Not JSON, or more than it.
    "nothing": b"",
    "no object": b"[]",
    "a word": b'"confirmed"',
    "null": b"null",
    "bytes behind it": b'{"confirmed":true}{}',
    "a line feed behind it": b'{"confirmed":true}\n',
    "a space before it": b' {"confirmed":true}',
    "a zero behind it": b'{"confirmed":true}\0',
    "half of it": b'{"confirmed":tr',
    "a mark of byte order": b'\xef\xbb\xbf{"confirmed":true}',
    "another encoding": '{"confirmed":true}'.encode("utf-16"),
    "bytes that are no UTF-8": b'{"line":"\xff"}',
    "a slash written in two bytes": b'{"line":"\xc0\xaf"}',
    "half of a surrogate pair as bytes": b'{"line":"\xed\xa0\xbd"}',
    "half of a surrogate pair, escaped": b'{"line":"\\ud83d"}',
    "a comment": b'{/**/"confirmed":true}',
    "a comma too many": b'{"confirmed":true,}',
    "single quotes": b"{'confirmed':true}",
    "a line break inside a text": b'{"line":"a\nb"}',
    "a hundred thousand brackets": b"[" * 100_000,
    "brackets as deep as a page is long": b'{"goals":' + b"[" * 6_000 + b"]" * 6_000 + b"}",
    "objects as deep": b'{"agreement":' * 900 + b"{}" + b"}" * 900,
    # Not written in the one way.
    "spaces": b'{"confirmed": true}',
    "keys in another order": b'{"name":"Sam","confirmed":true}',
    "a key twice": b'{"confirmed":false,"confirmed":true}',
    "the same key twice": b'{"confirmed":true,"confirmed":true}',
    "a key twice inside": b'{"goals":[{"id":"' + ONE.encode() + b'","title":"a","title":"b","until":"2026-06-12"}]}',
    "a letter escaped that need not be": b'{"line":"\\u0061"}',
    "a sign of more bytes escaped": b'{"line":"\\u00e4"}',
    "capital hex in an escape": b'{"line":"\\u001B"}',
    "a slash escaped": b'{"line":"\\/"}',
    "accents apart": written({"line": unicodedata.normalize("NFD", "Käfer")}),
    "a name with accents apart": written({"name": unicodedata.normalize("NFD", "Zoë")}),
    "an absent part written as null": written({"name": None}),
    "no goals, written": written({"goals": []}),
    "nothing about it, written": written({"notes": [{"about": None, "no": 1, "text": "a"}]}),
    "no section, written": written({"agreement": {"mine": {}}}),
    # Not what may stand there.
    "an unknown key": written({"mood": 3}),
    "an unknown key of a goal": goal_with(craving=3),
    "an unknown key of a step": goal_with(next_step={**STEP, "notes": "a"}),
    "an unknown key of a note": written({"notes": [{"no": 1, "text": "a", "kept": True}]}),
    "an unknown key of an agreement": written({"agreement": {"yours": {}}}),
    "an unknown section": written({"agreement": {"mine": {"money": "a"}}}),
    "an unknown status": goal_with(status="failed"),
    "an unknown status of a step": goal_with(next_step={**STEP, "status": "missed"}),
    "a text that is a list": goal_with(title=["a"]),
    "a text that is a number": goal_with(title=1),
    "a text that is an object": written({"line": {}}),
    "goals that are an object": written({"goals": {}}),
    "a goal that is null": written({"goals": [None]}),
    "1 for yes": written({"confirmed": 1}),
    "a word for yes": written({"confirmed": "true"}),
    "yes for a number": written({"notes": [{"no": True, "text": "a"}]}),
    "a number as text": written({"notes": [{"no": "1", "text": "a"}]}),
    "a fraction": b'{"notes":[{"no":1.5,"text":"a"}]}',
    "a whole number with a point": b'{"notes":[{"no":1.0,"text":"a"}]}',
    "a number with an exponent": b'{"notes":[{"no":1e0,"text":"a"}]}',
    "minus nothing": b'{"notes":[{"no":-0,"text":"a"}]}',
    "a zero before a number": b'{"notes":[{"no":01,"text":"a"}]}',
    "no number": b'{"notes":[{"no":NaN,"text":"a"}]}',
    "no end of numbers": b'{"notes":[{"no":Infinity,"text":"a"}]}',
    "the note before the first": written({"notes": [{"no": 0, "text": "a"}]}),
    "a note of before that": written({"notes": [{"no": -1, "text": "a"}]}),
    "a number no other language reads": written({"notes": [{"no": 2**53, "text": "a"}]}),
    "a number no database holds": written({"notes": [{"no": 2**64, "text": "a"}]}),
    "a number of five thousand digits": b'{"notes":[{"no":' + b"9" * 5_000 + b',"text":"a"}]}',
    "a note without a number": written({"notes": [{"text": "a"}]}),
    "a note without words": written({"notes": [{"no": 1}]}),
    "a goal without an id": written({"goals": [{"until": "2026-06-12"}]}),
    "a goal without a last day": written({"goals": [{"id": ONE}]}),
    "an id that is too short": goal_with(id="0" * 31),
    "an id in capitals": goal_with(id="A" * 32),
    "an id with a line feed behind it": goal_with(id=ONE + "\n"),
    "an id in other digits": goal_with(id="\u0660" * 32),
    "a digest that is too long": written({"agreement": {"yes_to": DIGEST + "a"}}),
    "a day that no calendar has": goal_with(until="2026-02-30"),
    "a day of year nothing": goal_with(until="0000-01-01"),
    "a day in other digits": goal_with(until="\u0662026-06-12"),
    "a moment for a day": goal_with(until="2026-06-12T00:00:00Z"),
    "a day written otherwise": goal_with(until="20260612"),
    "a day with a line feed behind it": goal_with(until="2026-06-12\n"),
    # More than may stand there.
    "a text of 2001 characters": goal_with(title="x" * (TEXT_MOST + 1)),
    "a reason of 2001": goal_with(why_it_matters="x" * (TEXT_MOST + 1)),
    "a wish of 2001": goal_with(how_id_like_support="x" * (TEXT_MOST + 1)),
    "a step of 2001": goal_with(next_step={**STEP, "text": "x" * (TEXT_MOST + 1)}),
    "a note of 2001": written({"notes": [{"no": 1, "text": "x" * (TEXT_MOST + 1)}]}),
    "a line of 2001": written({"line": "x" * (TEXT_MOST + 1)}),
    "a section of 2001": written({"agreement": {"mine": {"when": "x" * (TEXT_MOST + 1)}}}),
    "eight kilobytes of marks on one letter": written({"line": "a" + "\u0334" * 4_096}),
    "a name of 81": written({"name": "n" * (NAME_MOST + 1)}),
    "21 goals": written({"goals": [{"id": f"{number:032x}", "until": "2026-06-12"} for number in range(21)]}),
    "21 notes": written({"notes": [{"no": number, "text": ""} for number in range(1, 22)]}),
    # Each alone is allowed, and together they are not.
    "one goal twice": written({"goals": [GOAL, GOAL]}),
    "one number twice": written({"notes": [{"no": 1, "text": "a"}, {"no": 1, "text": "b"}]}),
    "numbers in another order": written({"notes": [{"no": 2, "text": "a"}, {"no": 1, "text": "b"}]}),
    "one bad note among good words": written({"goals": [GOAL], "notes": [{"no": 0, "text": "a"}]}),
}


@pytest.mark.parametrize("content", ALLOWED.values(), ids=ALLOWED.keys())
def test_what_is_allowed_is_read(content: bytes) -> None:
    assert write_content(read_content(content)) == content


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_is_refused_whole(content: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_content(content)
    assert str(refusal.value) == Unreadable.sentence


def test_the_cap_of_13000_bytes_is_the_only_thing_wrong_with_one_byte_more() -> None:
    goals_of = [{"id": f"{number:032x}", "title": "x" * 2_000, "until": "2026-06-12"} for number in range(6)]
    room = CONTENT_MOST - len(written({"goals": goals_of, "line": ""}))
    assert read_content(written({"goals": goals_of, "line": "x" * room})).line == "x" * room
    with pytest.raises(Unreadable):
        read_content(written({"goals": goals_of, "line": "x" * (room + 1)}))


def test_what_would_be_over_it_is_not_written() -> None:
    long = tuple(SharedGoal(id=f"{number:032x}", until="2026-06-12", title="x" * 2_000) for number in range(7))
    with pytest.raises(TooLong):
        write_content(Content(goals=long))


def test_length_is_counted_in_the_characters_that_travel() -> None:
    assert read_content(write_content(Content(name="e\u0301" * NAME_MOST))).name == "é" * NAME_MOST


def test_nothing_that_was_refused_is_repeated_anywhere() -> None:
    with pytest.raises(Unreadable) as refusal:
        read_content(written({"goals": [{**GOAL, "status": "something private"}]}))
    shown = "".join([str(refusal.value), repr(refusal.value), repr(refusal.value.__cause__)])
    assert not re.search("private", shown)
    assert refusal.value.__suppress_context__
