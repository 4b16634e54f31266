"""Deeds of two people, loaded once one of them is wanted: what sharing stands on takes some tenths of a second."""

import importlib
from collections.abc import Callable
from typing import Any

from tui.plain.goal_open import OpenGoal
from tui.plain.visit import Visit


def _later(module: str, deed: str) -> Callable[..., Any]:
    """A deed of a module of plain lines that is loaded when it is done."""

    def run(*arguments: object) -> Any:
        return getattr(importlib.import_module(f"tui.plain.{module}"), deed)(*arguments)

    return run


invite = _later("meeting", "invite")
join = _later("meeting", "join")
compare = _later("meeting", "compare")
end = _later("meeting", "end")
meet = _later("meeting", "meet")
say_partner = _later("meeting", "say_partner")
read_messages = _later("messages", "read_messages")
open_talk = _later("messages", "open_talk")
ask_to_send_part = _later("messages", "ask_to_send_part")
go_on_writing = _later("messages", "go_on_writing")
go_on_with_line = _later("messages", "go_on_with_line")
read_shares = _later("sharing", "read_shares")
share_goal = _later("sharing", "share_goal")
send_new_words = _later("sharing", "send_new_words")
my_group = _later("my_group", "my_group")
write_my_page = _later("my_group", "write_my_page")
open_facilitator = _later("my_group", "open_facilitator")
_is_facilitator = _later("my_group", "is_facilitator")
share_page = _later("my_page", "share")
go_on_with_page = _later("my_page", "go_on_with")
greet_facilitator = _later("facilitating", "greet")
facilitators_deeds = _later("facilitating", "every_deed")
go_on_with_group = _later("group", "go_on_with")
go_on_with_card = _later("about_me", "write_card")
go_on_replying = _later("received", "go_on_replying")
_say_shared = _later("sharing", "say_shared")
_may_delete = _later("sharing", "may_delete")
_ends_for_good = _later("sharing", "ends_for_good")


def is_facilitator(visit: Visit, partner_id: str) -> bool:
    """Whether this partner holds a group that the person is in."""
    return _is_facilitator(visit, partner_id) is True


def may_delete(visit: Visit, item_id: str) -> bool:
    """Whether to delete it after what that would end was said; where it ends nothing, nothing is asked."""
    return not visit.journal.things("partner") or _may_delete(visit, item_id) is True


def erasing_ends(visit: Visit, item_id: str) -> list[str]:
    """What erasing it would end between two people; mostly nothing."""
    return list(_ends_for_good(visit, item_id)) if visit.journal.things("partner") else []


def say_shared(it: OpenGoal) -> None:
    """With whom a goal is shared; with nobody there at all nothing has to be loaded."""
    if it.visit.journal.things("partner"):
        _say_shared(it)
