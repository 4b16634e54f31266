"""What a script hands in: any JSON object is taken or refused in one sentence, and nothing ever breaks."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.domain.goal import GOAL_PARTS
from journal.domain.parts import read_parts
from journal.domain.peer_session import SESSION_PARTS
from journal.domain.shelves import SHELVES
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from tests.commands.answers import answer, refused
from tests.commands.conftest import Here
from tui.commands.session_after import GROUPS
from tui.commands.standard_input import LARGEST_JSON_BYTES, first_line, flattened, read_object

NAMES = sorted({part.name for part in (*GOAL_PARTS, *SESSION_PARTS)} | {"before", "after", "more", "status", "id"})
EVERY_WORD = sorted({word for part in (*GOAL_PARTS, *SESSION_PARTS) for word in part.allowed})

strings = st.text(max_size=20) | st.sampled_from(EVERY_WORD)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | strings,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(NAMES) | strings, inside, max_size=3),
    max_leaves=6,
)
objects = st.dictionaries(st.sampled_from(NAMES) | strings, values, max_size=5)


@contextmanager
def standard_input(content: bytes) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")
    try:
        yield
    finally:
        sys.stdin = before


def read(content: str | bytes) -> dict[str, object]:
    with standard_input(content.encode() if isinstance(content, str) else content):
        return read_object()


@given(st.dictionaries(strings, st.none() | st.booleans() | st.integers() | strings | st.lists(strings), max_size=5))
def test_an_object_is_read_as_it_was_written(written: dict[str, object]) -> None:
    assert read(json.dumps(written)) == written
    assert read(json.dumps(written, ensure_ascii=False)) == written


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode) | values.map(json.dumps).map(str.encode))
def test_whatever_comes_is_an_object_or_one_sentence_without_its_words(content: bytes) -> None:
    told: BadInput | None = None
    try:
        assert isinstance(read(content), dict)
    except BadInput as problem:
        told = problem
    assert told is None or told.__cause__ is None, "a cause would hold the words"
    assert told is None or str(told).endswith(".")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('{"a": 1, "a": 2}', "The field “a” is there twice."),
        ('{"a": {"b": 1, "b": 2}}', "The field “b” is there twice."),
        ('{"a": NaN}', "Standard input holds JSON that goes too deep, or a number that is none."),
        ('{"a": -Infinity}', "Standard input holds JSON that goes too deep, or a number that is none."),
        ('{"a": ' + "9" * 5000 + "}", "Standard input holds JSON that goes too deep, or a number that is none."),
        ("[" * 100_000, "Standard input holds JSON that goes too deep, or a number that is none."),
        (r'{"a": "\ud800"}', "Standard input holds half a character, as a \\u escape without its pair."),
        (r'{"\udfff": "a"}', "Standard input holds half a character, as a \\u escape without its pair."),
        (b'{"a": "\xff"}', "Standard input is not UTF-8 text (byte 8)."),
        ('"words"', "Standard input holds JSON, but not an object with named parts."),
        ("  \n", "Standard input holds no JSON object."),
    ],
)
def test_what_no_part_could_hold_is_refused_in_one_sentence(content: str | bytes, sentence: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read(content)
    assert str(refusal.value) == sentence


def test_more_than_the_longest_story_is_not_read() -> None:
    with pytest.raises(BadInput, match="more than 8 MB"):
        read(b'{"body": "' + b"x" * LARGEST_JSON_BYTES + b'"}')
    assert len(str(read('{"body": "' + "x" * 4_000_000 + '"}')["body"])) == 4_000_000


def test_a_field_that_is_named_cannot_act_on_a_terminal_and_is_cut() -> None:
    with pytest.raises(BadInput) as refusal:
        read(
            json.dumps({"x": 1})[:-1]
            + ', "\\u001b[2J\\u202e'
            + "long" * 30
            + '": 1, "\\u001b[2J\\u202e'
            + "long" * 30
            + '": 2}'
        )
    assert str(refusal.value).isprintable()
    assert len(str(refusal.value)) < 80


@given(objects)
def test_parts_are_the_same_flat_or_in_their_groups(written: dict[str, object]) -> None:
    flat = {name: value for name, value in written.items() if name not in GROUPS}
    grouped: dict[str, object] = {name: value for name, value in flat.items() if not _group_of(name)}
    for name in flat.keys() - grouped.keys():
        inside = grouped.setdefault(_group_of(name), {})
        assert isinstance(inside, dict)
        inside[name] = flat[name]
    assert flattened(grouped, GROUPS) == flat == flattened(flat, GROUPS)


def _group_of(name: str) -> str:
    return next((group for group, parts in GROUPS.items() if name in [part.name for part in parts]), "")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(objects)
def test_no_object_breaks_a_command_that_takes_one(
    here: Here, journal: OpenJournal, written: dict[str, object]
) -> None:
    """The journal is the same for every example: what was kept before is no concern of the next."""
    goal = journal.goals()[0] if journal.goals() else journal.add_goal("Get out")
    for call in (["session", "after"], ["session", "before"], ["edit", goal.id]):
        done = here(*call, "-", "--json", words=json.dumps(written))
        assert done.returncode in (0, 2), done.stderr
        if done.returncode:
            refused(done, 2)
        else:
            answer(done)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60), st.sampled_from(sorted({"tool", "strength", "person", "story", "week"} & set(SHELVES))))
def test_no_words_break_a_command_that_takes_them(here: Here, words: str, kind: str) -> None:
    command = {"tool": "toolbox", "person": "people"}.get(kind, kind)
    done = here(command, "add", "-", "--json", words=words.encode("utf-8", "replace"))
    assert done.returncode in (0, 2), done.stderr
    if done.returncode == 0:
        made = answer(done)
        assert answer(here(command, "show", made["id"], "--json")) == made
        assert here(command, "list").returncode == 0


@given(st.text(max_size=60))
def test_the_first_line_and_the_rest_hold_every_word(text: str) -> None:
    line, rest = first_line(text)
    assert "\n" not in line
    assert (line + rest).split() == text.split() or f"{line} {rest}".split() == text.split()
    assert bool(line) == bool(text.strip())


def test_a_part_that_a_script_reads_back_is_taken_as_it_was(here: Here) -> None:
    """What `session show --json` prints can be handed in again."""
    shown = answer(here("session", "after", "-", "--json", words='{"gave": "a\\nb", "support_kinds": ["social"]}'))
    parts = flattened({group: shown[group] for group in GROUPS}, GROUPS)
    assert read_parts(SESSION_PARTS, parts)["gave"] == "a\nb"
