"""Prompts: one question at a time, always with a way past it."""

import random
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from journal.domain.entry import THEME_TAGS
from journal.errors import NotAllowed, NotFound

PHASES = ("anytime", "hard_day", "before_session", "after_session", "look_back")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question."""

    id: str
    theme: str
    phase: str
    intensity: str
    """`light`, `medium` or `deep`; `deep` carries a line before it."""
    text: str
    ips_task: str | None = None
    needs: str | None = None
    """`active_partner`: asked only where there is one."""


def prompt_named(prompts: Iterable[Prompt], prompt_id: str) -> Prompt:
    """The prompt of this id.

    Raises:
        NotFound: there is none.
    """
    for prompt in prompts:
        if prompt.id == prompt_id:
            return prompt
    raise NotFound("There is no prompt with that id.", hint="cairn prompt shows one, with its id.")


def choose_prompt(
    prompts: Sequence[Prompt],
    chance: random.Random,
    *,
    phase: str = "anytime",
    theme: str | None = None,
    deep: bool = False,
    but_not: str | None = None,
    hidden: Collection[str] = (),
    hidden_themes: Collection[str] = (),
    only_light: bool = False,
) -> Prompt:
    """Draw one prompt.

    Args:
        prompts: all of them.
        chance: where chance comes from.
        phase: one of `PHASES`.
        theme: one of the six themes, or any.
        deep: whether deep ones may come: never first, never on a day with a low answer.
        but_not: the id of the one that was just shown.
        hidden: ids of those that are not to be asked again.
        hidden_themes: themes that are not to be asked about.
        only_light: whether light ones alone may come, as in easy mode.

    Raises:
        NotAllowed: an unknown phase or theme.
        NotFound: nothing fits.
    """
    weights = ("light",) if only_light else ("light", "medium", "deep") if deep else ("light", "medium")
    fitting = [
        prompt
        for prompt in _asked_for(prompts, phase, theme)
        if prompt.intensity in weights and prompt.id not in hidden and prompt.theme not in hidden_themes
    ]
    if not fitting:
        raise NotFound("There is no question like that to ask.", hint="Settings bring back those you put away.")
    return chance.choice([prompt for prompt in fitting if prompt.id != but_not] or fitting)


def _asked_for(prompts: Sequence[Prompt], phase: str, theme: str | None) -> list[Prompt]:
    if phase not in PHASES:
        raise NotAllowed("phase", PHASES)
    if theme is not None and theme not in THEME_TAGS:
        raise NotAllowed("theme", THEME_TAGS)
    return [
        prompt
        for prompt in prompts
        if prompt.phase == phase and prompt.needs is None and (theme is None or prompt.theme == theme)
    ]
