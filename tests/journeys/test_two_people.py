"""Two homes and one place between, by commands alone: invite, join, compare, share, encourage, edit, stop.

Show at the end, 1: everything the folder ever held says nothing, and the partner's journal holds the two parts that
were said yes to and nothing else of the goal; after stopping, not those.
"""

from sync.protocol.sizes import WIRE
from tests.faults.written_files import findings, started_with, written_in
from tests.journeys.conftest import ByFolder
from tests.journeys.two_by_commands import CHANGED, ENCOURAGED, EVERY_WORD, NAMES, STEP, TITLE, WHY, Walked, said_in


def test_nothing_the_folder_ever_held_says_a_word(by_folder: ByFolder) -> None:
    held = [(path, content) for path, content in by_folder.written.writes if path.is_relative_to(by_folder.between)]
    assert len(held) > 10
    assert {len(content) for _, content in held} == {WIRE}
    assert not said_in(held, EVERY_WORD)
    assert said_in([*held, (by_folder.between / "planted", f"x{WHY}x".encode())], EVERY_WORD) == {WHY}


def test_nothing_is_written_anywhere_else_and_no_word_is_in_any_file_or_argument(by_folder: ByFolder) -> None:
    private = [word for word in EVERY_WORD if word not in NAMES]
    for person in (by_folder.walked.ana, by_folder.walked.sam):
        assert person.traces is not None
        seen = written_in(person.traces)
        seen.paths = {path for path in seen.paths if not path.is_relative_to(by_folder.between)}
        assert findings(seen, person.home.root, EVERY_WORD) == []
        assert started_with(seen, private) == 0


def test_the_partner_has_the_two_parts_their_own_words_and_a_name_and_nothing_else(walked: Walked) -> None:
    assert walked.shared == {TITLE, STEP, ENCOURAGED, *NAMES}


def test_an_edit_waits_for_a_yes(walked: Walked) -> None:
    assert walked.waited == [TITLE, CHANGED]


def test_after_stopping_the_partner_has_none_of_it(walked: Walked) -> None:
    assert walked.stopped == {ENCOURAGED, *NAMES}


def test_the_encouragement_is_there_once(walked: Walked) -> None:
    assert [message["text"] for message in walked.inbox] == [ENCOURAGED]
