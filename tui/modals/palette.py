"""The palette: every deed by name, Support now first."""

from collections.abc import Callable

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.actions import EVERYWHERE, Deed, deeds_of
from tui.wording import screen as words


class DeedProvider(Provider):
    """Our own list in place of Textual's, whose screenshot would write the private screen to a file (P7)."""

    async def discover(self) -> Hits:
        """Everything that can be done here, in the order of the list of deeds."""
        for deed in self._deeds():
            yield DiscoveryHit(deed.words, self._runner(deed), help=_keys(deed))

    async def search(self, query: str) -> Hits:
        """What can be done here and is called something like this."""
        matcher = self.matcher(query)
        for deed in self._deeds():
            likeness = matcher.match(deed.words)
            if likeness > 0:
                yield Hit(likeness, matcher.highlight(deed.words), self._runner(deed), help=_keys(deed))

    def _deeds(self) -> list[Deed]:
        where = getattr(self.screen, "WHERE", EVERYWHERE)
        here = deeds_of(where) if where != EVERYWHERE else []
        return [deed for deed in (*deeds_of(EVERYWHERE), *here) if deed.id != "palette" and self._works(deed)]

    def _works(self, deed: Deed) -> bool:
        name = deed.action.removeprefix("app.").split("(")[0]
        return deed.where != EVERYWHERE or bool(self.app.check_action(name, ()))

    def _runner(self, deed: Deed) -> Callable[[], None]:
        place = self.app if deed.action.startswith("app.") else self.screen

        async def run() -> None:
            await self.app.run_action(deed.action, place)

        def later() -> None:
            self.app.call_later(run)

        return later


def _keys(deed: Deed) -> str:
    return deed.shown_keys if deed.keys else words.BY_NAME_ALONE
