"""The completions that ship are those of the grammar as it is."""

import shutil
import subprocess

import pytest

from tools.completions import FILES, FOLDER, completion


@pytest.mark.parametrize("shell", FILES)
def test_the_file_that_ships_is_what_the_grammar_gives(shell: str) -> None:
    assert (FOLDER / FILES[shell]).read_text(encoding="utf-8") == completion(shell), "run `make completions`"


def test_bash_reads_its_file_and_knows_the_commands() -> None:
    bash = shutil.which("bash")
    assert bash is not None
    typed = "COMP_WORDS=(cairn che); COMP_CWORD=1"
    asked = f'source "{FOLDER / FILES["bash"]}"; {typed}; _shtab_cairn; echo "${{COMPREPLY[*]}}"'
    done = subprocess.run([bash, "-c", asked], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout.split() == ["check-in"]
