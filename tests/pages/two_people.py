"""Two people as values: what each keeps, what each decides, and their visits to a place that may misbehave.

The rules, the content and the words that were said yes to are the program's own. What seals a page is a stand-in: a
ticket, and a drawer in which whoever holds the right key finds the page.
"""

from collections.abc import Coroutine, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from random import Random
from typing import Any, TypeVar

from journal.domain.goal import Goal, GoalStep
from journal.domain.moments import Moment
from sync.consent.offer import SHAREABLE, as_it_travels, words_now
from sync.errors import NotReached
from sync.protocol.content import Content, Note, read_content, write_content
from sync.protocol.framing import Page
from sync.protocol.standing import Standing, Taken
from sync.records.consents import Consent, Status
from sync.sealing.meeting_keys import Place
from tests.pages.rules import Rules
from tests.transports.memory import Memory

T = TypeVar("T")
BEGINNING = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
WRITTEN_UNTIL_SEEN_DAYS = 30
PRIVATE = "private"
"""Stands in every word that nobody said yes to."""


def at_once(deed: Coroutine[Any, Any, T]) -> T:
    """What a deed of the twin gives: it never really waits."""
    try:
        deed.send(None)
    except StopIteration as done:
        value: T = done.value
        return value
    raise AssertionError("the twin in memory waits for nobody")


@dataclass(frozen=True, slots=True)
class Sealed:
    """A page as it travels."""

    key: bytes
    """Of the direction."""
    reader: bytes
    page: Page


class Drawer:
    """Takes a page, gives a ticket; and shows the page to who has both keys."""

    def __init__(self) -> None:
        self.sealed: list[Sealed] = []

    def seal(self, page: Page, key: bytes, reader: bytes) -> bytes:
        self.sealed.append(Sealed(key, reader, page))
        return len(self.sealed).to_bytes(4, "big")

    def open(self, ticket: bytes, key: bytes, readers: Iterable[bytes]) -> tuple[Page, int] | None:
        found = self.sealed[int.from_bytes(ticket, "big") - 1]
        if found.key != key:
            return None
        return next(((found.page, index) for index, reader in enumerate(readers) if found.reader == reader), None)


@lru_cache(maxsize=64)
def as_read(content: bytes) -> Content:
    """What a page says; the same page is looked at again and again."""
    return read_content(content)


