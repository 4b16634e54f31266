"""A question that does what was asked for itself: it stays until that has worked, and can be stopped."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static

from journal.errors import CairnError, NotFound, NotOpened
from journal.progress import Progress
from tui.language import _, hint_of, sentence_of
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.waiting import Waiting
from tui.wording import keys_screen as words

T = TypeVar("T")
Answer = TypeVar("Answer")
Work = Callable[[Progress], "asyncio.Future[T]"]
"""Begins something in another thread. What it is given says how far that is, and may stop it there."""

LOOK_EVERY_S = 0.1


class Stopped(CairnError):
    """The person stopped it; nothing half done stays."""

    code = "stopped"
    sentence = words.STOPPED


class AtWork(Waiting[Answer | None], ModalScreen[Answer | None], Generic[Answer]):
    """Answers with what came of the work, or `None` after Escape. Leaving and locking stop the work."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    KEYS: ClassVar[Sequence[tuple[str, str]]] = (("Enter", _("go on")), ("Esc", _("leave it")))

    def __init__(self) -> None:
        super().__init__()
        self._stop = threading.Event()
        self._so_far: tuple[int, int] = (0, 0)
        self._saying = ""
        self._working = False
        self._answered = False
        self._looking: Timer | None = None

    def on_mount(self) -> None:
        """Called after what a question does when it comes up, which may be to begin."""
        if not self._working:
            self._say("")

    # The work

    def _begin(self, work: "Work[T]", worked: Callable[[T], object], saying: str) -> None:
        """Begin it, one at a time; the fields rest meanwhile."""
        if self._working or self._answered:
            return
        self._working, self._saying, self._so_far = True, saying, (0, 0)
        self._stop.clear()
        self._rest_fields(True)
        self.query_one(KeysLine).show_keys(words.STOP_KEYS)
        self._say(saying)
        self._looking = self.set_interval(LOOK_EVERY_S, self._say_so_far)
        self.hear(work(self._tell), lambda came_of_it: self._worked(worked, came_of_it), self._refused)

    def _tell(self, done: int, whole: int) -> None:
        """How far it is; called in the thread that works, which ends here once it is to stop."""
        self._so_far = (done, whole)
        if self._stop.is_set():
            raise Stopped

    def _say_so_far(self) -> None:
        if self._working and not self._stop.is_set():
            self._say(words.so_far(self._saying, *self._so_far))

    def _worked(self, then: Callable[[T], object], came_of_it: T) -> None:
        self._rest()
        then(came_of_it)

    def _refused(self, problem: CairnError) -> None:
        """Still here, and what was typed too: it can be changed, or left."""
        self._rest()
        self._rest_fields(False)
        self.query_one(KeysLine).show_keys(self.KEYS)
        # Hints about ids, and about the door, are for elsewhere.
        plain = isinstance(problem, NotOpened | NotFound) or not problem.hint
        self._say(sentence_of(problem) if plain else f"{sentence_of(problem)} {hint_of(problem)}")

    def _rest(self) -> None:
        self._working = False
        if self._looking is not None:
            self._looking.stop()

    def _rest_fields(self, rest: bool) -> None:
        """Take nothing more while it works; then go on where the person was."""

    def unsaved(self) -> list[Callable[..., object]]:
        """Nothing to keep. Whoever asks is leaving, so that the work must end."""
        self._stop.set()
        return []

    # Answering

    def action_leave(self) -> None:
        """Stop the work, or go without an answer."""
        if self._working:
            self._stop.set()
            self._say(words.STOPPING)
        else:
            self._go(None)

    def _go(self, answer: Answer | None) -> None:
        """Once, however many keys were pressed."""
        if not self._answered:
            self._answered = True
            self.dismiss(answer)

    def _say(self, sentence: str) -> None:
        said = self.query_one("#said", Static)
        said.update(as_content(sentence))
        said.display = bool(sentence)
