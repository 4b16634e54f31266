"""A field for a path: `~` and a name alone are in the person's own folder, and the marks of a shell are taken off."""

from pathlib import Path

from journal.errors import BadInput
from tui.widgets.one_line import OneLine
from tui.wording import keys_screen as words

_QUOTES = "\"'"


class PathField(OneLine):
    """One line. What stands there is read by `path_typed`."""


def path_typed(typed: str) -> Path:
    """The path that was meant.

    Args:
        typed: as a person types or drags it into a terminal: with quotes around, or a backslash before a space.

    Raises:
        BadInput: nothing was typed, or it can be no path here.
    """
    text = typed.strip()
    is_quoted = len(text) > 1 and text[0] == text[-1] and text[0] in _QUOTES
    text = text[1:-1] if is_quoted else text.replace("\\ ", " ")
    if not text:
        raise BadInput(words.PATH_NEEDED)
    try:
        if "\0" in text:
            raise BadInput(words.NO_SUCH_PATH)
        return Path.home() / Path(text).expanduser()
    except (RuntimeError, ValueError) as problem:
        raise BadInput(words.NO_SUCH_PATH) from problem
