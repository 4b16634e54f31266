"""The two marks: kept for a hard day, and brought to the next session. Said once, taken away the next time."""

from journal.domain.timeline import Item
from tui.plain.visit import Visit
from tui.wording import saved


def keep(visit: Visit, item: Item) -> None:
    """Keep it for a hard day, or not any more."""
    visit.save(lambda: visit.journal.keep(item.id, not item.keep))
    visit.talk.say(saved.NOT_KEPT if item.keep else saved.KEPT)


def bring(visit: Visit, item: Item) -> None:
    """Mark it to bring to a session, or not any more."""
    visit.save(lambda: visit.journal.bring(item.id, not item.bring))
    visit.talk.say(saved.NOT_BRINGING if item.bring else saved.BRINGING)
