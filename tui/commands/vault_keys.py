"""`cairn vault passphrase|recovery|rotate`: what opens the journal."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.errors import BadInput, CairnError, NoRoom, NotConfirmed, NotOpened
from tui.commands.keeping_safe import end_holding, progress_on_terminal
from tui.commands.new_words import asked_twice, give_words, see_that_words_can_go
from tui.commands.terminal import Terminal, read_standard_input
from tui.wording import keys, shell

if TYPE_CHECKING:
    from journal.use_cases.unlocking import Unlocked
    from journal.vault.recovery_words import RecoveryWords


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    if options.deed == "passphrase":
        return _passphrase(terminal)
    if options.deed == "rotate":
        return _rotate(terminal)
    return _check(terminal) if options.check or options.dash else _recovery(terminal)


def _passphrase(terminal: Terminal) -> int:
    """The old one, then the new one: both lines of a descriptor, or both asked for."""
    from journal.use_cases.unlocking import unlock_with_passphrase, unlock_with_words
    from journal.use_cases.ways_in import put_passphrase

    if terminal.options.recovery:
        unlocked = unlock_with_words(terminal.home, _typed_words(terminal))
    else:
        unlocked = unlock_with_passphrase(terminal.home, terminal.passphrase(keys.PASSPHRASE_NOW))
    if terminal.options.passphrase_fd is not None:
        new = terminal.passphrase(keys.NEW_PASSPHRASE)
    else:
        new = asked_twice(terminal, keys.NEW_PASSPHRASE, keys.NOT_THE_SAME)
    changed = put_passphrase(unlocked, new)
    _let_copies_follow(terminal, changed)
    return terminal.answer({"changed": "passphrase"}, [keys.PASSPHRASE_CHANGED, *_not_followed(terminal)], changed=True)


def _recovery(terminal: Terminal) -> int:
    from journal.use_cases.opening import WORDS_CONFIRMED, open_unlocked
    from journal.use_cases.unlocking import unlock_with_passphrase
    from journal.use_cases.ways_in import new_words_for

    out = terminal.options.recovery_out
    see_that_words_can_go(terminal, out, keys.WORDS_NEED)
    unlocked = unlock_with_passphrase(terminal.home, terminal.passphrase(shell.PASSPHRASE))
    new = new_words_for(unlocked)
    _hand_over(terminal, new.words)
    try:
        changed = new.take_effect()
    except BaseException:
        _take_back(terminal, new.words)
        raise
    journal = open_unlocked(changed, terminal.clock)
    journal.choose(WORDS_CONFIRMED, "yes")
    journal.note_words_checked()
    journal.close()
    _let_copies_follow(terminal, changed)
    return _answer(terminal, {"changed": "recovery-words"}, new.words, [keys.WORDS_COUNT, *_not_followed(terminal)])


def _check(terminal: Terminal) -> int:
    from journal.use_cases.opening import open_journal_with_words

    journal = open_journal_with_words(terminal.home, _typed_words(terminal), terminal.clock)
    journal.note_words_checked()
    journal.close()
    return terminal.answer({"open": True}, [keys.WORDS_OPEN], changed=True)


def _typed_words(terminal: Terminal) -> str:
    if terminal.options.dash:
        return read_standard_input()
    if terminal.can_ask():
        return terminal.ask_unseen(keys.CHECK_WORDS)
    raise BadInput(shell.NOTHING_TO_READ)


def _rotate(terminal: Terminal) -> int:
    from journal.use_cases.opening import WORDS_CONFIRMED, open_unlocked
    from journal.use_cases.ways_in import draw_rotation

    out = terminal.options.recovery_out
    see_that_words_can_go(terminal, out, keys.WORDS_NEED)
    if terminal.can_ask():
        terminal.say(keys.ROTATE_WHY)
    rotation = draw_rotation(terminal.home, terminal.passphrase(shell.PASSPHRASE))
    _hand_over(terminal, rotation.words)
    try:
        unlocked = rotation.take_effect(progress_on_terminal())
    except BaseException:
        _take_back(terminal, rotation.words)
        raise
    end_holding(terminal.home)
    journal = open_unlocked(unlocked, terminal.clock)
    journal.choose(WORDS_CONFIRMED, "yes")
    journal.note_words_checked()
    journal.close()
    lines = [keys.ROTATED, keys.KEY_IN_USE, _old_copies(terminal, unlocked), *_not_followed(terminal)]
    return _answer(terminal, {"changed": "key", "gen": unlocked.header.generation}, rotation.words, lines)


def _old_copies(terminal: Terminal, unlocked: "Unlocked") -> str:
    """Make a copy under the new key, and say what became of those from before. There is never none at all."""
    from journal.use_cases.snapshots import renew_snapshots, snapshot_if_due

    if not terminal.options.delete_old_copies:
        snapshot_if_due(unlocked, terminal.clock)
        return keys.OLD_COPIES
    try:
        renew_snapshots(unlocked, terminal.clock)
    except NoRoom:
        return keys.OLD_COPIES_GONE_AND_NO_NEW
    except CairnError:
        return keys.OLD_COPIES
    return keys.OLD_COPIES_GONE


def _hand_over(terminal: Terminal, words: "RecoveryWords") -> None:
    """Before they count, they must be where the person can find them.

    Raises:
        NotConfirmed: they were shown, and not typed back.
    """
    if not give_words(terminal, words, terminal.options.recovery_out, (keys.WORDS_NOT_WRITTEN, "")):
        raise NotConfirmed(keys.WORDS_DO_NOT_COUNT)


def _take_back(terminal: Terminal, words: "RecoveryWords") -> None:
    """Words that do not count must not lie in a file as if they did. Where they do count by now, they stay."""
    from journal.use_cases.ways_in import check_recovery_words

    out = terminal.options.recovery_out
    if out in (None, "-"):
        return
    try:
        check_recovery_words(terminal.home, " ".join(words.words))
    except NotOpened:
        Path(out).unlink(missing_ok=True)


def _answer(terminal: Terminal, document: dict[str, Any], words: "RecoveryWords", lines: list[str]) -> int:
    if terminal.options.recovery_out == "-":
        document["recovery_words"] = list(words.words)
    return terminal.answer(document, lines, changed=True)


def _not_followed(terminal: Terminal) -> list[str]:
    """What still opens with what opened it before."""
    from journal.vault.gone import kept_beside

    return [keys.STILL_OPENS, *(keys.kept_beside(str(path)) for path in kept_beside(terminal.home))]


def _let_copies_follow(terminal: Terminal, changed: "Unlocked") -> None:
    """The safety copies open with the new ones too; nobody waits for it."""
    from journal.use_cases.snapshots import rewrap_snapshots

    terminal.options.afterwards.append(lambda: rewrap_snapshots(changed))
