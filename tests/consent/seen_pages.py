"""Everything that one of two really sent, as the other one's keys open it."""

from sync.protocol.content import Content, read_content
from sync.sealing.epoch_keys import EpochKey
from sync.sealing.pages import open_page
from tests.pages.real_people import Side, Two
from tests.transports.memory import Memory


class Watched:
    """A place in memory with whoever may read looking over the shoulder of the one who writes."""

    def __init__(self, two: Two) -> None:
        self.memory = Memory()
        two.ana.place = two.sam.place = self.memory
        self._two = two
        self._looked_at = 0

    def sent(self) -> list[bytes]:
        """The content of every page that Ana has sent since the last look, the first one first.

        Both keys of a reader open what was written since they last looked in themselves, so look after each visit.
        """
        new, self._looked_at = self.memory.ever[self._looked_at :], len(self.memory.ever)
        slot = self._two.ana.pair.keys.mine.slot
        return [_opened(self._two.sam, wire) for written_to, wire in new if written_to == slot]

    def newest(self) -> Content:
        """What Ana's newest page says."""
        return read_content(self.sent()[-1])


def _opened(reader: Side, wire: bytes) -> bytes:
    keys = reader.pair.keys
    mine = [EpochKey(seed) for seed in (reader.standing.seed, reader.standing.seed_before) if seed]
    return open_page(wire, keys.key_in, mine, keys.theirs.slot)[0].content
