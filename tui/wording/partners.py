"""What is said of a partner beside their parts, the same on the screen, in plain lines and in a shell."""

from journal.domain.shelves import AGREEMENT, PeerPartnership
from tui.wording import peers
from tui.wording.things import parts_in_lines


def look_again(partner: PeerPartnership, today: str) -> list[str]:
    """The sentence for the day on which the agreement is to be looked at again."""
    return [peers.LOOK_AT_AGREEMENT] if partner.asks_to_be_seen(today) else []


def agreed_in_lines(partner: PeerPartnership) -> list[str]:
    """My part of what was agreed, a part a line."""
    return parts_in_lines("partner", partner, AGREEMENT) or [peers.NOTHING_AGREED]
