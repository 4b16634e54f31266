"""Which home a command belongs to: a person's own, a facilitator's, or both. Looked up where the journal is opened."""

from argparse import Namespace
from collections.abc import Mapping

from journal.errors import OtherHome

Deeds = frozenset[str] | None
"""Those of a command; `None`: all of them."""

FACILITATORS_ALONE: Mapping[str, Deeds] = {
    "group": None,
    "about_me": None,
    "summary": frozenset({"reply", "print"}),
}
"""By the module that runs it, what a person's own home has none of."""

IN_BOTH: Mapping[str, Deeds] = {
    "summary": frozenset({"show"}),
    "sync": None,
    "partner": frozenset({"list"}),
    "partner_meeting": frozenset({"compare", "end"}),
    "vault": None,
    "backup": None,
    "export": None,
    "bring_in": frozenset({"archive"}),
    "erase": None,
    "settings": None,
    "support_own": None,
    "undo": None,
    "drafts": None,
}
"""What either home has. Everything else that opens a journal is of a person's own; what opens none is anybody's."""


def check_home(options: Namespace, *, is_facilitators: bool) -> None:
    """See that a command is called where it belongs.

    Raises:
        OtherHome: a person's deed in a facilitator's home, or the other way round.
    """
    is_theirs = _is_in(FACILITATORS_ALONE, options)
    if is_facilitators and not (is_theirs or _is_in(IN_BOTH, options)):
        raise OtherHome
    if is_theirs and not is_facilitators:
        from tui.wording.usage_of_groups import OWN_HOME, OWN_HOME_HINT

        raise OtherHome(OWN_HOME, hint=OWN_HOME_HINT)


def _is_in(table: Mapping[str, Deeds], options: Namespace) -> bool:
    handler = getattr(options, "handler", "")
    if handler not in table:
        return False
    deeds = table[handler]
    return deeds is None or getattr(options, "deed", None) in deeds
