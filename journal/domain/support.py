"""Support lines: which ones, in which order, for which country.

The numbers are kept as they are dialled. None counts as checked until a person has checked it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from journal.errors import BadInput

FIRST_SHOWN = 3
"""At most this many lines before "more". Source: domain brief, section 14."""

NOWHERE = "INT"
"""Lines that are right wherever somebody is."""

TO_TALK = ("crisis_line", "text_line", "listening")
"""Kinds of lines with somebody who listens; the rest are advice, and say that they are no crisis line."""

_FIRST_OF_SEVERAL = re.compile(r"([\d ]+) \(or [\d ]+\)")


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

    @property
    def takes_texts(self) -> bool:
        """Whether a person can write to it rather than speak."""
        return self.channel in ("text", "call_or_text", "chat")


@dataclass(frozen=True, slots=True)
class OwnLine:
    """A line that the person added. It is in the locked journal, and nowhere before that is open."""

    id: str
    name: str
    reach: str
    """How they are reached, in the person's own words."""
    hours: str = ""


_ALSO_CALLED = {"UK": "GB", "EL": "GR", "USA": "US"}

Line = CrisisResource | OwnLine


@dataclass(frozen=True, slots=True)
class SupportPage:
    """What the support screen shows, in its order. `country` is `None` while nobody has said which."""

    country: str | None
    region: str | None
    emergency: tuple[CrisisResource, ...]
    first: tuple[Line, ...]
    more: tuple[Line, ...]
    not_for_crisis: tuple[CrisisResource, ...]
    anywhere: tuple[CrisisResource, ...]

    def all(self) -> tuple[Line, ...]:
        return (*self.emergency, *self.first, *self.more, *self.not_for_crisis, *self.anywhere)

    @property
    def listed(self) -> tuple[Line, ...]:
        """What has a number on the first page: never none."""
        return self.first or self.anywhere

    @property
    def danger_number(self) -> str | None:
        """What to call where a life is in danger; `None` where no country is known."""
        if not self.emergency:
            return None
        shown = self.emergency[0].display
        several = _FIRST_OF_SEVERAL.fullmatch(shown)
        return several[1] if several else shown


def country_code(typed: str) -> str | None:
    """The code that lines are kept under, from what a person typed for their country; `None` where that is nothing.

    Source:
        ISO 3166-1 alpha-2; `UK` and `EL` are reserved there for the same two countries.
    """
    code = typed.strip().upper()
    return _ALSO_CALLED.get(code, code) or None


def countries(resources: Iterable[CrisisResource]) -> list[str]:
    """Every country there are lines for, in order of its code."""
    return sorted({resource.country for resource in resources} - {NOWHERE})


def regions(resources: Iterable[CrisisResource], country: str) -> list[str]:
    """Every region of a country that has lines of its own, as the lines name it, in their order."""
    here = sorted((r for r in resources if r.country == country and r.region), key=lambda resource: resource.rank)
    return list(dict.fromkeys(str(resource.region) for resource in here))


def support_page(resources: Iterable[CrisisResource], country: str | None, region: str | None = None) -> SupportPage:
    """Put the lines of one country in order, the emergency number first.

    Args:
        resources: every line.
        country: ISO 3166-1 alpha-2, or `None`: then only what is right anywhere, never another country's number.
        region: the nation inside it, or `None` for all.

    Raises:
        BadInput: no lines are known for this country, or it has no such region.
    """
    every = sorted(resources, key=lambda resource: resource.rank)
    if country is not None and country not in countries(every):
        raise BadInput(
            "country takes one of: {countries}.",
            countries=", ".join(countries(every)),
            hint="For any other: your local emergency number (112 in much of the world), and findahelpline.com.",
        )
    region = _region_of(every, country, region)
    here = [r for r in every if r.country == country and (region is None or r.region in (None, region))]
    talking: list[Line] = [r for r in here if r.kind in TO_TALK]
    first = _first_of(talking)
    return SupportPage(
        country=country,
        region=region,
        emergency=tuple(r for r in here if r.kind == "emergency"),
        first=first,
        more=tuple(line for line in talking if line not in first),
        not_for_crisis=tuple(r for r in here if r.kind not in (*TO_TALK, "emergency")),
        anywhere=tuple(r for r in every if r.country == NOWHERE),
    )


def _region_of(every: Sequence[CrisisResource], country: str | None, region: str | None) -> str | None:
    """The region as the lines name it, however it was typed.

    Raises:
        BadInput: there is none of this name.
    """
    if region is None:
        return None
    known = regions(every, country) if country else []
    for name in known:
        if name.casefold() == " ".join(region.replace("-", " ").casefold().split()):
            return name
    if not known:
        raise BadInput("region has nothing to choose from for this country. Leave it out.")
    raise BadInput("region takes one of: {regions}.", regions=", ".join(known))


def _first_of(talking: Sequence[Line]) -> tuple[Line, ...]:
    """The first three; where none of them takes texts and a later one does, that one is the third.

    Many people would rather write than speak (domain brief, section 14).
    """
    first, later = talking[:FIRST_SHOWN], talking[FIRST_SHOWN:]
    if any(_can_be_written_to(line) for line in first):
        return tuple(first)
    to_write = next((line for line in later if _can_be_written_to(line)), None)
    return tuple(first) if to_write is None else (*first[:-1], to_write)


def _can_be_written_to(line: Line) -> bool:
    return isinstance(line, CrisisResource) and line.takes_texts
