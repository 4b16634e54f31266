"""Apps that start sooner in tests, do nothing that nobody sees, and are waited for no longer than they work.

The private names are Textual's and asyncio's. A process that a test starts has none of it: there all is read, painted
and timed as for a person.
"""

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, ClassVar

import pytest
from textual._compositor import Compositor
from textual._context import active_app
from textual.app import ScreenStackError
from textual.css.match import _check_selectors
from textual.css.model import CombinatorType, RuleSet, Selector
from textual.css.parse import parse

AT_REST = 4
"""Turns of the loop, one after the other, in which nothing is left to be done."""
LOOKS_EVERY_S = 0.001
"""While something is under way."""
SOON_S = 0.02
"""What is to be done after so short a while belongs to what was done before."""
AGAIN_AND_AGAIN_S = 3 * SOON_S
"""What still comes after so long is a look at a clock that never ends."""

_render_update = Compositor.render_update
_submit = ThreadPoolExecutor.submit
_asked: "set[Future[Any]]" = set()
"""What threads still work at, the journal's own thread among them."""


class RememberedStyles:
    """Takes the place of `parse`, and gives the same rules: each app reads the same dozens of style sheets."""

    _known: ClassVar[dict[tuple[object, ...], list[RuleSet]]] = {}

    def __call__(self, scope: str, css: str, read_from: Any, variable_tokens: Any = None, **more: Any) -> list[RuleSet]:
        tokens = [(name, *(token.value for token in tokens)) for name, tokens in (variable_tokens or {}).items()]
        asked = (scope, css, str(read_from), tuple(tokens), *sorted(more.items()))
        if asked not in self._known:
            self._known[asked] = list(parse(scope, css, read_from, variable_tokens=variable_tokens, **more))
        return self._known[asked]


def _match(selectors: list[Selector], path: list[Any]) -> bool:
    """Takes the place of Textual's, with the same answer: the last selector is for the node itself, or nothing matches.

    Of a rule of one selector that is all there is to ask; the other looks at everything that the node stands in first.
    """
    if not selectors[-1].check(path[-1]):
        return False
    is_alone = len(selectors) == 1 and selectors[0].combinator == CombinatorType.DESCENDENT
    return is_alone or _check_selectors(selectors, path)


def _painted_when_looked_at(compositor: Compositor, full: bool = False, *more: Any, **named: Any) -> Any:
    """A headless app throws away what it paints; a test that reads the screen, or saves a picture, has it painted."""
    if full:
        return _render_update(compositor, full, *more, **named)
    compositor._dirty_regions.clear()
    # What painting does beside: a layout of what is in sight alone becomes one of everything.
    _ = compositor.full_map
    return None


def _noted(pool: ThreadPoolExecutor, *work: Any, **named: Any) -> "Future[Any]":
    future = _submit(pool, *work, **named)
    _asked.add(future)
    future.add_done_callback(_asked.discard)
    return future


async def _rest(min_sleep: float = 0.0, max_sleep: float = 1.0) -> None:
    """Takes the place of Textual's, which sleeps until the whole process uses next to no time.

    At rest is: the loop has nothing to do now or very soon, no thread works, and the screen in front has nothing to
    lay out.
    """
    loop: Any = asyncio.get_running_loop()
    began, turns = loop.time(), 0
    while turns < AT_REST and loop.time() < began + max_sleep:
        waits = _asked or (loop.time() < began + AGAIN_AND_AGAIN_S and _something_comes(loop))
        await asyncio.sleep(LOOKS_EVERY_S if waits else 0)
        is_busy = waits or loop._ready or _screen_has_work()
        turns = 0 if is_busy else turns + 1


def _something_comes(loop: Any) -> bool:
    """A window that was resized is laid out in a moment, in case it is resized again, and so on."""
    until = loop.time() + SOON_S
    return any(one.when() < until for one in loop._scheduled if not one.cancelled())


def _screen_has_work() -> bool:
    """Do what Textual does 60 times a second, where there is anything to be done."""
    try:
        screen = active_app.get().screen
    except (LookupError, ScreenStackError):
        return False
    waits = (screen._layout_required, screen._scroll_required, screen._repaint_required, screen._recompose_required)
    if not any(waits) and not screen._dirty_widgets and not screen._callbacks:
        return False
    screen._on_timer_update()
    return True


def make_quick() -> None:
    """For the whole run."""
    patch = pytest.MonkeyPatch()
    patch.setattr(ThreadPoolExecutor, "submit", _noted)
    patch.setattr("textual.app.wait_for_idle", _rest)
    patch.setattr("textual.pilot.wait_for_idle", _rest)
    patch.setattr("textual.css.stylesheet.parse", RememberedStyles())
    patch.setattr(Compositor, "render_update", _painted_when_looked_at)
    patch.setattr("textual.css.stylesheet._check_selectors", _match)
    patch.setattr("textual.screen.UPDATE_PERIOD", LOOKS_EVERY_S)
    # The same identity, without a step in Python for each of the hundreds of rules that each widget is held against.
    patch.setattr(RuleSet, "__hash__", object.__hash__)
