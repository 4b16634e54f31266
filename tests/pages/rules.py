"""The rules under test as they are, and each of them weakened on purpose: a check that cannot fail is none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sync.protocol.content import Note
from sync.protocol.framing import Page
from sync.protocol.standing import Standing, Taken, met_newest_key, renewed, taken_in, written


class Rules:
    """What the program does."""

    def renewed(self, standing: Standing, content: bytes) -> Standing:
        return renewed(standing, content)

    def taken_in(self, standing: Standing, page: Page, newest_note: int) -> tuple[Standing, Taken]:
        return taken_in(standing, page, newest_note)

    def met_key(self, standing: Standing, is_newest: bool, new_seed: bytes, now: datetime) -> Standing:
        return met_newest_key(standing, new_seed, now) if is_newest else standing

    def new_notes(self, notes: Sequence[Note], had: int) -> list[Note]:
        return [note for note in notes if note.no > had]

    def is_written_again(self, standing: Standing, stands_there: bool) -> bool:
        return standing.owes or not stands_there

    def written(self, standing: Standing) -> Standing:
        return written(standing)


class RotatesWithoutAnswer(Rules):
    """Makes a new key each week, whether or not the partner has the last one."""

    def met_key(self, standing: Standing, is_newest: bool, new_seed: bytes, now: datetime) -> Standing:
        return met_newest_key(standing, new_seed, now)


class NotesWithoutNumbers(Rules):
    """Keeps whatever notes stand on a page that is new."""

    def new_notes(self, notes: Sequence[Note], had: int) -> list[Note]:
        return list(notes)


class TakesOldPages(Rules):
    """Shows whatever page stands there."""

    def taken_in(self, standing: Standing, page: Page, newest_note: int) -> tuple[Standing, Taken]:
        if page.number < standing.seen_number:
            standing = replace(standing, seen_number=0)
        return taken_in(standing, page, newest_note)


class TakesKeysFromFarAhead(Rules):
    """Takes any key that is not the one it knows, also one of long ago."""

    def taken_in(self, standing: Standing, page: Page, newest_note: int) -> tuple[Standing, Taken]:
        if page.epoch < standing.their_epoch:
            standing = replace(standing, their_epoch=page.epoch - 1)
        return taken_in(standing, page, newest_note)


class ForgetsTheKeyBefore(Rules):
    """Lets the key before go as soon as there is a new one."""

    def met_key(self, standing: Standing, is_newest: bool, new_seed: bytes, now: datetime) -> Standing:
        return replace(super().met_key(standing, is_newest, new_seed, now), seed_before=b"")


class TrustsThePlace(Rules):
    """Writes a page once and never looks whether it still stands there."""

    def is_written_again(self, standing: Standing, stands_there: bool) -> bool:
        return standing.owes


class AnswersOnlyWithWords(Rules):
    """Says what it has seen only when it has words of its own to say."""

    def taken_in(self, standing: Standing, page: Page, newest_note: int) -> tuple[Standing, Taken]:
        after, taken = taken_in(standing, page, newest_note)
        return replace(after, owes=standing.owes), taken


IN_SCHEDULES = (
    RotatesWithoutAnswer,
    NotesWithoutNumbers,
    TakesOldPages,
    TakesKeysFromFarAhead,
    ForgetsTheKeyBefore,
    TrustsThePlace,
    AnswersOnlyWithWords,
)
"""Every one of them, and schedules have to catch it."""
