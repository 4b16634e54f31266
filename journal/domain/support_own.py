"""A person's own support lines, the lines they would rather not see, and their own order.

All of it is in the locked journal (a row of its small choices), so it is there once the journal is open.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from journal.domain.support import FIRST_SHOWN, Line, OwnLine, SupportPage
from journal.errors import BadInput, NotFound

SUPPORT_LINES: Final = "support-lines"
"""The small choice that holds them."""
MOST_OWN: Final = 30
LONGEST: Final = {"name": 120, "reach": 300, "hours": 120}
"""Characters of each part."""
_PARTS: Final = ("name", "reach", "hours")
_MOST_IDS: Final = 5000


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a person has made of the lines."""

    own: tuple[OwnLine, ...] = ()
    hidden: tuple[str, ...] = ()
    """Ids, of lines that came with cairn and of own ones."""
    order: tuple[str, ...] = ()
    """Ids in the order in which they were put; those that are not named keep their place by rank."""
    is_unreadable: bool = False
    """Whether something is stored that cannot be read."""

    def line(self, line_id: str) -> OwnLine:
        """An own line by its id.

        Raises:
            NotFound: there is none.
        """
        for line in self.own:
            if line.id == line_id:
                return line
        raise NotFound("There is no line of your own by that id.", hint="cairn support mine lists them.")


def parts_typed(text: str) -> dict[str, str]:
    """The parts of an own line out of lines of text: a name, how they are reached, and hours if wanted.

    Raises:
        BadInput: the name or the way to reach them is missing, or one is too long.
    """
    rows = [" ".join(row.split()) for row in text.splitlines()]
    rows = [row for row in rows if row]
    if len(rows) < 2:
        raise BadInput("A line of your own takes a name, and on the line below how you reach them.")
    typed = dict(zip(_PARTS, (rows[0], rows[1], " ".join(rows[2:])), strict=True))
    for name, value in typed.items():
        if len(value) > LONGEST[name]:
            raise BadInput(_TOO_LONG[name], longest=LONGEST[name])
    return typed


_TOO_LONG: Final = {
    "name": "The name takes up to {longest} characters.",
    "reach": "How you reach them takes up to {longest} characters.",
    "hours": "When they are there takes up to {longest} characters.",
}


def as_typed(line: OwnLine) -> str:
    """An own line as it would be typed."""
    return "\n".join(part for part in (line.name, line.reach, line.hours) if part)


def arrangement_in(stored: str | None) -> Arrangement:
    """What is stored; where that cannot be read, nothing, and that it could not."""
    if stored is None:
        return Arrangement()
    try:
        loaded: Any = json.loads(stored)
        return Arrangement(
            own=tuple(OwnLine(**{name: _text(row[name]) for name in ("id", *_PARTS)}) for row in loaded["own"]),
            hidden=tuple(_text(one) for one in loaded["hidden"]),
            order=tuple(_text(one) for one in loaded["order"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return Arrangement(is_unreadable=True)


def as_stored(arrangement: Arrangement) -> str:
    """The same as text."""
    kept = asdict(replace(arrangement, is_unreadable=False))
    del kept["is_unreadable"]
    return json.dumps(kept, ensure_ascii=False)


def may_go_along(stored: str) -> bool:
    """Whether this is what cairn stores: it can leave in an archive, and come in from one."""
    arrangement = arrangement_in(stored)
    parts = [(name, getattr(line, name)) for line in arrangement.own for name in _PARTS]
    return (
        as_stored(arrangement) == stored
        and len(arrangement.own) <= MOST_OWN
        and len({line.id for line in arrangement.own}) == len(arrangement.own)
        and all(" ".join(part.split()) == part and len(part) <= LONGEST[name] for name, part in parts)
    )


def with_those_of(before: Arrangement, other: Arrangement, known: Collection[str]) -> Arrangement:
    """With the own lines of another journal beside these; what is hidden and in which order stays as it is here.

    Args:
        before: what is here.
        other: what is there.
        known: ids of lines that were here before and are not to come again.
    """
    here = {line.id for line in before.own} | set(known)
    return replace(before, own=(*before.own, *(line for line in other.own if line.id not in here)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def with_own(arrangement: Arrangement, line: OwnLine) -> Arrangement:
    """With one more own line, or with the words of one changed.

    Raises:
        BadInput: there are as many as there can be.
    """
    if any(one.id == line.id for one in arrangement.own):
        return replace(arrangement, own=tuple(line if one.id == line.id else one for one in arrangement.own))
    if len(arrangement.own) >= MOST_OWN:
        raise BadInput("There is room for {most} lines of your own.", most=MOST_OWN)
    return replace(arrangement, own=(*arrangement.own, line))


def without_own(arrangement: Arrangement, line_id: str) -> Arrangement:
    """Without one own line and all that names it."""
    arrangement.line(line_id)
    return replace(
        arrangement,
        own=tuple(one for one in arrangement.own if one.id != line_id),
        hidden=tuple(one for one in arrangement.hidden if one != line_id),
        order=tuple(one for one in arrangement.order if one != line_id),
    )


def with_hidden(arrangement: Arrangement, line_id: str, hide: bool) -> Arrangement:
    """With a line out of sight, or in sight again."""
    others = tuple(one for one in arrangement.hidden if one != line_id)
    return replace(arrangement, hidden=(*others, line_id)[-_MOST_IDS:] if hide else others)


def with_order(arrangement: Arrangement, ids: Sequence[str]) -> Arrangement:
    """With these lines in this order; lines of other countries that were put in order stay so."""
    given = tuple(dict.fromkeys(ids))
    others = tuple(one for one in arrangement.order if one not in given)
    return replace(arrangement, order=(*given, *others)[:_MOST_IDS])


def arranged(page: SupportPage, arrangement: Arrangement) -> SupportPage:
    """A page with own lines first, without what is hidden, in the person's order. The emergency number stays first."""
    hidden = set(arrangement.hidden)
    talking = [line for line in lines_to_arrange(page, arrangement) if line.id not in hidden]
    return replace(
        page,
        first=tuple(talking[:FIRST_SHOWN]),
        more=tuple(talking[FIRST_SHOWN:]),
        not_for_crisis=tuple(line for line in page.not_for_crisis if line.id not in hidden),
    )


def lines_to_arrange(page: SupportPage, arrangement: Arrangement) -> list[Line]:
    """Every line that can be put in another place, hidden ones too, in the order that holds."""
    place = {line_id: at for at, line_id in enumerate(arrangement.order)}
    every: list[Line] = [*arrangement.own, *page.first, *page.more]
    unplaced = [line for line in every if line.id not in place]
    placed = sorted((line for line in every if line.id in place), key=lambda line: place[line.id])
    new = [line for line in unplaced if isinstance(line, OwnLine)]
    return [*new, *placed, *(line for line in unplaced if not isinstance(line, OwnLine))]


def lines_to_hide(page: SupportPage, arrangement: Arrangement) -> list[Line]:
    """Every line that can be put out of sight: those above, and then the ones that are not for a crisis."""
    return [*lines_to_arrange(page, arrangement), *page.not_for_crisis]


def moved(lines: Sequence[Line], line_id: str, to: int) -> list[str]:
    """Ids in their order once one line stands at place `to`, from 0; past the ends is at the end.

    Raises:
        BadInput: no such line is among them: lines that are not for a crisis stay after all others.
    """
    ids = [line.id for line in lines]
    if line_id not in ids:
        raise BadInput("Lines that are not for a crisis stay after the others.")
    ids.remove(line_id)
    ids.insert(max(0, min(to, len(ids))), line_id)
    return ids
