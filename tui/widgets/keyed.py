"""Sentences that name keys, said with the keys a person has chosen."""

from textual.dom import DOMNode
from textual.widgets import Static

from tui.key_map import KeyMap


def key_map_of(place: DOMNode) -> KeyMap:
    """The keys of now, as the app has them."""
    key_map: KeyMap = getattr(place.app, "key_map", KeyMap())
    return key_map


def keyed(place: DOMNode, sentence: str) -> str:
    """The sentence with the keys of now in it.

    Args:
        place: anything of the app that has the keys.
        sentence: with a place for each key that bears the id of its deed: `{write} writes a page.`
    """
    return key_map_of(place).keyed(sentence)


class Keyed(Static):
    """A sentence that stays on the screen, and is said anew when the keys in it are others."""

    def __init__(
        self,
        sentence: str,
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._sentence = sentence

    def on_mount(self) -> None:
        self.fill_in()

    def say(self, sentence: str) -> None:
        """Say another one from now on."""
        self._sentence = sentence
        self.fill_in()

    def fill_in(self) -> None:
        """Put the keys of now into it."""
        self.update(keyed(self, self._sentence))
