"""What a script hands in by standard input: a first line and the rest, or one JSON object of parts."""

import json
from typing import Any, NoReturn

from journal.domain.parts import Part
from journal.errors import BadInput
from tui.commands.terminal import read_standard_input
from tui.wording import shell

LARGEST_JSON_BYTES = 8 * 1024 * 1024
"""Room for the longest story, with every letter of it written as an escape."""

_LONGEST_NAME_SAID = 40


def first_line(text: str) -> tuple[str, str]:
    """The first line that has words, and everything after it."""
    line, _, rest = text.lstrip().partition("\n")
    return line.strip(), rest.strip("\n")


def only_line(text: str, refusal: str) -> str:
    """The one line that has words; blank ones around it are nothing.

    Raises:
        BadInput: there is more, and `refusal` says where it goes.
    """
    line, rest = first_line(text)
    if rest.strip():
        raise BadInput(refusal)
    return line


def read_object() -> dict[str, object]:
    """Read all of standard input as one JSON object.

    Raises:
        BadInput: it is too large, no JSON, no object, names a field twice, or holds half a character. The sentence
            names a place or a field, and no value.
    """
    text = read_standard_input(LARGEST_JSON_BYTES)
    if not text.strip():
        raise BadInput(shell.NO_JSON, hint=shell.JSON_HINT)
    try:
        read = json.loads(text, object_pairs_hook=_object, parse_constant=_not_a_number)
        # Half a character can be written as an escape, and nothing could keep it.
        json.dumps(read, ensure_ascii=False).encode()
    except json.JSONDecodeError as problem:
        # Without its cause, which holds the text.
        raise BadInput(shell.not_json(problem.lineno, problem.colno), hint=shell.JSON_HINT) from None
    except UnicodeEncodeError:
        raise BadInput(shell.HALF_A_CHARACTER) from None
    except (ValueError, RecursionError):
        raise BadInput(shell.JSON_TOO_ODD, hint=shell.JSON_HINT) from None
    if not isinstance(read, dict):
        raise BadInput(shell.NOT_AN_OBJECT, hint=shell.JSON_HINT)
    return read


def flattened(given: dict[str, object], groups: dict[str, tuple[Part, ...]]) -> dict[str, object]:
    """Take the parts out of their groups, as `show --json` prints them; those that stand alone stay.

    Args:
        given: what was read.
        groups: by name, the parts that may stand in each.

    Raises:
        BadInput: a group is no object, holds what is not its own, or a field is named twice.
    """
    flat = {name: value for name, value in given.items() if name not in groups}
    for group, parts in groups.items():
        inside = given.get(group)
        if inside is None:
            continue
        if not isinstance(inside, dict):
            raise BadInput(shell.group_takes_object(group))
        allowed = [part.name for part in parts]
        for name, value in inside.items():
            if name not in allowed:
                raise BadInput(shell.no_field_in_group(_short(name), group, allowed))
            if name in flat:
                raise BadInput(shell.field_twice(name))
            flat[name] = value
    return flat


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for name, value in pairs:
        if name in read:
            raise BadInput(shell.field_twice(_short(name)))
        read[name] = value
    return read


def _not_a_number(_: str) -> NoReturn:
    raise BadInput(shell.JSON_TOO_ODD, hint=shell.JSON_HINT)


def _short(name: str) -> str:
    """A field's name, short enough for one sentence and with nothing in it that acts on a terminal."""
    return "".join(character for character in name if character.isprintable())[:_LONGEST_NAME_SAID]
