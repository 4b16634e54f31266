"""After a whole session with a known word in every field, the word is in no file that the session could have written.

Nor is the passphrase, nor one that was nearly right, nor any three recovery words in a row. That a word would be
found is shown first, by files planted where they should not be.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from journal.paths import Home
from tests.conftest import PASSPHRASE
from tests.faults.children import Done, Nursery
from tests.faults.injected import quiet_environment
from tests.faults.written_files import (
    Written,
    findings,
    next_trace,
    started_with,
    watched,
    watching_files,
    written_in,
)

WORD = "wombatlantern"
LATER_WORD = "quokkacandle"
NEARLY = "four quiet words hare"


class Session:
    """One person at one shell, watched."""

    def __init__(self, folder: Path, nursery: Nursery) -> None:
        self.home = Home(folder / "home")
        self.traces = folder / "traces"
        self.place = folder / "elsewhere"
        self.place.mkdir()
        self._nursery = nursery

    def run(self, deed: list[str], words: str = "", passphrase: str = PASSPHRASE) -> Done:
        environment = quiet_environment(
            CAIRN_HOME=str(self.home.root),
            CAIRN_PASSPHRASE_COMMAND=f"echo '{passphrase}'",
            HOME=str(self.place),
            TMPDIR=str(self.place),
        )
        return self._nursery.run(
            deed, words=words, watching=watching_files(), log=next_trace(self.traces), environment=environment
        )

    def cairn(self, *arguments: str, words: str = "") -> str:
        """Run a command that must end well, and give back what it printed."""
        done = self.run(["cairn", *arguments], words)
        assert (done.code, done.told) == (0, b""), arguments
        return done.said.decode()

    def seen(self) -> Written:
        return written_in(self.traces)


@pytest.fixture
def session(tmp_path: Path, nursery: Nursery) -> Session:
    return Session(tmp_path, nursery)


def jrnl_file(folder: Path) -> Path:
    """An export of jrnl's with the word in its title, its body and its tags. It is read, and not cairn's own."""
    path = folder / "export.json"
    entry = {
        "title": f"{WORD} in a title",
        "body": f"{WORD} in a body @{WORD}",
        "date": "2020-06-28",
        "time": "18:22",
        "tags": [f"@{WORD}"],
        "starred": True,
    }
    path.write_text(json.dumps({"tags": {}, "entries": [entry]}), encoding="utf-8")
    return path


def live_a_day(session: Session, arriving: Path) -> list[str]:
    """Use every command, each with the word wherever it takes one. Returns the recovery words."""
    recovery_words = session.cairn("init", "--country", "GB", "--recovery-out", "-").split("\n", 1)[0].split()
    session.cairn("check-in", "--mood", "6", "--hope", "7", "--feeling", "hopeful", "--note", "-", words=WORD)
    page = json.loads(session.cairn("write", "--tag", WORD, "--json", "-", words=f"{WORD}\nand more {WORD}"))["id"]
    session.cairn("edit", page, "-", words=LATER_WORD)
    assert LATER_WORD in session.cairn("search", "-", words=LATER_WORD)
    session.cairn("import", str(arriving))
    assert session.run(["fields", str(session.home.root)], f"{WORD}\n").code == 0
    assert WORD in session.cairn("show")
    assert LATER_WORD in session.cairn("show", page, "--json")
    assert WORD in session.cairn("drafts")
    session.cairn("keep", page)
    session.cairn("vault", "info")
    session.cairn("vault", "verify")
    session.cairn("delete", page)
    session.cairn("undo", "--list")
    session.cairn("undo")
    session.cairn("support")
    assert session.run(["cairn", "write", "-"], WORD, passphrase=NEARLY).code == 3
    return recovery_words


def keep_it_safe(session: Session) -> list[str]:
    """Copies, other keys and back again, each in the home. Returns every word that was given for paper."""
    home = str(session.home.root)
    assert session.run(["snapshot", home]).code == 0
    words = session.cairn("vault", "recovery", "--recovery-out", "-").split("\n", 1)[0].split()
    words += session.cairn("vault", "rotate", "--recovery-out", "-").split("\n", 1)[0].split()
    copy = next(session.home.snapshots.iterdir())
    session.cairn("backup", "verify", str(copy))
    assert session.run(["restore-over", home, str(copy)]).code == 0
    session.cairn("vault", "verify")
    return words


def test_a_session_leaves_no_word_and_no_passphrase_in_any_file(session: Session) -> None:
    recovery_words = live_a_day(session, jrnl_file(session.place)) + keep_it_safe(session)
    threes = [" ".join(recovery_words[at : at + 3]) for at in range(len(recovery_words) - 2)]

    seen = session.seen()

    assert len(recovery_words) == 3 * 15
    assert findings(seen, session.home.root, [WORD, LATER_WORD, PASSPHRASE, NEARLY, *threes]) == []
    names = {path.name for path in seen.paths}
    assert {"header", "header.bak", "journal-1.db", "journal-1.db-journal", "before-unlock.json"} <= names
    assert sum(len(content) for path, content in seen.writes if path.name == "journal-1.db-journal") > 100_000
    assert [path.name for path in session.place.iterdir()] == ["export.json"]


def test_what_is_put_elsewhere_is_where_it_was_asked_for_and_a_backup_holds_no_word(session: Session) -> None:
    """An export is for reading, and its words are in it; a backup is locked. Neither leaves anything anywhere else."""
    session.cairn("init", "--recovery-out", "-")
    session.cairn("write", "-", words=WORD)
    backup = session.place / "waymark.backup"
    exports = {form: session.place / f"exported-{form}" for form in ("archive", "json", "markdown")}
    session.cairn("backup", "create", str(backup))
    for form, path in exports.items():
        assert session.run(["cairn", "export", "--format", form, "--to", str(path)]).code == 0

    seen = session.seen()
    found = findings(seen, session.home.root, [WORD, PASSPHRASE])

    # What is on its way there stands beside it, and is gone in the end.
    assert all(path.is_relative_to(session.home.root) or path.is_relative_to(session.place) for path in seen.paths)
    assert {path.name for path in session.place.iterdir()} == {backup.name, *(path.name for path in exports.values())}
    told = [line.removeprefix(f"{session.place}/") for line in found if "outside the home" not in line]
    assert [line for line in told if not line.startswith(("exported-", ".leaving-"))] == []
    assert any(line.startswith("exported-json") for line in told)


# That the scan would find one


def planted(session: Session, script: str) -> list[str]:
    """Run a script that does what cairn must not, and say what the scan finds."""
    session.home.root.mkdir()
    command = [sys.executable, "-c", script, str(session.place), str(session.home.root)]
    subprocess.run(
        watched(command, session.traces),
        input=WORD.encode(),
        env=quiet_environment(HOME=str(session.place), TMPDIR=str(session.place)),
        cwd=session.place,
        capture_output=True,
        check=True,
    )
    return findings(session.seen(), session.home.root, [WORD])


def test_a_word_planted_in_the_home_is_found(session: Session) -> None:
    session.home.vault.mkdir(parents=True)
    for name, encoding in (("one", "utf-8"), ("two", "utf-16"), ("three", "utf-16-be")):
        (session.home.vault / name).write_bytes(b"\0\0\0" + f"before {WORD} after".encode(encoding))
    found = findings(Written(), session.home.root, [WORD])
    assert found == [f"{session.home.vault / name}: a word is in it" for name in ("one", "three", "two")]


def test_a_file_written_outside_the_home_is_found(session: Session) -> None:
    found = planted(session, "import sys; open(sys.argv[1] + '/note', 'w').write(sys.stdin.read())")
    path = session.place / "note"
    assert found == [f"{path}: a word is in it", f"{path}: a word was written to it", f"{path}: outside the home"]


def test_a_file_outside_the_home_is_found_even_when_nothing_was_written_to_it(session: Session) -> None:
    found = planted(session, "import sys; open(sys.argv[1] + '/empty', 'a')")
    assert found == [f"{session.place / 'empty'}: outside the home"]


@pytest.mark.parametrize("gone", ["os.unlink(path)", "os.truncate(path, 0)", "os.replace(path, sys.argv[2] + '/kept')"])
def test_a_file_that_is_gone_again_is_found(session: Session, gone: str) -> None:
    script = "import os, sys; path = sys.argv[2] + '/temporary'; open(path, 'w').write(sys.stdin.read()); "
    assert f"{session.home.root / 'temporary'}: a word was written to it" in planted(session, script + gone)


def test_a_file_that_was_written_as_memory_is_found(session: Session) -> None:
    script = (
        "import mmap, sys; file = open(sys.argv[1] + '/mapped', 'w+b'); file.truncate(4096);"
        "memory = mmap.mmap(file.fileno(), 4096); memory.write(sys.stdin.read().encode())"
    )
    assert f"{session.place / 'mapped'}: a word is in it" in planted(session, script)


def test_a_file_of_a_child_of_a_child_is_found(session: Session) -> None:
    script = "import os, sys; os.system('sh -c \"cat > ' + sys.argv[1] + '/note\"')"
    assert f"{session.place / 'note'}: a word was written to it" in planted(session, script)


def test_a_name_that_holds_a_word_is_found(session: Session) -> None:
    found = planted(session, "import os, sys; os.mkdir(sys.argv[2] + '/' + sys.stdin.read())")
    assert found == [f"{session.home.root / WORD}: its name holds a word"]


@pytest.mark.parametrize("more", ["['true', word], {}", "['true'], {'WHERE': 'the ' + word}"])
def test_a_program_that_is_started_with_a_word_is_found(session: Session, more: str) -> None:
    planted(session, f"import os, sys; word = sys.stdin.read(); os.execve('/bin/true', {more})")
    assert started_with(session.seen(), [WORD]) == 1
    assert started_with(session.seen(), [LATER_WORD]) == 0


def test_a_terminal_and_the_null_device_are_no_files(session: Session) -> None:
    assert planted(session, "open('/dev/null', 'w').write('x'); print('said')") == []
    assert any("/dev/null" in trace.read_text(encoding="ascii") for trace in session.traces.iterdir())
