"""Steps of the first run: a passphrase twice, and where one lives."""

import asyncio
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from journal.domain.support import countries, country_code, regions
from journal.paths import Home
from journal.use_cases.support_lines import lines_at
from tui.widgets.choice import OneOf
from tui.widgets.secret import Secret
from tui.wording import screen as words


class NewPassphrase(Vertical):
    """A passphrase, twice, with a quiet word on its strength. Never a gate.

    Takes what stands above it, what is asked, and what is said while it is put to use.
    """

    DEFAULT_CSS = """
    NewPassphrase { height: auto; }
    NewPassphrase > Static { height: auto; margin-top: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # First, so that letters typed fast after an Enter go where the Enter led.
        Binding("enter", "go_on", show=False, priority=True),
    ]

    class Chosen(Message):
        """Both were the same."""

        def __init__(self, passphrase: str) -> None:
            super().__init__()
            self.passphrase = passphrase

    def __init__(
        self, why: str = words.PRIVATE_PLACE, question: str = words.PASSPHRASE, making: str = words.MAKING
    ) -> None:
        super().__init__()
        self._why = why
        self._question = question
        self._making = making
        self._chosen = False

    def compose(self) -> ComposeResult:
        yield Static(self._why, markup=False)
        yield Static(self._question, markup=False)
        yield Secret(id="first")
        yield Static("", id="strength", classes="muted", markup=False)
        yield Static(words.PASSPHRASE_AGAIN, markup=False)
        yield Secret(id="second")
        yield Static("", id="said", markup=False)

    def on_mount(self) -> None:
        self.query_one("#first").focus()

    def say(self, sentence: str) -> None:
        """Say something under the fields; they can be filled in again."""
        self._chosen = False
        said = self.query_one("#said", Static)
        said.update(sentence)
        # Where there is little room it stands below what is in sight.
        said.call_after_refresh(said.scroll_visible, animate=False)

    def begin_again(self) -> None:
        """The one that was chosen could not be put to use: both are asked for once more."""
        self._chosen = False
        self.query_one("#first").focus()

    @on(Input.Changed, "#first")
    def weigh(self, event: Input.Changed) -> None:
        from journal.vault.passphrase import strength_of

        said = words.STRENGTH[strength_of(event.value)] if event.value else ""
        self.query_one("#strength", Static).update(said)

    def action_go_on(self) -> None:
        """From the first field to the second, and from there to the end; each once it has got all that was typed."""
        first, second = self.query_one("#first", Secret), self.query_one("#second", Secret)
        # Asked of the screen: a field that was gone to hears of it later.
        if self.screen.focused is first:
            self.screen.set_focus(second)
            first.call_later(self._see_that_there_is_one)
        elif self.screen.focused is second:
            second.call_later(self._compare)

    def _see_that_there_is_one(self) -> None:
        first = self.query_one("#first", Secret)
        if not first.value:
            first.focus()
            self.say(words.NO_PASSPHRASE)

    def _compare(self) -> None:
        first, second = self.query_one("#first", Secret), self.query_one("#second", Secret)
        if self._chosen:
            return
        if not first.value:
            self.say(words.NO_PASSPHRASE)
        elif first.value != second.value:
            second.take()
            self.say(words.NOT_THE_SAME)
        else:
            second.take()
            self.say(self._making)
            self._chosen = True
            self.post_message(self.Chosen(first.take()))


HAS_NATIONS = "GB"


class WhereYouLive(Vertical):
    """Country, and the part of it where parts have lines of their own: for support lines and nothing else."""

    DEFAULT_CSS = """
    WhereYouLive { height: auto; }
    WhereYouLive > Static { height: auto; margin-top: 1; }
    """

    class Said(Message):
        """Where, or nothing: nobody has to say."""

        def __init__(self, country: str | None, region: str | None) -> None:
            super().__init__()
            self.country = country
            self.region = region

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self._country = ""
        self._regions: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static(words.COUNTRY_WHY, markup=False)
        yield Input(id="country", max_length=2)
        yield Vertical(id="region-here")
        yield Static("", id="said", markup=False)
        yield Static(words.LATER, classes="muted", markup=False)

    def on_mount(self) -> None:
        self.query_one("#region-here").styles.height = "auto"
        self.query_one("#country").focus()

    @on(Input.Submitted, "#country")
    async def know_country(self, event: Input.Submitted) -> None:
        event.stop()
        typed = country_code(event.value)
        # On a thread of its own: a journal may be in the making, and this does not wait for it.
        lines = (await asyncio.to_thread(lines_at, self._home)).lines
        known = countries(lines)
        if not typed:
            self.post_message(self.Said(None, None))
        elif typed not in known:
            self.query_one("#said", Static).update(words.COUNTRY_UNKNOWN + ", ".join(known))
        elif parts := regions(lines, typed):
            await self._ask_region(typed, parts)
        else:
            self.post_message(self.Said(typed, None))

    async def _ask_region(self, country: str, parts: list[str]) -> None:
        self._country, self._regions = country, parts
        here = self.query_one("#region-here")
        await here.remove_children()
        why = words.NATION_WHY if country == HAS_NATIONS else words.REGION_WHY
        await here.mount(Static(why, markup=False), OneOf([*parts, words.ALL_REGIONS], id="region"))
        self.query_one("#region").focus()

    @on(OneOf.Chosen, "#region")
    def know_region(self, event: OneOf.Chosen) -> None:
        event.stop()
        every = event.index == len(self._regions)
        self.post_message(self.Said(self._country, None if every else self._regions[event.index]))
