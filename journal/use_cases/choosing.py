"""Choosing: what a person would rather have otherwise than the gentle default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.store.transaction import transaction
from journal.use_cases.rooms import Rooms

if TYPE_CHECKING:
    from journal.domain.choices import Choices


class Choosing(Rooms):
    """Choices inside the journal."""

    def choices(self) -> Choices:
        """Everything that was chosen, with the default where a stored value is missing or cannot be read."""
        from journal.domain.choices import CHOICES, choices_in

        stored = ((name, self._settings.get(name)) for name in CHOICES)
        return choices_in({name: value for name, value in stored if value is not None})

    def make_choice(self, name: str, typed: str) -> Choices:
        """Remember one choice as it was typed, and give all of them.

        Raises:
            NotAllowed, BadInput: not one of what it may be, or no such choice.
        """
        from journal.domain.choices import as_stored

        value = as_stored(name, typed)
        with transaction(self._connection):
            self._settings.put(name, value)
        return self.choices()
