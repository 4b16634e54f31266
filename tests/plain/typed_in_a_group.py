"""Somebody of a group at the plain lines: what they type, and everything that is said to them."""

from tests.groups.people import Held, Somebody
from tests.plain.stage import Stage, visit
from tests.plain.test_acceptance import NOT_FOR_EARS, hard_words


def types(held: Held, somebody: Somebody, *answers: str) -> Stage:
    """Lines from the first list on; each of them must be asked for."""
    stage = visit(somebody.journal, somebody.home, held.clock, *answers)
    assert NOT_FOR_EARS.findall(stage.text) == []
    assert hard_words(stage.text) == []
    return stage
