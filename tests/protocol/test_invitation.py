"""The first message says what somebody is asked to join, and nothing that it may not say is taken."""

from datetime import UTC, datetime

import pytest

from sync.errors import Unreadable
from sync.protocol.canonical import Json, canonical
from sync.protocol.invitation import read_invitation

WHOLE: dict[str, Json] = {"v": 1, "commit": "a" * 64, "kind": "partner", "group": None, "exp": "2026-03-15T09:30:00Z"}


def body(**changed: Json) -> bytes:
    return canonical({**WHOLE, **changed})


def without(name: str) -> bytes:
    return canonical({key: value for key, value in WHOLE.items() if key != name})


def test_an_invitation_is_read() -> None:
    invitation = read_invitation(body(kind="facilitator", group="Tuesday group"))
    assert (invitation.kind, invitation.group) == ("facilitator", "Tuesday group")
    assert invitation.expires == datetime(2026, 3, 15, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "refused",
    [
        body(v=2),
        body(v="1"),
        body(v=True),
        body(commit="a" * 63),
        body(commit="A" * 64),
        body(kind="friend"),
        body(kind=None),
        body(group="g" * 81),
        body(group=1),
        body(exp="2026-03-15"),
        body(exp="2026-03-15T09:30:00+00:00"),
        body(exp="2026-02-30T09:30:00Z"),
        body(exp="2026-03-15T24:30:00Z"),
        body(exp="0000-03-15T09:30:00Z"),
        body(exp="2026-03-15T09:30:00Z\n"),
        body(exp="\u0662026-03-15T09:30:00Z"),
        body(exp=1_773_567_000),
        body(more="words"),
        *map(without, WHOLE),
        body() + b"x",
        body().replace(b'"v":1', b'"v":1.0'),
        body().replace(b",", b", "),
        body().replace(b'"v":1', b'"v":1,"v":1'),
        body(group="Cafe\u0301 group").replace("é".encode(), "e\u0301".encode()),
        b"",
        b"null",
        b"[" * 100_000,
        b"\xff" + body(),
    ],
)
def test_anything_else_is_unreadable(refused: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_invitation(refused)
    assert str(refusal.value) == Unreadable.sentence
