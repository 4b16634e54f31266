"""The palette: everything by name, Support now first, with the keys that do the same.

What belongs to another screen is found too, and leads there.
"""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

from textual.app import App, ComposeResult
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tui.actions import DEEDS, EVERYWHERE, PERSON, Deed, Whose, deeds_of
from tui.chosen import NAMES
from tui.widgets.keyed import key_map_of
from tui.widgets.keys_line import KeysLine
from tui.wording import help as words
from tui.wording import keys_screen, settings
from tui.wording import screen as screen_words
from tui.wording import settings_keys as key_words
from tui.wording.sections import FACILITATORS
from tui.wording.sections import NAMES as PERSONS

SECTIONS = {**PERSONS, **FACILITATORS}

SECTION_OF = {
    "page": "journal",
    "goal": "goals",
    "session": "peers",
    "partner": "peers",
    "toolbox-thing": "toolbox",
    "summary": "summaries",
    "new-group": "group",
}
"""Where the things are found that some deeds are about."""
FACILITATORS_SETTINGS = ("look", "quiet", "plain", "keys", "lock-after", "country")
"""What can be chosen in a facilitator's home."""
WAYS_BACK = frozenset(("back", "leave", "home"))
"""What leads away from a screen is no use from another one."""

Run = Callable[[], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the palette."""

    called: str
    beside: str
    run: Run
    also: str = ""
    """Other words that find it."""


class Palette(CommandPalette):
    """The list, with the line of keys that every screen has."""

    DEFAULT_CSS = """
    Palette > KeysLine { dock: bottom; }
    Palette #--results { overlay: none; height: 1fr; }
    Palette CommandList { max-height: 100%; }
    """

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield KeysLine(words.PALETTE_KEYS)


class DeedProvider(Provider):
    """Our own list in place of Textual's, whose screenshot would write the private screen to a file (P7)."""

    async def discover(self) -> Hits:
        """Everything that can be done here, in the order of the list of deeds."""
        for found in self._here():
            yield DiscoveryHit(found.called, self._later(found.run), help=found.beside)

    async def search(self, query: str) -> Hits:
        """Whatever is called something like this, here or elsewhere; what is here comes first."""
        matcher = self.matcher(query)
        for found, weight in [*((one, 1.0) for one in self._here()), *((one, 0.9) for one in self._elsewhere())]:
            likeness = matcher.match(found.called)
            also = max((matcher.match(word) for word in found.also.split()), default=0.0)
            if max(likeness, also) > 0:
                shown = matcher.highlight(found.called) if likeness > 0 else found.called
                yield Hit(max(likeness, also) * weight, shown, self._later(found.run), help=found.beside)

    @property
    def _home(self) -> Whose:
        """Whose home it is: what belongs to another kind is not found."""
        whose: Whose = getattr(self.app, "whose", PERSON)
        return whose

    def _here(self) -> Iterator[Found]:
        where = getattr(self.screen, "WHERE", EVERYWHERE)
        here = deeds_of(where, self._home) if where != EVERYWHERE else []
        for deed in (*deeds_of(EVERYWHERE, self._home), *here):
            if deed.id != "palette" and self._works(deed):
                place: Any = self.app if deed.action.startswith("app.") else self.screen
                yield Found(deed.words, self._keys(deed), self._action(deed.action, place), _also(deed.id))

    def _elsewhere(self) -> Iterator[Found]:
        if not self.app.check_action("keys_and_copies", ()):
            return
        where = getattr(self.screen, "WHERE", EVERYWHERE)
        for deed in DEEDS:
            if deed.where not in (where, EVERYWHERE) and deed.is_in(self._home) and leads_somewhere(deed):
                called = words.found(deed.words, key_words.place_name(deed.where))
                yield Found(called, self._keys(deed), self._there(deed), _also(deed.id))
        for name, (called, does) in keys_screen.ROWS.items():
            run = self._action(f"app.keeping_deed({name!r})", self.app)
            yield Found(words.found(called, keys_screen.TITLE), does, run, _also(name))
        for name in NAMES if self._home == PERSON else FACILITATORS_SETTINGS:
            run = self._action(f"app.settings({name!r})", self.app)
            called = words.found(settings.CALLED[name], settings.TITLE)
            yield Found(called, settings.DOES[name], run, _also(name))

    def _works(self, deed: Deed) -> bool:
        name = deed.action.removeprefix("app.").partition("(")[0]
        return deed.where != EVERYWHERE or bool(self.app.check_action(name, ()))

    def _keys(self, deed: Deed) -> str:
        return key_map_of(self.app).shown(deed) or screen_words.BY_NAME_ALONE

    def _action(self, action: str, place: Any) -> Run:
        async def run() -> None:
            await self.app.run_action(action, place)

        return run

    def _there(self, deed: Deed) -> Run:
        """Go to its section and do it there; where it is about one thing, say that one is to be opened first."""
        app = self.app

        async def run() -> None:
            section = deed.where if deed.where in SECTIONS else SECTION_OF.get(deed.where)
            if section is None:
                _say(app, words.NOT_HERE)
                return
            await app.run_action(f"app.section({section!r})")
            if deed.where in SECTIONS:
                app.call_later(app.run_action, deed.action, app.screen)
            else:
                _say(app, words.open_first(SECTIONS[section]))

        return run

    def _later(self, run: Run) -> Callable[[], None]:
        def later() -> None:
            self.app.call_later(run)

        return later


def leads_somewhere(deed: Deed) -> bool:
    """Whether it is of any use from another screen."""
    return deed.action not in WAYS_BACK and deed.keys != ("escape",) and deed.where not in ("unlock", "first-run")


def _also(name: str) -> str:
    return words.ALSO.get(name, "")


def _say(app: App[Any], sentence: str) -> None:
    app.notify(sentence, markup=False)