def public(seed: bytes) -> bytes:
    return b"public " + seed


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that one of the two has on their disk."""

    standing: Standing | None = None
    state: str = "apart"
    """apart, active, ending, answering (ending, because the other one did) or ended."""
    goals: tuple[Goal, ...] = ()
    consents: tuple[Consent, ...] = ()
    letters: tuple[str, ...] = ()
    received: tuple[str, ...] = ()
    view: bytes | None = None
    wrote: bytes = b""
    ended_on: int = 0


@dataclass
class Pages:
    """What one pair has in common: a new number for every meeting."""

    number: int
    drawer: Drawer

    def place(self, writer: str) -> Place:
        return Place(f"{self.number} {writer}".encode(), b"", b"")

    def key(self, writer: str) -> bytes:
        return f"{self.number} from {writer}".encode()


class Person:
    """One of the two."""

    def __init__(self, name: str, rules: Rules, random: Random, skew: timedelta = timedelta(0)) -> None:
        self.name = name
        self.kept = Kept()
        self._rules = rules
        self._random = random
        self._skew = skew
        self._count = 0

    def day(self, today: int) -> str:
        """The local calendar day, as this person's clock has it."""
        return (BEGINNING + timedelta(today) + self._skew).date().isoformat()

    def meet(self, seed: bytes, their_seed: bytes, today: int) -> None:
        """Begin anew: nothing of an earlier pair goes on."""
        standing = Standing(seed, BEGINNING + timedelta(today) + self._skew, public(their_seed))
        self.kept = Kept(standing, "active", goals=self.kept.goals)

    def lose_keys(self) -> None:
        """A journal brought back from a copy: what is private is there, and nothing of the pair."""
        self.kept = Kept(goals=self.kept.goals)

    # What a person decides

    def name_goal(self) -> None:
        self._count += 1
        mark = f"{self.name}{self._count}"
        goal = Goal(
            id=f"goal-{mark}",
            moment=Moment("", "", ""),
            recorded_at="",
            title=f"title {mark}",
            why_it_matters=f"why {mark}",
            barriers=f"{PRIVATE} {mark}",
            steps=(GoalStep(f"step-{mark}", f"step {mark}"),),
        )
        self.kept = replace(self.kept, goals=(*self.kept.goals, goal))

    def edit(self) -> None:
        """Other words, another step or another status. Words wait for a yes; a status does not."""
        if not self.kept.goals:
            return
        place, self._count = self._random.randrange(len(self.kept.goals)), self._count + 1
        goal, mark = self.kept.goals[place], f"{PRIVATE} {self.name}{self._count}"
        edited = self._random.choice(
            (
                replace(goal, title=mark),
                replace(goal, why_it_matters=mark),
                replace(goal, status=self._random.choice(("resting", "reached", "moving_towards"))),
                replace(goal, steps=tuple(replace(step, status="done") for step in goal.steps)),
                replace(goal, steps=(*goal.steps, GoalStep(mark, mark))),
            )
        )
        goals = (*self.kept.goals[:place], edited, *self.kept.goals[place + 1 :])
        self.kept = replace(self.kept, goals=goals)

    def say_yes(self, today: int) -> None:
        """To the words of one goal as they are now; they are private no longer."""
        if not self.kept.goals:
            return
        goal = self._random.choice(self.kept.goals)
        goal = replace(
            goal,
            title=_opened(goal.title),
            why_it_matters=_opened(goal.why_it_matters or ""),
            steps=tuple(replace(step, text=_opened(step.text)) for step in goal.steps),
        )
        fields = tuple(self._random.sample(SHAREABLE, self._random.randint(1, len(SHAREABLE))))
        words, step = words_now(goal, fields)
        self._count += 1
        live = [each for each in self.kept.consents if each.goal == goal.id and each.is_live]
        consent = Consent(
            id=f"{self.name}{self._count}",
            partner="",
            goal=goal.id,
            shared=live[0].shared if live else f"{self._random.getrandbits(128):032x}",
            fields=fields,
            words=words,
            step=step.id if step else None,
            step_shared=f"{self._random.getrandbits(128):032x}" if step else None,
            statement="",
            version=1,
            said_with="y",
            starts=self.day(today),
            expires=self.day(today + self._random.choice((1, 10, 90, 180))),
            status=Status.ACTIVE,
            made_at="",
        )
        before = tuple(replace(each, status=Status.SUPERSEDED) if each in live else each for each in self.kept.consents)
        goals = tuple(goal if each.id == goal.id else each for each in self.kept.goals)
        self.kept = replace(self.kept, goals=goals, consents=(*before, consent))

    def turn(self, allowed: Status, to: Status) -> None:
        """Pause, go on or stop: one of those that can be."""
        among = [each for each in self.kept.consents if each.status is allowed]
        if among:
            turned = self._random.choice(among)
            consents = tuple(replace(each, status=to) if each is turned else each for each in self.kept.consents)
            self.kept = replace(self.kept, consents=consents)

    def encourage(self) -> None:
        if self.kept.standing is not None and len(self.kept.letters) - self.kept.standing.noted_by_them < 20:
            self._count += 1
            self.kept = replace(self.kept, letters=(*self.kept.letters, f"letter {self.name}{self._count}"))

    def end(self, today: int) -> None:
        if self.kept.state == "active":
            self.kept = replace(self.kept, state="ending", consents=(), view=None, wrote=b"", ended_on=today)

    # What their cairn does

    def visit(self, pages: Pages, place: Memory, partner: "Person", today: int, cut: int | None = None) -> bool:
        """Look at both slots, take in, write. Whether it went through.

        Args:
            pages: of the pair.
            place: where it stands.
            partner: for the name of their slot alone.
            today: days since the beginning.
            cut: stopped before this step (0 to 3): keeping, writing, noting that it is written, none.
        """
        try:
            theirs = at_once(place.read(pages.place(partner.name))).candidates
            mine = at_once(place.read(pages.place(self.name))).candidates
        except NotReached:
            return False
        after = self._renewed(self._taken_newest(self.kept, pages, theirs, partner.name, today), today)
        if cut == 0 or after.standing is None:
            return False
        self.kept = after
        if cut == 1:
            return False
        return self._write(pages, place, partner, mine, today, cut)

    def content(self, kept: Kept, today: int) -> Content:
        """What stands on the page today, from the words that were said yes to."""
        if kept.state != "active":
            return Content(end=True)
        goals, day = {goal.id: goal for goal in kept.goals}, self.day(today)
        had = kept.standing.noted_by_them if kept.standing else 0
        travelling = tuple(
            part
            for each in kept.consents
            if each.status is Status.ACTIVE and each.goal and each.starts <= day <= each.expires
            if (part := as_it_travels(each, goals[each.goal])) is not None
        )
        notes = tuple(Note(no=no, text=text) for no, text in enumerate(kept.letters[had:], had + 1))
        return Content(confirmed=True, name=self.name, goals=travelling, notes=notes)

    def seeds(self) -> list[bytes]:
        standing = self.kept.standing
        return [] if standing is None else [seed for seed in (standing.seed, standing.seed_before) if seed]

    def _taken_newest(self, kept: Kept, pages: Pages, wires: Iterable[bytes], partner: str, today: int) -> Kept:
        standing = kept.standing
        if standing is None:
            return kept
        key, readers = pages.key(partner), [public(seed) for seed in self.seeds()]
        opened = [one for wire in wires if (one := pages.drawer.open(wire, key, readers)) is not None]
        highest = max((page.number for page, _ in opened), default=0)
        after, notes_on = standing, None
        for page, _ in (one for one in opened if one[0].number == highest):
            content = as_read(page.content)
            after, taken = self._rules.taken_in(after, page, max((note.no for note in content.notes), default=0))
            if taken is Taken.WORDS:
                notes_on = content
                new = self._rules.new_notes(content.notes, standing.notes_ack)
                kept = replace(kept, received=(*kept.received, *(note.text for note in new)))
                if content.end:
                    kept = replace(kept, state="answering", consents=())
                kept = replace(kept, view=page.content if kept.state == "active" else None)
        if highest and (notes_on is not None or highest >= standing.seen_number):
            is_newest = any(index == 0 for page, index in opened if page.number == highest)
            now = BEGINNING + timedelta(today) + self._skew
            after = self._rules.met_key(after, is_newest, self._random.randbytes(32), now)
        return replace(kept, standing=after)

    def _renewed(self, kept: Kept, today: int) -> Kept:
        if kept.standing is None or kept.state in ("apart", "ended"):
            return kept
        day = self.day(today)
        consents = tuple(
            replace(each, status=Status.EXPIRED) if each.is_live and day > each.expires else each
            for each in kept.consents
        )
        kept = replace(kept, consents=consents)
        content = write_content(self.content(kept, today))
        return replace(kept, standing=self._rules.renewed(kept.standing, content)) if kept.standing else kept

    def _write(
        self, pages: Pages, place: Memory, partner: "Person", mine: tuple[bytes, ...], today: int, cut: int | None
    ) -> bool:
        kept, standing = self.kept, self.kept.standing
        if standing is None:
            return True
        try:
            is_seen = standing.seen_by_them >= standing.number
            if kept.state in ("ending", "answering") and is_seen:
                at_once(place.delete(pages.place(self.name)))
                at_once(place.delete(pages.place(partner.name)))
                self.kept = replace(kept, state="ended", standing=None)
                return True
            stood_long = kept.state == "ending" and today > kept.ended_on + WRITTEN_UNTIL_SEEN_DAYS
            if not self._rules.is_written_again(standing, kept.wrote in mine):
                self.kept = replace(kept, state="ended", standing=None) if stood_long else kept
                return True
            page = standing.page(public(standing.seed))
            ticket = pages.drawer.seal(page, pages.key(self.name), standing.their_key)
            at_once(place.write(pages.place(self.name), ticket))
        except NotReached:
            return False
        if cut != 2:
            first = kept.state == "ending" and not kept.wrote
            ended_on = today if first else kept.ended_on
            self.kept = replace(kept, standing=self._rules.written(standing), wrote=ticket, ended_on=ended_on)
            if kept.state == "answering" or (stood_long and not first):
                self.kept = replace(self.kept, state="ended", standing=None)
        return cut != 2


def _opened(words: str) -> str:
    return words.replace(PRIVATE, "open")
