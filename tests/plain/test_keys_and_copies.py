"""What opens the journal, by answers that are typed: another passphrase, other words, another key."""

import random
import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from journal.errors import NotOpened
from journal.paths import Home
from journal.use_cases.open_journal import ELSEWHERE, OpenJournal
from journal.use_cases.opening import WORDS_CONFIRMED, open_journal, open_journal_with_words
from journal.use_cases.safe_copies import verify_backup
from journal.use_cases.snapshots import snapshot_if_due, snapshots_in
from journal.use_cases.unlocking import with_passphrase
from journal.use_cases.ways_in import replace_recovery_words
from tests.conftest import PASSPHRASE, FixedClock
from tests.plain.keeping_stage import NEW, bodies, typed_at, write
from tests.plain.stage import Stage, Whispered, how_it_ends, visit
from tui.plain.begin import greet
from tui.plain.visit import Visit
from tui.wording import copies, keys, opening
from tui.wording import plain as words
from tui.wording import plain_keys as said
from tui.wording import screen as shown

pytestmark = pytest.mark.usefixtures("quick_to_open")


@pytest.fixture
def first_two_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which words are asked for is known before."""
    monkeypatch.setattr(random.SystemRandom, "sample", lambda _self, places, count: list(places)[:count])


def words_said(stage: Stage) -> list[str]:
    """The fifteen words that were said last."""
    return re.findall(r"^\d+ ([a-z]+)$", stage.text, re.MULTILINE)[-15:]


class FromPaper:
    """Types answers, and in place of `*` the word that was asked for."""

    was_cut = False

    def __init__(self, stage: Stage, *answers: str) -> None:
        self._stage = stage
        self._answers = list(answers)

    def line(self) -> str:
        typed = self._answers.pop(0)
        asked = re.fullmatch(r"Word (\d+):", self._stage.said[-1])
        return words_said(self._stage)[int(asked[1]) - 1] if typed == "*" and asked else typed


def reading_the_paper(stage: Stage, *answers: str) -> Stage:
    stage.talk._keyboard = FromPaper(stage, *answers, "quit")
    return stage


# The passphrase


def test_a_new_passphrase_takes_the_place_of_the_old_and_safety_copies_follow(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    assert journal.unlocked is not None
    snapshot_if_due(journal.unlocked, clock)
    stage = typed_at(home, clock, "passphrase", secrets=(PASSPHRASE, NEW, NEW))
    how_it_ends(stage, journal)
    assert keys.PASSPHRASE_CHANGED in stage.said
    assert bodies(home, clock, NEW) == set()
    with pytest.raises(NotOpened):
        open_journal(home, PASSPHRASE, clock)
    (copy,) = snapshots_in(home)
    verify_backup(home, copy.path, with_passphrase(NEW), clock)
    assert stage.secrets.asked == [
        keys.PASSPHRASE_NOW,
        keys.NEW_PASSPHRASE,
        opening.PASSPHRASE_AGAIN,
    ]


def test_two_new_ones_that_differ_are_asked_again_and_enter_leaves_the_old_one(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    before = home.header.read_bytes()
    stage = typed_at(home, clock, "passphrase", secrets=(PASSPHRASE, NEW, "a slip", ""))
    how_it_ends(stage, journal)
    assert shown.NOT_THE_SAME in stage.said
    assert stage.said.count(keys.NOT_CHANGED) == 1
    assert home.header.read_bytes() == before


def test_enter_at_the_passphrase_that_is_asked_again_leaves_it(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    for deed in ("passphrase", "change the key", "recovery words"):
        stage = typed_at(home, clock, deed, secrets=("!", ""))
        how_it_ends(stage, journal)
        assert words.WENT_BACK in stage.said


# Asked again


@pytest.mark.parametrize(
    "deed", [["passphrase"], ["change the key"], ["recovery words"], ["erase everything", "", "erase"]]
)
def test_a_second_wrong_passphrase_in_a_row_locks(
    journal: OpenJournal, home: Home, clock: FixedClock, deed: list[str]
) -> None:
    before = home.header.read_bytes()
    stage = typed_at(home, clock, *deed, secrets=("not this one", "nor this"))
    assert how_it_ends(stage, journal) == "lock"
    assert stage.said.count(NotOpened.sentence) == 2
    assert home.header.read_bytes() == before


def test_one_wrong_now_and_one_at_the_next_deed_lock_too_and_a_right_one_between_does_not(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    stage = typed_at(home, clock, "passphrase", "passphrase", secrets=("wrong", "", "wrong"))
    assert how_it_ends(stage, journal) == "lock"
    stage = typed_at(
        home, clock, "passphrase", "passphrase", secrets=("wrong", PASSPHRASE, "", "wrong", PASSPHRASE, "")
    )
    assert how_it_ends(stage, journal) is None


def test_a_wrong_one_that_came_with_the_call_is_told_to_a_script_and_never_tried_twice(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    stage = Stage(home, clock, "passphrase", secrets=Whispered(source="wrong"))
    assert how_it_ends(stage, journal) is None
    assert stage.said.count(NotOpened.sentence) == 1
    assert stage.secrets.asked == []


# Recovery words


def test_words_on_paper_are_checked_as_typed_and_a_slip_is_told_by_its_place(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    right = list(replace_recovery_words(home, PASSPHRASE).words)
    slip = " ".join([*right[:3], "mountainous", *right[4:]])
    clock.set(clock.now() + timedelta(days=400))
    stage = typed_at(home, clock, "check words", secrets=("too few", slip, " ".join(word[:4] for word in right)))
    how_it_ends(stage, journal)
    assert "Word 4 is not on the list." in stage.said
    assert words.SECRET_HELP in stage.said
    assert keys.WORDS_OPEN in stage.said
    assert not journal.is_words_check_due()
    assert journal.setting(WORDS_CONFIRMED) == "yes"


def test_the_check_can_be_put_off_for_a_year(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    how_it_ends(typed_at(home, clock, "check words", secrets=("",)), journal)
    assert journal.setting("recovery-words-checked") is None, "nothing was due, so nothing is put off"
    clock.set(clock.now() + timedelta(days=400))
    stage = typed_at(home, clock, "check words", secrets=("",))
    how_it_ends(stage, journal)
    assert said.ASKED_IN_A_YEAR in stage.said
    assert not journal.is_words_check_due()


# Another key


@pytest.mark.usefixtures("first_two_words")
def test_a_new_key_counts_once_its_words_were_typed_back_and_ends_the_old_ones(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    old = " ".join(replace_recovery_words(home, PASSPHRASE).words)
    write(journal, "before it")
    stage = typed_at(home, clock, secrets=(PASSPHRASE,))
    how_it_ends(reading_the_paper(stage, "change the key", "1", "*", "*"), journal)

    write(journal, "after it")
    assert keys.ROTATE_WHY in stage.said
    assert keys.ROTATED in stage.said
    with pytest.raises(NotOpened):
        open_journal_with_words(home, old, clock)
    open_journal_with_words(home, " ".join(words_said(stage)), clock).close()
    assert bodies(home, clock) == {"before it", "after it"}
    assert journal.setting(WORDS_CONFIRMED) == "yes"


def test_a_new_key_whose_words_are_left_for_later_changes_nothing(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    before = home.header.read_bytes()
    heard = visit(journal, home, clock, "change the key", "later")
    assert keys.WORDS_DO_NOT_COUNT in heard.said
    assert home.header.read_bytes() == before


@pytest.mark.usefixtures("first_two_words")
@pytest.mark.parametrize(
    ("answer", "generations", "told"), [("yes", [2], keys.OLD_COPIES_GONE), ("no", [1, 2], said.OLD_COPIES_STAY)]
)
def test_safety_copies_that_the_old_words_open_may_be_deleted(
    journal: OpenJournal, home: Home, clock: FixedClock, answer: str, generations: list[int], told: str
) -> None:
    assert journal.unlocked is not None
    snapshot_if_due(journal.unlocked, clock)
    stage = Stage(home, clock)
    how_it_ends(reading_the_paper(stage, "change the key", "1", "*", "*", answer), journal)
    assert keys.OLD_COPIES in stage.said
    assert told in stage.said
    assert [copy.generation for copy in snapshots_in(home)] == generations


# The file


def test_where_it_is_and_whether_every_page_is_whole_is_said(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    heard = visit(journal, home, clock, "where it is", "check the file")
    assert str(home.root) in heard.said
    assert "Every page passes its check." in heard.said


# The quiet lines


def lines_at_start(journal: OpenJournal, home: Home, clock: FixedClock) -> list[str]:
    stage = Stage(home, clock)
    greet(Visit(stage.door, journal))
    return stage.said


def later(clock: FixedClock, days: int) -> None:
    clock.set(clock.now() + timedelta(days=days))


def _nothing(*_: object) -> None:
    return


def _confirmed(journal: OpenJournal, clock: FixedClock) -> None:
    journal.choose(WORDS_CONFIRMED, "yes")


def _a_week_later(journal: OpenJournal, clock: FixedClock) -> None:
    _confirmed(journal, clock)
    later(clock, 8)


def _asked_already(journal: OpenJournal, clock: FixedClock) -> None:
    _a_week_later(journal, clock)
    journal.choose(ELSEWHERE, "")


def _a_year_later(journal: OpenJournal, clock: FixedClock) -> None:
    _confirmed(journal, clock)
    later(clock, 370)


@pytest.mark.parametrize(
    ("prepare", "lines"),
    [
        pytest.param(_nothing, [words.WORDS_WAITING], id="words that are not on paper"),
        pytest.param(_confirmed, [], id="nothing"),
        pytest.param(_a_week_later, [copies.ONLY_HERE, said.ANSWERS], id="a second place"),
        pytest.param(_asked_already, [], id="no second place wanted"),
        pytest.param(_a_year_later, [keys.YEARLY, said.CHECK_THEM], id="a year"),
    ],
)
def test_what_waits_for_an_answer_is_said_quietly_and_never_two_at_a_time(
    journal: OpenJournal,
    home: Home,
    clock: FixedClock,
    prepare: Callable[[OpenJournal, FixedClock], None],
    lines: list[str],
) -> None:
    prepare(journal, clock)
    assert lines_at_start(journal, home, clock)[2:-1] == lines


def test_a_folder_that_a_program_carries_elsewhere_is_told_of(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    (home.root / ".dropbox").touch()
    assert copies.synced("Dropbox") in lines_at_start(journal, home, clock)
