"""A passphrase is what was meant, however its accents were typed, and is never trimmed."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal.errors import BadInput, NotOpened
from journal.paths import Home
from journal.use_cases.opening import create_journal, open_journal
from journal.vault.key_slots import FLOOR
from journal.vault.passphrase import LONGEST, passphrase_bytes, strength_of
from tests.conftest import FixedClock
from tests.vault.quick_argon2 import QuickArgon2id

unhurried = settings(deadline=None)
COMPOSED = unicodedata.normalize("NFC", "Ça ira, déjà vu, 각")
APART = unicodedata.normalize("NFD", COMPOSED)

KEPT = {
    "one character": "a",
    "one blank": " ",
    "as long as may be": "é" * LONGEST,
    "emoji": "🪨🙂👨‍👩‍👧‍👦",
    "right to left": "שלום עולם",
    "NUL": "before\0after",
    "a line end": "two\nlines",
    "composed": COMPOSED,
    "apart": APART,
    "wide": "\uff46\uff4f\uff55\uff52",
}
UNKEPT = {
    "empty": "",
    "too long": "a" * (LONGEST + 1),
    "half a pair": "quiet \ud83d",
    "an escaped byte": "quiet \udcff",
}


@pytest.mark.parametrize("passphrase", KEPT.values(), ids=KEPT)
def test_a_passphrase_opens_the_journal_it_made(
    tmp_path: Path, clock: FixedClock, quick_argon2: type[QuickArgon2id], passphrase: str
) -> None:
    create_journal(Home(tmp_path / "home"), passphrase, clock, FLOOR)
    open_journal(Home(tmp_path / "home"), passphrase, clock).close()
    assert quick_argon2.calls == 2


@pytest.mark.parametrize(("made", "typed"), [(COMPOSED, APART), (APART, COMPOSED)], ids=["apart", "composed"])
def test_accents_typed_another_way_open_the_same_journal(
    tmp_path: Path, clock: FixedClock, quick_argon2: type[QuickArgon2id], made: str, typed: str
) -> None:
    assert made != typed
    create_journal(Home(tmp_path / "home"), made, clock, FLOOR)
    open_journal(Home(tmp_path / "home"), typed, clock).close()


@pytest.mark.parametrize("typed", ["four quiet words ", " four quiet words", "four  quiet words", "four quiet words\n"])
def test_a_blank_belongs_to_the_passphrase(
    tmp_path: Path, clock: FixedClock, quick_argon2: type[QuickArgon2id], typed: str
) -> None:
    create_journal(Home(tmp_path / "home"), "four quiet words", clock, FLOOR)
    with pytest.raises(NotOpened):
        open_journal(Home(tmp_path / "home"), typed, clock)


@pytest.mark.parametrize("passphrase", UNKEPT.values(), ids=UNKEPT)
def test_a_passphrase_that_cannot_be_kept_makes_nothing(
    tmp_path: Path, clock: FixedClock, quick_argon2: type[QuickArgon2id], passphrase: str
) -> None:
    with pytest.raises(BadInput) as refused:
        create_journal(Home(tmp_path / "home"), passphrase, clock, FLOOR)
    assert list(tmp_path.iterdir()) == []
    assert quick_argon2.calls == 0
    assert "quiet" not in str(refused.value)


@unhurried
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_every_way_to_type_the_same_text_is_the_same_passphrase(text: str) -> None:
    ways = {bytes(passphrase_bytes(unicodedata.normalize(form, text))) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    assert len(ways) == 1


@unhurried
@given(st.text(st.characters(), min_size=1, max_size=40))
def test_any_text_is_a_passphrase_but_half_a_pair(text: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in text):
        with pytest.raises(BadInput, match="holds a character that cannot be kept"):
            passphrase_bytes(text)
    else:
        assert passphrase_bytes(text).decode() == unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", "short"),
        ("hope", "short"),
        ("aaaaaaaaaaaaaaaaaaaaaa", "short"),
        ("correcthorse", "fair"),
        ("four quiet words here", "strong"),
        ("f0ur-QuietW0rds!", "strong"),
    ],
)
def test_strength_is_one_quiet_word(passphrase: str, strength: str) -> None:
    assert strength_of(passphrase) == strength
