"""What a visit begins with: a greeting, the next small steps, one kept line, and what waits to be gone on with."""

from tui.plain.reminding import reminders
from tui.plain.visit import Visit
from tui.wording import goals, locking, opening
from tui.wording import plain as words
from tui.wording import screen as shown
from tui.wording.dates import day_in_words


def greet(visit: Visit) -> None:
    """Say what the first page of a day says. Nothing in it counts anything."""
    page = visit.journal.first_page()
    said = [f"{shown.WELCOME_BACK if page.after_a_gap else shown.HELLO} {day_in_words(page.now.for_date)}."]
    if visit.journal.unlocked is not None:
        said.append(locking.OPENED[visit.journal.unlocked.way])
    if visit.journal.header_mended is not False:
        said.append(opening.HEADER_MENDED if visit.journal.header_mended else opening.HEADER_NOT_MENDED)
    if page.next_steps:
        said += [goals.NEXT_STEPS + ":", *(words.step_of(title, step) for title, step in page.next_steps)]
    said += [line for line in (shown.one_line(page.kept_words, page.tool_name),) if line]
    if visit.journal.drafts():
        said.append(words.DRAFTS_WAIT)
    visit.talk.say(*said, *reminders(visit), shown.SHARED_NOTHING)
