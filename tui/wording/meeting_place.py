"""Sentences about where two people meet: a folder that both can see, or a relay, and what is seen there.

Source: security brief, e.3; domain brief, section 11.
"""

from tui.language import _

_FOLDER, _RELAY = "folder:", "relay:"

THE_RELAY = _("the relay {host}")
WORDS_AT = _("{words} at {place}")
RELAY_SEES = _(
    "Whoever runs {place} can see when each of you uses it, from which network address, and that two of you do. Not who "
    "you are, and not what you write: that is locked before it leaves."
)
BY_WAY_OF = _("This computer goes there by way of {proxy}, which can see that too.")
SAME_AGAIN = _("Do the same again to go on, or change the place.")


def is_relay(via: str) -> bool:
    return via.startswith(_RELAY)


def relay_typed(typed: str) -> str | None:
    """A relay, as it is kept, where somebody typed one; the beginning of a web address is enough. Else `None`."""
    text = typed.strip()
    begins = text.casefold()
    if begins.startswith(_RELAY):
        return f"{_RELAY}{text[len(_RELAY) :].strip()}"
    return f"{_RELAY}{text}" if begins.startswith(("https://", "http://")) else None


def place_told(via: str) -> str:
    """A place as it is told: the path of a folder, or the relay's name without its token."""
    if not is_relay(via):
        return via.removeprefix(_FOLDER)
    return THE_RELAY.format(host=via.partition("://")[2].rpartition("@")[2].rstrip("/"))


def via_told(via: str) -> str:
    """A place as the other one types it: without the token, which is for one alone."""
    scheme, mark, rest = via.partition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}" if is_relay(via) else via


def as_they_type(via: str) -> str:
    """The same for who is asked for the place in a field of its own: a folder as its path."""
    return via_told(via).removeprefix(_FOLDER)


def seen_there(via: str, proxy: str | None) -> list[str]:
    """What somebody should know before a relay is reached for the first time; nothing of a folder."""
    if not is_relay(via):
        return []
    by_way_of = [] if proxy is None else [BY_WAY_OF.format(proxy=proxy)]
    return [RELAY_SEES.format(place=place_told(via)), *by_way_of]
