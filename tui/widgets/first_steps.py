"""Steps of the first run: a passphrase twice, and where one lives."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from journal.data import support_lines
from journal.domain.support import countries
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
        self.query_one("#said", Static).update(sentence)

    def begin_again(self) -> None:
        """The one that was chosen could not be put to use: both are asked for once more."""
        self._chosen = False
        self.query_one("#first").focus()

    @on(Input.Changed, "#first")
    def weigh(self, event: Input.Changed) -> None:
        from journal.vault.passphrase import strength_of

        said = words.STRENGTH[strength_of(event.value)] if event.value else ""
        self.query_one("#strength", Static).update(said)

    @on(Input.Submitted, "#first")
    def go_on(self, event: Input.Submitted) -> None:
        if event.value:
            self.query_one("#second").focus()
        else:
            self.say(words.NO_PASSPHRASE)

    @on(Input.Submitted, "#second")
    def compare(self) -> None:
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


class WhereYouLive(Vertical):
    """Country, and for the UK the nation: for support lines and nothing else."""

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

    def compose(self) -> ComposeResult:
        yield Static(words.COUNTRY_WHY, markup=False)
        yield Input(id="country", max_length=2)
        yield Static(words.NATION_WHY, id="nation-why", markup=False)
        yield OneOf(words.NATIONS, id="nation")
        yield Static("", id="said", markup=False)
        yield Static(words.LATER, classes="muted", markup=False)

    def on_mount(self) -> None:
        for query in ("#nation-why", "#nation"):
            self.query_one(query).display = False
        self.query_one("#country").focus()

    @on(Input.Submitted, "#country")
    def know_country(self, event: Input.Submitted) -> None:
        event.stop()
        typed = event.value.strip().upper()
        known = countries(support_lines())
        if not typed:
            self.post_message(self.Said(None, None))
        elif typed not in known:
            self.query_one("#said", Static).update(words.COUNTRY_UNKNOWN + ", ".join(known))
        elif typed == "GB":
            for query in ("#nation-why", "#nation"):
                self.query_one(query).display = True
            self.query_one("#nation").focus()
        else:
            self.post_message(self.Said(typed, None))

    @on(OneOf.Chosen, "#nation")
    def know_nation(self, event: OneOf.Chosen) -> None:
        event.stop()
        every = event.index == len(words.NATIONS) - 1
        self.post_message(self.Said("GB", None if every else words.NATIONS[event.index]))
