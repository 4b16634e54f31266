"""From the door to an open journal: first run, unlock, support before either, and ways out."""

import random
import re
from datetime import timedelta
from pathlib import Path

import pytest

from journal.errors import NoRoom, NotOpened
from journal.paths import Home
from journal.use_cases.opening import WORDS_CONFIRMED, create_journal, open_journal, open_journal_with_words
from journal.use_cases.preferences import Preferences, read_preferences, write_preferences
from journal.vault import key_slots
from tests.conftest import PASSPHRASE, FixedClock
from tests.plain.stage import Stage, Typed, Whispered
from tui.plain.start import Left, hold
from tui.wording import keys, opening, support
from tui.wording import plain as words
from tui.wording import screen as shown


@pytest.fixture
def nowhere(tmp_path: Path) -> Home:
    return Home(tmp_path / "new")


@pytest.fixture(autouse=True)
def quick_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new journal measures this computer; the lowest cost is enough to see how it is made."""
    monkeypatch.setattr("journal.vault.key_slots.suitable_cost", lambda: key_slots.FLOOR)


def held(stage: Stage) -> Left:
    return hold(stage.door, output_is_terminal=False)


def recovery_words(said: str) -> list[str]:
    return re.findall(r"^\d+ ([a-z]+)$", said, re.MULTILINE)[:15]


def test_first_run_makes_a_journal_with_a_passphrase_words_for_later_and_a_country(
    nowhere: Home, clock: FixedClock
) -> None:
    stage = Stage(nowhere, clock, "1", "2", "gb", "2", "quit", secrets=Whispered(PASSPHRASE, PASSPHRASE), is_typed=True)
    assert held(stage) == Left("quit", clears=False)
    assert stage.secrets.asked == [opening.PASSPHRASE, opening.PASSPHRASE_AGAIN]
    assert opening.PRIVATE_PLACE in stage.said
    assert len(recovery_words(stage.text)) == 15
    assert words.WORDS_WAITING in stage.said
    assert read_preferences(nowhere) == Preferences(country="GB", region="Wales")
    open_journal(nowhere, PASSPHRASE, clock).close()


def test_two_passphrases_that_differ_are_asked_again_and_nothing_is_made_meanwhile(
    nowhere: Home, clock: FixedClock
) -> None:
    secrets = Whispered("", "one", "another", PASSPHRASE, PASSPHRASE)
    stage = Stage(nowhere, clock, "start", "later", "", "quit", secrets=secrets, is_typed=True)
    held(stage)
    assert stage.said.count(shown.NO_PASSPHRASE) == 1
    assert stage.said.count(shown.NOT_THE_SAME) == 1
    open_journal(nowhere, PASSPHRASE, clock).close()


class Reader(Typed):
    """Types two recovery words back as soon as they have been said."""

    def __init__(self, stage: Stage) -> None:
        super().__init__("1", "1")
        self.stage = stage

    def line(self) -> str:
        asked = re.fullmatch(r"Word (\d+):", self.stage.said[-1])
        if asked is not None:
            return recovery_words(self.stage.text)[int(asked[1]) - 1]
        return super().line() if self.left_over else "quit"


def test_two_words_typed_back_confirm_them_and_they_open_the_journal(nowhere: Home, clock: FixedClock) -> None:
    stage = Stage(nowhere, clock)
    stage.talk._keyboard = Reader(stage)
    held(stage)
    assert opening.WORDS_CONFIRMED in stage.said
    journal = open_journal_with_words(nowhere, " ".join(recovery_words(stage.text)), clock)
    assert journal.setting(WORDS_CONFIRMED) == "yes"
    journal.close()


def test_a_word_that_is_not_right_is_asked_again_and_back_says_the_words_again(
    nowhere: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(random.SystemRandom, "sample", lambda _self, places, count: list(places)[:count])
    stage = Stage(nowhere, clock, "1", "1", "wrong", "wrong", "back", "2", "", "quit")
    held(stage)
    assert words.WORD_WRONG in stage.said
    assert stage.said.count(shown.WORDS_WHY) == 2


def test_the_second_door_says_where_to_put_a_journal_and_the_third_leads_to_a_filled_one(
    nowhere: Home, clock: FixedClock
) -> None:
    stage = Stage(nowhere, clock, "", "2", "", "3")
    assert hold(stage.door, output_is_terminal=True) == Left("look-around", clears=False)
    assert str(nowhere.root) in stage.text
    assert not nowhere.root.exists()


def test_nothing_is_made_where_somebody_leaves_at_the_doors_or_before_a_passphrase(
    nowhere: Home, clock: FixedClock
) -> None:
    for answers, secrets in ((["quit"], []), ([], []), (["1", "quit"], ["back"]), (["1"], [])):
        stage = Stage(nowhere, clock, *answers, secrets=Whispered(*secrets), is_typed=True)
        assert held(stage).how == "quit"
        assert not nowhere.root.exists()


def test_a_country_without_lines_is_asked_again_with_those_there_are(nowhere: Home, clock: FixedClock) -> None:
    stage = Stage(nowhere, clock, "1", "2", "xx", "back", "ie", "quit")
    held(stage)
    assert shown.COUNTRY_UNKNOWN in stage.text
    assert read_preferences(nowhere).country == "IE"


def test_support_is_said_at_the_doors_and_before_unlock(nowhere: Home, home: Home, clock: FixedClock) -> None:
    write_preferences(home, Preferences(country="GB"))
    for stage in (
        Stage(nowhere, clock, "!"),
        Stage(home, clock, "!", secrets=Whispered()),
        Stage(home, clock, secrets=Whispered("!", "quit"), is_typed=True),
    ):
        held(stage)
        assert f"{support.TITLE}." in stage.said
        assert support.LISTENING in stage.said
    assert "999" in stage.text


def test_a_wrong_passphrase_gets_its_one_sentence_and_is_asked_again(home: Home, clock: FixedClock) -> None:
    stage = Stage(home, clock, "quit", secrets=Whispered("wrong", "", PASSPHRASE), is_typed=True)
    assert held(stage).how == "quit"
    assert stage.said[:4] == [words.WELCOME, opening.LOCKED, words.AT_THE_DOOR, NotOpened.sentence]
    assert shown.HELLO in stage.said[4]
    assert set(stage.secrets.asked) == {opening.PASSPHRASE}


def test_recovery_words_open_it_too_and_back_leads_to_the_passphrase(nowhere: Home, clock: FixedClock) -> None:
    made = create_journal(nowhere, PASSPHRASE, clock, key_slots.FLOOR)
    typed = ["words", "not these words", "back", "wrong", "words", " ".join(made.words.words), ""]
    stage = Stage(nowhere, clock, "quit", secrets=Whispered(*typed), is_typed=True)
    assert held(stage).how == "quit"
    assert shown.HELLO in stage.text
    door, paper, new = opening.PASSPHRASE, shown.RECOVERY, keys.NEW_PASSPHRASE
    assert stage.secrets.asked == [door, paper, paper, door, door, paper, new]
    assert stage.said.count(words.SECRET_HELP) == 3


def test_what_came_with_the_call_opens_it_and_nobody_is_asked(home: Home, clock: FixedClock) -> None:
    stage = Stage(home, clock, "quit")
    held(stage)
    assert stage.secrets.asked == []
    assert shown.HELLO in stage.said[1]


def test_what_came_with_the_call_and_is_wrong_ends_a_script_and_asks_a_person(home: Home, clock: FixedClock) -> None:
    with pytest.raises(NotOpened):
        held(Stage(home, clock, "check in", secrets=Whispered(source="wrong")))
    stage = Stage(home, clock, "quit", secrets=Whispered(PASSPHRASE, source="wrong"), is_typed=True)
    held(stage)
    assert stage.said[1] == NotOpened.sentence
    assert shown.HELLO in stage.text


def test_a_script_without_a_passphrase_is_told_when_one_is_asked_for_on_the_terminal(
    home: Home, clock: FixedClock
) -> None:
    stage = Stage(home, clock, "what", "", "quit", secrets=Whispered(PASSPHRASE))
    assert held(stage).how == "quit"
    assert stage.said.count(words.AT_THE_DOOR_BY_PIPE) == 2
    assert stage.secrets.asked == [opening.PASSPHRASE]


def test_an_end_of_input_at_the_passphrase_leaves_calmly(home: Home, clock: FixedClock) -> None:
    assert held(Stage(home, clock, secrets=Whispered(), is_typed=True)).how == "quit"


def test_leaving_asks_whether_to_clear_where_the_words_stay_in_a_window(home: Home, clock: FixedClock) -> None:
    for answers, clears in ((["yes"], True), (["no"], False), ([""], False), (["quit"], False), ([], False)):
        stage = Stage(home, clock, "quit", *answers)
        assert hold(stage.door, output_is_terminal=True) == Left("quit", clears)
        assert words.CLEAR_IT in stage.text
    assert hold(Stage(home, clock, "quit clear").door, output_is_terminal=True) == Left("quit", clears=True)
    assert hold(Stage(home, clock, "lock", "1").door, output_is_terminal=True) == Left("lock", clears=True)


def test_new_recovery_words_count_from_the_moment_that_two_were_typed_back(home: Home, clock: FixedClock) -> None:
    stage = Stage(home, clock, "recovery words", "2", "recovery words", "1", secrets=Whispered(source=PASSPHRASE))
    held(stage)
    assert keys.WORDS_DO_NOT_COUNT in stage.said
    first = recovery_words(stage.text)
    with pytest.raises(NotOpened):
        open_journal_with_words(home, " ".join(first), clock)

    again = Stage(home, clock, secrets=Whispered(PASSPHRASE, "wrong", PASSPHRASE), is_typed=True)
    reader = Reader(again)
    reader._answers = ["recovery words", "1"]
    again.talk._keyboard = reader
    held(again)
    assert NotOpened.sentence in again.said
    open_journal_with_words(home, " ".join(recovery_words(again.text)), clock).close()


def test_once_a_week_every_page_of_the_file_is_checked_when_nobody_waits_any_more(
    home: Home, clock: FixedClock
) -> None:
    clock.set(clock.now() + timedelta(days=8))
    held(Stage(home, clock, "quit clear"))
    journal = open_journal(home, PASSPHRASE, clock)
    assert journal.is_check_due()
    journal.close()
    held(Stage(home, clock, "quit"))
    journal = open_journal(home, PASSPHRASE, clock)
    assert not journal.is_check_due()
    journal.close()


def test_words_that_cannot_be_saved_are_told_as_such_and_no_calm_way_out_hides_it(
    home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_page: object) -> None:
        raise NoRoom

    monkeypatch.setattr("journal.use_cases.open_journal.OpenJournal.write_page", refuse)
    stage = Stage(home, clock, "write", "", "", "", "words", ".", "")
    with pytest.raises(NoRoom):
        held(stage)
    assert stage.said.count(words.TRY_AGAIN) == 2
    assert shown.PAGE_SAVED not in stage.said
