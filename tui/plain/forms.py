"""Parts of a thing asked one after the other, each of them skippable, kept as a draft while it goes."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from uuid import uuid4

from journal.domain.draft_kinds import Place, parts_of
from journal.domain.entry import Draft, answers_of
from journal.domain.parts import Part, Value, read_part
from journal.errors import BadInput, Busy, KeyChanged, NoRoom
from tui.plain.choosing import ask_one_of, ask_some_of, walk
from tui.plain.conversation import Back, Conversation, HasUnfinished
from tui.plain.long_words import Keep, ask_long, with_ending
from tui.plain.visit import Visit
from tui.wording import parts as of_parts
from tui.wording import plain as words
from tui.wording import screen as shown
from tui.wording.things import value_in_words


@dataclass(frozen=True, slots=True)
class _Asked:
    """One part that is being asked."""

    talk: Conversation
    kind: str
    part: Part
    now: Value
    keep: Callable[[Value], object] | None

    @property
    def question(self) -> str:
        return question_of(self.kind, self.part)

    @property
    def options(self) -> list[tuple[str, str]]:
        """The words that are allowed, and leaving it blank where it is not."""
        allowed = [(value, of_parts.word(self.kind, self.part.name, value)) for value in self.part.allowed]
        return [*allowed, (words.CLEAR, words.LEAVE_BLANK)] if self.now and not self.part.needed else allowed


def ask_part(
    talk: Conversation, kind: str, part: Part, now: Value = None, keep: Callable[[Value], object] | None = None
) -> Value:
    """Ask for one part of a thing.

    Args:
        talk: whom to ask.
        kind: `goal`, `session` or a shelf's kind: whose words the part has.
        part: what it takes.
        now: what it has; a skip leaves that as it is, and `clear` takes it away.
        keep: called with what has been typed so far of a longer text.

    Returns:
        What fits the part.
    """
    if now:
        talk.say(words.has_now(value_in_words(kind, part, now)))
    typed = _ASKING[part.takes](_Asked(talk, kind, part, now, keep))
    if typed is None:
        return now
    clears = now and not part.needed and typed in (words.CLEAR, [words.CLEAR])
    return None if clears else _read(part, typed)


def question_of(kind: str, part: Part) -> str:
    """What is asked for a part: its label, and its hint behind it."""
    return words.question(of_parts.label(kind, part.name), of_parts.hint(kind, part.name))


def _ask_line(asked: _Asked) -> object:
    return asked.talk.ask(asked.question, own_words=True)


def _ask_text(asked: _Asked) -> object:
    keep = asked.keep
    so_far: Keep | None = None if keep is None else (lambda text: keep(_read(asked.part, text)))
    return ask_long(asked.talk, with_ending(asked.question), keep=so_far, at_once=(words.CLEAR,) if asked.now else ())


def _ask_one(asked: _Asked) -> object:
    return ask_one_of(asked.talk, asked.question, asked.options)


def _ask_some(asked: _Asked) -> object:
    return ask_some_of(asked.talk, asked.question, asked.options)


def _ask_day(asked: _Asked) -> object:
    while (typed := asked.talk.ask(asked.question)) is not None and not (asked.now and typed == words.CLEAR):
        with suppress(BadInput):
            return read_part(asked.part, typed)
        asked.talk.say(words.A_DAY_IS)
    return typed


_ASKING = {
    "line": _ask_line,
    "text": _ask_text,
    "lines": _ask_text,
    "one_of": _ask_one,
    "some_of": _ask_some,
    "day": _ask_day,
}


def _read(part: Part, given: object) -> Value:
    """What was typed as the part's own kind of value; a part that is needed may be blank on the way."""
    return read_part(replace(part, needed=False), given)


def begun_at(visit: Visit, place: Place) -> Draft:
    """What was begun there before, or a draft with nothing in it yet."""
    return visit.journal.begun(*place) or blank_at(visit, place)


def blank_at(visit: Visit, place: Place) -> Draft:
    """A draft with nothing in it yet. Nothing is kept until something is filled in."""
    return Draft(str(uuid4()), place.kind, visit.journal.moment(), body="", item_id=place.item_id)


