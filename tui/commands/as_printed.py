"""A JSON object of parts that may be the very document which `show --json` printed."""

from collections.abc import Mapping, Sequence

from journal.domain.parts import Part
from journal.errors import BadInput
from tui.commands.standard_input import flattened, read_object
from tui.wording import shell


def read_as_printed(
    printed: Mapping[str, object],
    parts: Sequence[Part],
    groups: Mapping[str, tuple[Part, ...]] | None = None,
    named: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """Read the parts to change. What can be printed and not changed is passed over while it is as it was printed.

    Args:
        printed: the document of the thing as it is now.
        parts: those that can be changed.
        groups: parts that may stand in an object of their own, by its name.
        named: the parts that are printed under another name than their own, by that name.

    Returns:
        Values by the names of the parts; a name that is neither a part nor printed is among them, to be refused.

    Raises:
        BadInput: what `read_object` and `flattened` refuse, a part twice, or another value in what stays as it is.
    """
    known = {part.name for part in parts}
    read: dict[str, object] = {}
    for name, value in flattened(read_object(), dict(groups or {})).items():
        part = (named or {}).get(name, name)
        if part in read:
            raise BadInput(shell.field_twice(part))
        if part in known or name not in printed:
            read[part] = value
        elif value != printed[name]:
            raise BadInput(shell.stays_as_it_is(name))
    return read
