"""Style sheets, read once for all apps of a test run: an app reads the same dozens of them each time it starts."""

from typing import Any, ClassVar

from textual.css.model import RuleSet
from textual.css.parse import parse


class RememberedStyles:
    """Takes the place of Textual's function of the same call, and gives the same rules."""

    _known: ClassVar[dict[tuple[object, ...], list[RuleSet]]] = {}

    def __call__(self, scope: str, css: str, read_from: Any, variable_tokens: Any = None, **more: Any) -> list[RuleSet]:
        tokens = [(name, *(token.value for token in tokens)) for name, tokens in (variable_tokens or {}).items()]
        asked = (scope, css, str(read_from), tuple(tokens), *sorted(more.items()))
        if asked not in self._known:
            self._known[asked] = list(parse(scope, css, read_from, variable_tokens=variable_tokens, **more))
        return self._known[asked]
