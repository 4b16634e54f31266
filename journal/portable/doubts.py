"""What was understood with doubt, gathered so that a thousand like cases are one sentence."""

from journal.errors import Sentence


class Doubts:
    """The doubts about one file, in the order they were met."""

    def __init__(self, unit: str) -> None:
        """`unit` is what the places are numbers of: `line` or `entry`."""
        self._unit = unit
        self._places: dict[Sentence, list[int]] = {}

    def add(self, doubt: Sentence, place: int) -> None:
        self._places.setdefault(doubt, []).append(place)

    def sentences(self) -> tuple[Sentence, ...]:
        """One sentence for each kind of doubt, with the first place and how many more there are."""
        return tuple(
            Sentence("{where}: {doubt}", where=self._where(*places), doubt=doubt)
            for doubt, places in self._places.items()
        )

    def _where(self, place: int, *others: int) -> Sentence:
        more = len(others)
        if self._unit == "line":
            several = Sentence("line {place} and {more} more", place=place, more=more)
            return several if others else Sentence("line {place}", place=place)
        several = Sentence("entry {place} and {more} more", place=place, more=more)
        return several if others else Sentence("entry {place}", place=place)
