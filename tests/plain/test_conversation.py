"""One question at a time: what is understood at each of them, and where answers come from."""

import os
import pty
from collections.abc import Callable, Iterator

import pytest

from tests.plain.stage import Typed
from tui.plain.choosing import ask_one_of, ask_some_of, ask_yes, walk
from tui.plain.conversation import Back, Conversation, EndOfInput, Leave
from tui.plain.keyboard import LONGEST_TYPED_BYTES, StandardInput
from tui.wording import plain as words

COLOURS = (("r", "red sand"), ("g", "green"), ("gr", "grey"))


class Talk:
    """A conversation, and what was said in it."""

    def __init__(self, *answers: str) -> None:
        self.said: list[str] = []
        self.talk = Conversation(Typed(*answers), self.said.append, lambda every: ["every line" if every else "three"])


@pytest.mark.parametrize("typed", ["", "skip", "  ", "Skip"])
def test_a_question_is_skipped_by_enter_or_by_the_word(typed: str) -> None:
    assert Talk(typed).talk.ask("A question?") is None


def test_an_answer_comes_without_the_spaces_around_it() -> None:
    assert Talk("  it went well ").talk.ask("How was it?") == "it went well"


def test_an_exclamation_mark_says_support_at_once_and_then_asks_again() -> None:
    heard = Talk("!", "! more", "fine")
    assert heard.talk.ask("How was it?") == "fine"
    assert heard.said == ["How was it?", "three", "How was it?", "every line", "How was it?"]


@pytest.mark.parametrize("typed", ["help", "?", "HELP"])
def test_help_says_what_can_be_typed_here_and_everywhere_and_then_asks_again(typed: str) -> None:
    heard = Talk(typed, "fine")
    assert heard.talk.ask("How was it?", ("colours: red or grey",)) == "fine"
    assert heard.said == ["How was it?", "colours: red or grey", *words.EVERYWHERE, "How was it?"]


def test_back_leads_out_of_a_question() -> None:
    with pytest.raises(Back):
        Talk("Back").talk.ask("How was it?")


@pytest.mark.parametrize(("typed", "how"), [("quit", "quit"), ("exit", "quit"), ("quit  clear", "clear")])
def test_there_is_a_typed_way_out_of_every_question(typed: str, how: str) -> None:
    with pytest.raises(Leave) as leaving:
        Talk(typed).talk.ask("How was it?")
    assert leaving.value.how == how


def test_what_is_said_cannot_act_on_a_terminal() -> None:
    heard = Talk()
    heard.talk.say("red \x1b[31m and \x9b2J and \u202eback")
    assert heard.said == ["red [31m and 2J and back"]


def test_a_question_that_needs_words_is_asked_again() -> None:
    heard = Talk("", "skip", "Get out")
    assert heard.talk.ask_needed("What?", "A few words.") == "Get out"
    assert heard.said == ["What?", "A few words.", "What?", "A few words.", "What?"]


@pytest.mark.parametrize("typed", ["2", "green", "GREEN", "gree", "2."])
def test_one_of_a_list_is_chosen_by_number_or_by_its_words_or_a_start_of_them(typed: str) -> None:
    assert ask_one_of(Talk(typed).talk, "Which?", COLOURS) == "g"


@pytest.mark.parametrize("typed", ["0", "4", "-1", "gr", "blue", "1.5", "9" * 5000, "\u0664"])
def test_what_is_not_on_the_list_is_told_and_asked_again(typed: str) -> None:
    heard = Talk(typed, "1")
    assert ask_one_of(heard.talk, "Which?", COLOURS) == "r"
    assert heard.said.count("Which?\n1 red sand\n2 green\n3 grey") == 2
    assert words.choose_help(3) in heard.said


def test_a_list_that_is_known_is_said_again_on_request() -> None:
    heard = Talk("list", "1")
    ask_one_of(heard.talk, "Which?", COLOURS, lists=False)
    assert heard.said == ["Which?", "1 red sand", "2 green", "3 grey", "Which?"]


