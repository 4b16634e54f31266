"""Words on several lines: what ends them, what belongs to them, and that none of them is lost on the way."""

import pytest

from journal.errors import Busy, NoRoom
from tests.plain.stage import Typed
from tui.plain.conversation import Back, Conversation, EndOfInput, Leave
from tui.plain.long_words import KEEP_AFTER_S, ask_long
from tui.wording import plain as words


class Page:
    """A page that is typed, what is said meanwhile, and everything that was kept."""

    def __init__(self, *answers: str) -> None:
        self.said: list[str] = []
        self.kept: list[str] = []
        self.talk = Conversation(Typed(*answers), self.said.append, lambda _: ["support"])
        self.now_s = 0.0

    def clock(self) -> float:
        return self.now_s

    def type(self, begun: str = "", *, blank_skips: bool = True, at_once: tuple[str, ...] = ()) -> str | None:
        return ask_long(
            self.talk,
            "Write.",
            begun=begun,
            keep=self.kept.append,
            blank_skips=blank_skips,
            at_once=at_once,
            now_s=self.clock,
        )


def test_a_full_stop_alone_ends_a_page_and_every_other_line_is_the_persons() -> None:
    lines = ["  I thought:", "skip", "back", "help", "quit", "", "... and", "that. ", "."]
    assert Page(*lines).type() == "\n".join(lines[:-1])


@pytest.mark.parametrize("first", ["", "skip", " SKIP "])
def test_the_first_line_can_skip_it(first: str) -> None:
    assert Page(first).type() is None


def test_on_a_page_a_blank_first_line_belongs_to_it() -> None:
    assert Page("", "words", ".").type(blank_skips=False) == "\nwords"


def test_nothing_but_a_full_stop_is_an_empty_text() -> None:
    assert Page(".").type() == ""


def test_the_words_that_work_everywhere_work_on_the_first_line() -> None:
    page = Page("!", "help", "words", ".")
    assert page.type() == "words"
    assert page.said == ["Write.", "support", "Write.", words.FULL_STOP_ENDS, *words.EVERYWHERE, "Write."]
    with pytest.raises(Back):
        Page("back").type()


def test_support_in_the_middle_of_a_page_loses_nothing_of_it() -> None:
    page = Page("one", "!", "two", ".")
    assert page.type() == "one\ntwo"
    assert page.said == ["Write.", "support", words.GO_ON_WRITING]


def test_words_that_are_the_whole_answer_end_at_once() -> None:
    assert Page("clear").type(at_once=("clear",)) == "clear"
    assert Page("clear", ".").type() == "clear"


def test_what_is_typed_goes_on_after_what_was_begun() -> None:
    assert Page("two", ".").type("one") == "one\ntwo"


@pytest.mark.parametrize(("last", "leaving"), [((), EndOfInput), (("quit clear",), Leave)])
def test_an_interruption_keeps_every_line(last: tuple[str, ...], leaving: type[Exception]) -> None:
    page = Page("one", "two", *last)
    with pytest.raises(leaving):
        page.type()
    assert page.kept[-1] == "one\ntwo"


def test_it_is_kept_while_it_is_typed_but_not_at_every_key() -> None:
    page = Page()

    class Slowly(Typed):
        def line(self) -> str:
            page.now_s += KEEP_AFTER_S / 2
            return super().line()

    page.talk = Conversation(Slowly("one", "two", "three", "four", "."), page.said.append, lambda _: [])
    page.type()
    assert page.kept == ["one", "one\ntwo\nthree"]


def test_where_it_cannot_be_kept_typing_goes_on_and_only_the_end_says_so() -> None:
    page = Page("one", "two", ".")

    def refuse(_text: str) -> None:
        raise Busy

    assert ask_long(page.talk, "Write.", keep=refuse, now_s=iter(range(100)).__next__) == "one\ntwo"
    with pytest.raises(NoRoom):
        ask_long(Page("one").talk, "Write.", keep=_no_room, now_s=page.clock)


def _no_room(_text: str) -> None:
    raise NoRoom
