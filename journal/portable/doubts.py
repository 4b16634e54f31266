"""What was understood with doubt, gathered so that a thousand like cases are one sentence."""


class Doubts:
    """The doubts about one file, in the order they were met."""

    def __init__(self, unit: str) -> None:
        """`unit` is what the places are numbers of: `line` or `entry`."""
        self._unit = unit
        self._places: dict[str, list[int]] = {}

    def add(self, doubt: str, place: int) -> None:
        self._places.setdefault(doubt, []).append(place)

    def sentences(self) -> tuple[str, ...]:
        """One sentence for each kind of doubt, with the first place and how many more there are."""
        return tuple(f"{self._where(places)}: {doubt}" for doubt, places in self._places.items())

    def _where(self, places: list[int]) -> str:
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        return f"{self._unit} {places[0]}{more}"
