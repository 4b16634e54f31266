"""What another shell writes appears on the open screen by itself."""

import json

from tests.conftest import PASSPHRASE, Cairn
from tests.terminal.conftest import OpenTerminal


def test_a_check_in_a_goal_and_a_session_made_elsewhere_appear_by_themselves(
    terminal: OpenTerminal, cairn: Cairn
) -> None:
    """Show at the end, 4."""
    screen = terminal()
    screen.wait_for("Passphrase:")
    screen.type(PASSPHRASE)
    screen.keys("Enter")
    screen.wait_for("How is your mood today")

    screen.keys("2")
    screen.wait_for("Your check-ins and pages will be here")
    assert cairn("check-in", "--mood", "4", "--note", "-", words="from another shell").returncode == 0
    screen.wait_for("from another shell")

    screen.keys("3")
    screen.wait_for("What you would like to move towards will be here")
    assert cairn("goal", "add", "-", words="Get out most days").returncode == 0
    screen.wait_for("Get out most days")

    screen.keys("4")
    screen.wait_for("My week")
    assert cairn("session", "after", "-", words=json.dumps({"stayed": "we both laughed"})).returncode == 0
    screen.wait_for("we both laughed")
