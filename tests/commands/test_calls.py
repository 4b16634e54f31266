"""The whole grammar: every deed has its help and its example, and a quick call describes no more than it needs."""

import argparse
import importlib
from collections.abc import Iterator

import pytest

from tests.commands.conftest import Here
from tui.commands.grammar import build_parser
from tui.wording import usage, usage_of_groups, usage_of_keeping, usage_of_support


def deeds(
    parser: argparse.ArgumentParser, name: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    """Every command and every deed of one, with what describes it."""
    if name:
        yield name, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, inside in action.choices.items():
                yield from deeds(inside, (*name, word))


EVERY_DEED = dict(deeds(build_parser()))


@pytest.mark.parametrize("name", EVERY_DEED, ids=" ".join)
def test_every_deed_has_help_with_an_example_of_its_own(name: tuple[str, ...]) -> None:
    example = EVERY_DEED[name].format_help().split("example:\n")[1]
    assert f"cairn {' '.join(name)}" in example


def test_every_deed_is_run_by_a_module_that_is_there() -> None:
    leads_on = {name[:-1] for name in EVERY_DEED}
    handlers = {parser.get_default("handler") for name, parser in EVERY_DEED.items() if name not in leads_on}
    assert {"goal", "goal_step", "session_before", "shelf", "hard_day"} <= handlers
    for handler in handlers:
        assert callable(importlib.import_module(f"tui.commands.{handler}").run)


def test_words_of_fixed_lists_take_hyphens_for_underscores() -> None:
    options = build_parser().parse_args(["session", "after", "--format", "one-to-one", "--mode", "face_to_face"])
    assert (options.format, options.mode) == ("one_to_one", "face_to_face")


def test_a_quick_call_describes_no_deeds_of_other_commands() -> None:
    whole = sum(1 for _ in deeds(build_parser()))
    quick = dict(deeds(build_parser(["check-in", "--mood", "6"])))
    assert len(quick) < whole / 2
    assert ("check-in",) in quick
    assert ("goal", "add") in dict(deeds(build_parser(["goal", "list"])))


def test_a_command_without_its_deed_says_what_is_missing(here: Here) -> None:
    for command in usage.SUBJECTS:
        done = here(command)
        assert (done.returncode, done.stdout) == (2, "")
        assert "something is missing in the call: DEED." in done.stderr


def test_every_deed_has_words_and_no_words_are_left_over() -> None:
    described = {" ".join(name) for name in EVERY_DEED if len(name) > 1}
    words = {**usage.DEEDS, **usage_of_keeping.DEEDS, **usage_of_groups.DEEDS, "support": usage_of_support.DEEDS}
    assert {f"{command} {deed}" for command, said in words.items() for deed in said} == described
