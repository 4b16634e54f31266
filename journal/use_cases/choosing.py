"""Choosing: what a person would rather have otherwise than the gentle default."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.errors import BadInput
from journal.store.transaction import transaction
from journal.use_cases.rooms import Rooms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journal.domain.choices import Choices


HIDDEN_PROMPTS = "hidden-prompts"
NO_SUCH_PROMPTS = (
    "Questions are put away by their ids, such as h1,c2: cairn prompt shows them. With none, all come back."
)


def ready_to_keep(name: str, typed: str) -> str:
    """What is kept of a choice as it was typed.

    Raises:
        NotAllowed, BadInput: not one of what it may be, or no such choice.
    """
    from journal.domain.choices import as_stored

    value = as_stored(name, typed)
    if name == HIDDEN_PROMPTS and value and ",".join(_that_are_asked(value.split(","))) != value:
        raise BadInput(NO_SUCH_PROMPTS)
    return value


def _that_are_asked(prompt_ids: Iterable[str]) -> tuple[str, ...]:
    """Those that name a question which this cairn has."""
    from journal.data import prompts

    known = {prompt.id for prompt in prompts()}
    return tuple(prompt_id for prompt_id in prompt_ids if prompt_id in known)


class Choosing(Rooms):
    """Choices inside the journal."""

    def choices(self) -> Choices:
        """Everything that was chosen, with the default where a stored value is missing or cannot be read.

        A question that was put away and that this cairn does not have falls away.
        """
        from journal.domain.choices import CHOICES, choices_in

        stored = ((name, self._settings.get(name)) for name in CHOICES)
        choices = choices_in({name: value for name, value in stored if value is not None})
        if not choices.hidden_prompts:
            return choices
        return replace(choices, hidden_prompts=_that_are_asked(choices.hidden_prompts))

    def make_choice(self, name: str, typed: str) -> Choices:
        """Remember one choice as it was typed, and give all of them.

        Raises:
            NotAllowed, BadInput: not one of what it may be, or no such choice.
        """
        value = ready_to_keep(name, typed)
        with transaction(self._connection):
            self._settings.put(name, value)
        return self.choices()
