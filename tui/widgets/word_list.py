"""Completes the word being typed, in a field that takes several between commas."""

from collections.abc import Sequence

from textual.suggester import Suggester


class WordList(Suggester):
    """Offers the first word of a list that begins like the last one typed. Choosing stays with the person."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """Complete the last word.

        Args:
            value: everything typed so far.

        Returns:
            The same with its last word completed, or `None`.
        """
        typed = value.rpartition(",")[2].lstrip()
        if not typed:
            return None
        for word in self._known:
            if word.startswith(typed.casefold()) and word != typed:
                return value + word[len(typed) :]
        return None