def test_a_word_that_one_choice_alone_holds_is_enough() -> None:
    assert ask_one_of(Talk("sand").talk, "Which?", COLOURS) == "r"


def test_some_of_a_list_are_chosen_with_commas_between() -> None:
    assert ask_some_of(Talk("3, red sand, 3").talk, "Which?", COLOURS) == ["gr", "r"]
    assert ask_some_of(Talk("3, 7", "").talk, "Which?", COLOURS) is None


@pytest.mark.parametrize(("typed", "meant"), [("1", True), ("yes", True), ("y", True), ("2", False), ("", False)])
def test_anything_but_a_yes_is_a_no(typed: str, meant: bool) -> None:
    assert ask_yes(Talk(typed).talk, "Really?") is meant


def test_back_leads_to_the_question_before_and_from_the_first_one_out() -> None:
    asked: list[str] = []
    heard = Talk("a", "back", "b", "c", "back", "back", "back")

    def step(name: str) -> Callable[[], None]:
        def ask() -> None:
            asked.append(name)
            heard.talk.ask(name)

        return ask

    with pytest.raises(Back):
        walk([step("first"), step("second"), step("third")])
    assert asked == ["first", "second", "first", "second", "third", "second", "first"]


class Ends:
    """Both ends of a pipe or a terminal."""

    def __init__(self, opened: tuple[int, int]) -> None:
        self.reading, self.writing = opened

    def close(self) -> None:
        for end in (self.reading, self.writing):
            try:
                os.close(end)
            except OSError:
                continue


@pytest.fixture
def pipe() -> Iterator[Ends]:
    ends = Ends(os.pipe())
    yield ends
    ends.close()


@pytest.fixture
def terminal() -> Iterator[Ends]:
    ours, theirs = pty.openpty()
    ends = Ends((theirs, ours))
    yield ends
    ends.close()


def test_a_pipe_is_read_line_by_line_and_what_follows_is_left_in_it(pipe: Ends) -> None:
    os.write(pipe.writing, "caf\u00e9\r\nleft for the next\n".encode())
    assert StandardInput(pipe.reading).line() == "caf\u00e9"
    assert os.read(pipe.reading, 100) == b"left for the next\n"


def test_the_last_line_of_a_pipe_needs_no_line_end(pipe: Ends) -> None:
    os.write(pipe.writing, b"quit")
    os.close(pipe.writing)
    keyboard = StandardInput(pipe.reading)
    assert keyboard.line() == "quit"
    with pytest.raises(EndOfInput):
        keyboard.line()


def test_a_line_that_is_no_text_is_told_and_the_next_one_is_taken(pipe: Ends) -> None:
    os.write(pipe.writing, b"caf\xe9\nagain\n")
    said: list[str] = []
    talk = Conversation(StandardInput(pipe.reading), said.append, lambda _: [])
    assert talk.ask("What?") == "again"
    assert said == ["What?", words.NOT_TEXT]


def test_arrow_keys_of_a_terminal_leave_nothing_in_the_words(terminal: Ends) -> None:
    os.write(terminal.writing, b"a wal\x1b[D\x1bOC\x1b[3~k\n")
    assert StandardInput(terminal.reading).line() == "a walk"


def test_a_line_that_the_terminal_cut_is_told_and_what_came_is_kept(terminal: Ends) -> None:
    os.write(terminal.writing, b"a" * (LONGEST_TYPED_BYTES + 500) + b"\n")
    said: list[str] = []
    talk = Conversation(StandardInput(terminal.reading), said.append, lambda _: [])
    assert talk.ask("What?") == "a" * (LONGEST_TYPED_BYTES - 1)
    assert words.CUT_SHORT in said


def test_a_terminal_that_is_gone_is_an_end_of_input(terminal: Ends) -> None:
    os.close(terminal.writing)
    with pytest.raises(EndOfInput):
        StandardInput(terminal.reading).line()
