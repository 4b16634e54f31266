"""Support lines: which ones, in which order, for which country.

The numbers are kept as they are dialled. None counts as checked until a person has checked it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from journal.errors import BadInput

FIRST_SHOWN = 3
"""At most this many lines before "more". Source: domain brief, section 14."""

NOWHERE = "INT"
"""Lines that are right wherever somebody is."""


@dataclass(frozen=True, slots=True)
class CrisisResource:
    """One line or service, as it is shown. `display` is what a person reads, `dial` the exact digits."""

    id: str
    country: str
    region: str | None
    name: str
    kind: str
    """emergency, crisis_line, text_line, listening, advice, peer, directory."""
    channel: str
    display: str
    dial: tuple[str, ...]
    keyword: str | None
    hours: str
    open_24_7: bool | None
    cost: str
    languages: str
    audience: str
    url: str
    note: str
    tags: tuple[str, ...]
    verification: str
    """How it was seen: A official or recent, A- older or in part, B one dataset of 2024, C unconfirmed."""
    verified_on: str | None
    """The day a named person called or read the line; `None` until then."""
    rank: int


@dataclass(frozen=True, slots=True)
class SupportPage:
    """What the support screen shows, in its order. `country` is `None` while nobody has said which."""

    country: str | None
    emergency: tuple[CrisisResource, ...]
    first: tuple[CrisisResource, ...]
    more: tuple[CrisisResource, ...]
    not_for_crisis: tuple[CrisisResource, ...]
    anywhere: tuple[CrisisResource, ...]

    def all(self) -> tuple[CrisisResource, ...]:
        return (*self.emergency, *self.first, *self.more, *self.not_for_crisis, *self.anywhere)


def countries(resources: Iterable[CrisisResource]) -> list[str]:
    """Every country there are lines for, in order of its code."""
    return sorted({resource.country for resource in resources} - {NOWHERE})


def support_page(resources: Iterable[CrisisResource], country: str | None, region: str | None = None) -> SupportPage:
    """Put the lines of one country in order, the emergency number first.

    Args:
        resources: every line.
        country: ISO 3166-1 alpha-2, or `None`: then only what is right anywhere, never another country's number.
        region: the nation inside it, or `None` for all.

    Raises:
        BadInput: no lines are known for this country.
    """
    every = sorted(resources, key=lambda resource: resource.rank)
    if country is not None and country not in countries(every):
        raise BadInput(
            f"country takes one of: {', '.join(countries(every))}.",
            hint="For any other: your local emergency number (112 in much of the world), and findahelpline.com.",
        )
    here = [r for r in every if r.country == country and (region is None or r.region in (None, region))]
    emergency = tuple(r for r in here if r.kind == "emergency")
    talking = [r for r in here if r.kind in ("crisis_line", "text_line", "listening")]
    return SupportPage(
        country=country,
        emergency=emergency,
        first=tuple(talking[:FIRST_SHOWN]),
        more=tuple(talking[FIRST_SHOWN:]),
        not_for_crisis=tuple(r for r in here if r.kind in ("advice", "peer", "directory")),
        anywhere=tuple(r for r in every if r.country == NOWHERE),
    )
