"""Parts of a thing asked one after the other, each of them skippable, kept as a draft while it goes."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from uuid import uuid4

from journal.domain.entry import Draft, answers_of
from journal.domain.parts import Part, Value, read_part
from journal.errors import BadInput, Busy, NoRoom
from tui.plain.choosing import ask_one_of, ask_some_of, walk
from tui.plain.conversation import Back, Conversation
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
    return asked.talk.ask(asked.question)


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


class Form:
    """Some parts of one thing, filled in by question and answer."""

    def __init__(
        self,
        visit: Visit,
        kind: str,
        parts: Sequence[Part],
        *,
        draft_kind: str | None = None,
        item_id: str | None = None,
        values: Mapping[str, Value] | None = None,
    ) -> None:
        """Nothing is asked yet; what was begun before is here again.

        Args:
            visit: whom to ask, and where drafts are kept.
            kind: whose words the parts have.
            parts: what to ask, in order.
            draft_kind: the name of its drafts; that of the kind where left out.
            item_id: the thing it changes, if there is one.
            values: what the parts have now.
        """
        self._visit = visit
        self._kind = kind
        self._parts = tuple(parts)
        self._begun = visit.journal.begun(draft_kind or kind, item_id)
        if self._begun is not None:
            visit.talk.say(shown.DRAFT_BACK)
        self.draft = self._begun or Draft(
            id=str(uuid4()), kind=draft_kind or kind, moment=visit.journal.moment(), body="", item_id=item_id
        )
        self.values: dict[str, Value] = {**(values or {}), **self._answered_before()}
        self._as_kept = dict(self.values)

    def given(self) -> dict[str, Value]:
        """The parts that have something."""
        return {name: value for name, value in self.values.items() if value}

    def changed_from(self, before: Mapping[str, Value]) -> dict[str, Value]:
        """The parts that are not what they were; a blank is a blank, whichever way it is written."""
        return {name: value for name, value in self.values.items() if (value or None) != (before.get(name) or None)}

    def fill_in(self, parts: Sequence[Part] | None = None) -> None:
        """Ask for all parts, or for these; what is filled in is kept as a draft on the way.

        Raises:
            Back, Leave, EndOfInput: as they say; what was filled in has been kept.
        """
        before = dict(self.values)
        try:
            walk([partial(self._ask, part) for part in self._parts if parts is None or part in parts])
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
            self.draft = self._visit.journal.keep_answers(self.draft, self.values)
            self._as_kept = dict(self.values)

    def _ask(self, part: Part) -> None:
        now = self.values.get(part.name)
        while True:
            talk = self._visit.talk
            self.values[part.name] = ask_part(talk, self._kind, part, now, partial(self._keep_one, part.name))
            if self.values[part.name] or not part.needed:
                break
            talk.say(words.needs_words(self._kind))
        with suppress(Busy, NoRoom):
            self.keep()

    def _keep_one(self, name: str, value: Value) -> None:
        self.values[name] = value
        self.keep()

    def _answered_before(self) -> dict[str, Value]:
        """What a draft holds of the parts; what is none of theirs is left where it is."""
        if self._begun is None:
            return {}
        found: dict[str, Value] = {}
        answers = answers_of(self._begun)
        for part in self._parts:
            with suppress(BadInput):
                if answers.get(part.name):
                    found[part.name] = _read(part, answers[part.name])
        return found