class Form:
    """Some parts of one thing, filled in by question and answer."""

    def __init__(
        self,
        visit: Visit,
        kind: str,
        parts: Sequence[Part],
        draft: Draft,
        *,
        values: Mapping[str, Value] | None = None,
        beside: Mapping[str, object] | None = None,
        offered: Mapping[str, Value] | None = None,
    ) -> None:
        """Nothing is asked yet; what was begun before is here again.

        Args:
            visit: whom to ask, and where drafts are kept.
            kind: whose words the parts have.
            parts: what to ask, in order.
            draft: what was begun, or a blank one; see `begun_at`.
            values: what the parts have now.
            beside: what else a draft is to say of it, once it holds anything.
            offered: what stands in parts of something new, to be changed or taken away.
        """
        self._visit = visit
        self._kind = kind
        self.draft = draft
        self.beside = dict(beside or {})
        """What a draft says of it beside its parts."""
        self.begun = answers_of(draft)
        """What was begun, by name: a part that is not named was not touched, and is what the thing has now."""
        if draft.saved_at:
            visit.talk.say(shown.DRAFT_BACK)
        asked = {part.name for part in parts}
        also = [part for part in parts_of(kind) if part.name in self.begun and part.name not in asked]
        # What was begun on another form of the same thing goes with the save too.
        self._parts = (*parts, *also)
        self._before = dict(values or {})
        self.values: dict[str, Value] = {**self._before, **(offered or {}), **self._answered_before()}
        self._as_kept = dict(self.values)

    def given(self) -> dict[str, Value]:
        """The parts that have something."""
        return {name: value for name, value in self.values.items() if value}

    def changed(self) -> dict[str, Value]:
        """The parts that are not what the thing has; a blank is a blank, whichever way it is written."""
        differs = {name: value or None for name, value in self.values.items()}
        return {name: value for name, value in differs.items() if value != (self._before.get(name) or None)}

    def fill_in(self, parts: Sequence[Part] | None = None) -> None:
        """Ask for all parts, or for these; what is filled in is kept as a draft on the way.

        Raises:
            Back, Leave, EndOfInput: as they say; what was filled in has been kept.
        """
        before = dict(self.values)
        try:
            walk([partial(self._ask, part) for part in (self._parts if parts is None else parts)])
        except BaseException as leaving:
            # Whatever comes between, the words come first.
            self.keep()
            if isinstance(leaving, Back) and self.values != before:
                self._visit.talk.say(words.KEPT_AS_DRAFT)
            raise

    def keep(self) -> None:
        """Keep what is filled in as a draft, if there is anything new.

        Raises:
            NoRoom, Busy: it could not be kept.
        """
        if self.values != self._as_kept:
            kept: dict[str, object] = {**self._not_understood(), **self.changed()}
            self.draft = self._visit.journal.keep_parts(self.draft, {**self.beside, **kept} if kept else {})
            self._as_kept = dict(self.values)

    def _ask(self, part: Part) -> None:
        now = self.values.get(part.name)
        while True:
            talk = self._visit.talk
            try:
                self.values[part.name] = ask_part(talk, self._kind, part, now, partial(self._keep_one, part.name))
            except HasUnfinished as leaving:
                with suppress(BadInput):
                    if leaving.unfinished:
                        self.values[part.name] = _read(part, leaving.unfinished)
                        leaving.take()
                raise
            if self.values[part.name] or not part.needed:
                break
            talk.say(words.needs_words(self._kind))
        with suppress(Busy, NoRoom, KeyChanged):
            self.keep()

    def _keep_one(self, name: str, value: Value) -> None:
        self.values[name] = value
        self.keep()

    def _answered_before(self) -> dict[str, Value]:
        """The parts that a draft names; one that was taken away is blank."""
        found: dict[str, Value] = {}
        for part in self._parts:
            with suppress(BadInput):
                if part.name in self.begun:
                    found[part.name] = _read(part, self.begun[part.name])
        return found

    def _not_understood(self) -> dict[str, object]:
        """What a draft holds that is no part of this: left where it is."""
        known = {*self._answered_before(), *self.beside}
        return {name: kept for name, kept in self.begun.items() if name not in known}
