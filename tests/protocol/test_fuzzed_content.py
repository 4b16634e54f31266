"""Whatever bytes come: they are refused, or they are exactly what would be written for what was read."""

import random

import pytest

from sync.errors import Unreadable
from sync.protocol.content import Agreement, Content, Note, SharedGoal, SharedStep, read_content, write_content
from sync.protocol.invitation import read_invitation

PIECES = [
    *(bytes([byte]) for byte in b'{}[]",:0123456789-+.eE\\/ \n\t\0ntf'),
    *(
        b"null",
        b"true",
        b"false",
        b"NaN",
        b"1e9",
        b"-0",
        b"\\u0000",
        b"\\ud800",
        b"\\uDC00",
        b"\xff",
        b"\xc3",
        b"\xcc\x81",
    ),
    *(
        b'"goals":',
        b'"notes":',
        b'"until":',
        b'"id":',
        b'"no":',
        b'{"a":',
        b"[[",
        b"\x1b[0m",
        b"\xe2\x80\xae",
        b"9" * 40,
    ),
]
WHOLE = write_content(
    Content(
        confirmed=True,
        name="Zoë",
        until="2026-06-12",
        goals=(
            SharedGoal(
                id="0" * 32,
                until="2026-06-12",
                title="get out most days",
                status="idea",
                next_step=SharedStep(id="1" * 32, text="ask", status="to_try"),
            ),
        ),
        notes=(Note(no=1, text="well done"), Note(no=2, about="0" * 32, text="\x1b[31m")),
        line="at the café",
        agreement=Agreement(mine={"when": "Tuesdays"}, yes_to="a" * 64),
    )
)
INVITATION = b'{"commit":"' + b"a" * 64 + b'","exp":"2026-03-15T09:30:00Z","group":null,"kind":"partner","v":1}'


def changed(source: random.Random, content: bytes) -> bytes:
    """The same with one to four pieces put in, taken out, doubled or written over."""
    for _ in range(source.randint(1, 4)):
        at = source.randrange(len(content) + 1)
        end = min(len(content), at + source.choice([0, 0, 1, 2, 8, 40]))
        piece = source.choice([b"", source.choice(PIECES), source.randbytes(1), content[at:end] * 2])
        content = content[:at] + piece + content[end:]
    return content


def read_or_refused(content: bytes) -> Content | None:
    try:
        return read_content(content)
    except Unreadable:
        return None


def run(seed: int, times: int) -> tuple[int, int]:
    """How many of so many were read, and how many refused."""
    source, found = random.Random(seed), [0, 0]
    for _ in range(times):
        content = changed(source, WHOLE)
        one = read_or_refused(content)
        found[one is None] += 1
        assert one is None or write_content(one) == content
    return found[0], found[1]


def test_4000_changed_contents() -> None:
    read, refused = run(6, 4_000)
    assert read > 40
    assert refused > 2_000


@pytest.mark.soak
@pytest.mark.parametrize("part", range(4))
def test_a_million_changed_contents(part: int) -> None:
    read, refused = run(600 + part, 250_000)
    assert read > 2_500
    assert refused > 100_000


def test_bytes_at_random_are_no_content() -> None:
    source = random.Random(7)
    assert all(read_or_refused(source.randbytes(source.randrange(400))) is None for _ in range(2_000))


def test_an_invitation_is_read_or_refused_and_nothing_else() -> None:
    source, read = random.Random(8), 0
    for _ in range(3_000):
        try:
            invitation = read_invitation(changed(source, INVITATION))
        except Unreadable:
            continue
        read += 1
        assert invitation.v == 1
        assert invitation.expires.tzinfo is not None
    assert read > 10
