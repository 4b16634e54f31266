"""What a made-up person wrote: a believable mixture of check-ins and pages, the same for the same number.

Words come from a public list of 2,048, a few of them often and most of them seldom, as in any language.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from random import Random
from uuid import UUID

from mnemonic import Mnemonic

from journal.data import feelings
from journal.domain.check_in import CheckIn, ToolUse
from journal.domain.entry import THEME_TAGS, JournalEntry
from journal.domain.moments import Moment, moment_at, utc_text
from journal.domain.shelves import CopingTool

SEED = 20260301
PAGE_WORDS = 25
"""Source: security brief, i.2, whose figures for the bare engine these are set beside."""

LAST_DAY = date(2026, 2, 28)
ITEMS_A_DAY = 6
"""100,000 of them reach back 46 years: more than anybody has, within the calendar that cairn accepts."""

ZONE = "Europe/London"
COMMON_RANK, SELDOM_RANK = 60, 1900
"""Places in the order of frequency: a word that stands on about 1 page in 16, and one on about 1 in 600."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words, the most frequent first, and how often each comes (running sums, by Zipf's law)."""

    words: tuple[str, ...]
    sums: tuple[float, ...]

    def text(self, chance: Random, length: int) -> str:
        """So many words in a row, the first with a capital."""
        return " ".join(chance.choices(self.words, cum_weights=self.sums, k=length)).capitalize() + "."


def vocabulary() -> Vocabulary:
    """The list in an order of its own."""
    words = list(Mnemonic("english").wordlist)
    Random(SEED).shuffle(words)
    # Mandelbrot's form of the law, which fits English best near 2.7.
    return Vocabulary(tuple(words), tuple(accumulate(1 / (rank + 2.7) for rank in range(1, len(words) + 1))))


def toolbox() -> list[CopingTool]:
    """What helps this person."""
    chance = Random(SEED)
    names = ("a walk", "ring somebody", "cold water on the wrists", "tea, slowly", "the allotment")
    return [CopingTool(id=_id(chance), name=name, created_at=_recorded(_day(10_000))) for name in names]


def written(how_many: int, tools: list[CopingTool]) -> Iterator[CheckIn | JournalEntry]:
    """That many check-ins and pages, the oldest first."""
    chance, known = Random(SEED + how_many), vocabulary()
    feeling_ids = [feeling.id for feeling in feelings()]
    for age in range(how_many - 1, -1, -1):
        instant = _day(age // ITEMS_A_DAY) + timedelta(hours=21 - 3 * (age % ITEMS_A_DAY), minutes=chance.randrange(60))
        moment = moment_at(instant, ZONE)
        if chance.random() < 0.55:
            yield _check_in(chance, known, moment, _recorded(instant), feeling_ids, tools)
        else:
            yield _page(chance, known, moment, _recorded(instant))


def _check_in(
    chance: Random,
    known: Vocabulary,
    moment: Moment,
    recorded_at: str,
    feeling_ids: list[str],
    tools: list[CopingTool],
) -> CheckIn:
    used = chance.sample(tools, chance.choice((0, 0, 0, 1, 2)))
    return CheckIn(
        id=_id(chance),
        moment=moment,
        recorded_at=recorded_at,
        mood=chance.randint(0, 10),
        hope=chance.randint(0, 10),
        energy=chance.choice((None, None, chance.randint(0, 10))),
        feelings=tuple(chance.sample(feeling_ids, chance.choice((0, 0, 1, 2, 3)))),
        tools_used=tuple(ToolUse(tool.id, chance.choice(("a_lot", "a_little", "not_sure"))) for tool in used),
        note=known.text(chance, 8) if chance.random() < 0.3 else None,
        keep=chance.random() < 0.01,
    )


def _page(chance: Random, known: Vocabulary, moment: Moment, recorded_at: str) -> JournalEntry:
    return JournalEntry(
        id=_id(chance),
        moment=moment,
        recorded_at=recorded_at,
        body=known.text(chance, PAGE_WORDS),
        title=known.text(chance, 3) if chance.random() < 0.3 else None,
        tags=tuple({known.words[chance.randrange(40)] for _ in range(chance.choice((0, 0, 1, 2)))}),
        themes=(chance.choice(THEME_TAGS),) if chance.random() < 0.2 else (),
        keep=chance.random() < 0.02,
    )


def _day(days_before_last: int) -> datetime:
    day = LAST_DAY - timedelta(days=days_before_last)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _recorded(instant: datetime) -> str:
    return utc_text(instant)


def _id(chance: Random) -> str:
    return str(UUID(int=chance.getrandbits(128), version=4))
