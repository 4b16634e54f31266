"""What is known before the journal is open: country and look. Nothing personal, and nothing else."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from typing import Any

from journal.domain.support import CrisisResource, SupportPage, country_code, support_page
from journal.errors import BadInput, NoRoom
from journal.paths import Home, make_private_folder, replace_private_file


@dataclass(frozen=True, slots=True)
class Preferences:
    """Choices outside the vault, so that support lines and the look are there before unlock."""

    country: str | None = None
    """ISO 3166-1 alpha-2, for support lines; never guessed."""
    region: str | None = None
    """The nation inside it."""
    look: str | None = None
    plain: bool = False
    quiet: bool = False
    """The quiet screen: one column, no bars, no pictures made of dots, the cursor where the focus is."""


def read_preferences(home: Home) -> Preferences:
    """Read the choices; a file that is missing or not ours gives the gentle defaults."""
    try:
        loaded = json.loads(home.before_unlock.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(loaded, dict):
        return Preferences()
    return Preferences(
        country=_text(loaded.get("country")),
        region=_text(loaded.get("region")),
        look=_text(loaded.get("look")),
        plain=loaded.get("plain") is True,
        quiet=loaded.get("quiet") is True,
    )


def unreadable_preferences(home: Home) -> tuple[str, ...]:
    """Names of the choices that stand in the file and cannot be read, so that the gentle default rules.

    Returns:
        Every name where the file itself is not ours; none where it is not there.
    """
    every = tuple(one.name for one in fields(Preferences))
    try:
        loaded = json.loads(home.before_unlock.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, RecursionError):
        return every
    if not isinstance(loaded, dict):
        return every
    yes_or_no = ("plain", "quiet")
    return tuple(
        name
        for name in every
        if (value := loaded.get(name)) is not None
        and (not isinstance(value, bool) if name in yes_or_no else _text(value) is None)
    )


def known_page(known: Preferences, lines: Iterable[CrisisResource]) -> SupportPage:
    """The support lines for these choices; where they name no country we know, what is right anywhere.

    Never an error: nothing that stands in a file may keep a person from these lines.
    """
    lines = tuple(lines)
    country = country_code(known.country or "")
    for region in (known.region, None):
        with suppress(BadInput):
            return support_page(lines, country, region)
    return support_page(lines, None)


def write_preferences(home: Home, preferences: Preferences) -> None:
    """Write the choices in one step.

    Raises:
        NoRoom: the disk did not take them.
    """
    content = json.dumps(asdict(preferences), indent=1) + "\n"
    try:
        make_private_folder(home.root)
        replace_private_file(home.before_unlock, content.encode())
    except OSError as problem:
        raise NoRoom() from problem


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and len(value) <= 64 else None
