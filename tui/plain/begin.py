"""What a visit begins with: a greeting, the next small steps, one kept line, and what waits to be gone on with."""

from journal.use_cases.beginning import FirstPage
from tui.chosen import read_chosen
from tui.plain.reminding import reminders
from tui.plain.visit import Visit
from tui.wording import goals, locking, opening, settings, today
from tui.wording import plain as words
from tui.wording import screen as shown
from tui.wording.dates import day_in_words


def greet(visit: Visit) -> None:
    """Say what the first page of a day says. Nothing in it counts anything."""
    page = visit.journal.first_page()
    said = [f"{today.hello(page.choices.name, page.after_a_gap)} {day_in_words(page.now.for_date)}."]
    if visit.journal.unlocked is not None:
        said.append(locking.OPENED[visit.journal.unlocked.way])
    if visit.journal.header_mended is not False:
        said.append(opening.HEADER_MENDED if visit.journal.header_mended else opening.HEADER_NOT_MENDED)
    said += _put_by(page)
    if visit.journal.drafts():
        said.append(words.DRAFTS_WAIT)
    if unreadable := read_chosen(visit.journal, visit.home).unreadable:
        said.append(settings.not_read(unreadable))
    visit.talk.say(*said, *reminders(visit), _shared(visit))


def _put_by(page: FirstPage) -> list[str]:
    """The next small steps and the line the person saved; in easy mode one step alone."""
    if page.choices.easy:
        return [goals.NEXT_STEPS + ":", page.next_steps[0][1]] if page.next_steps else []
    steps = [words.step_of(title, step) for title, step in page.next_steps]
    kept = today.one_line(page.now.for_date, page.kept_words, page.tool_name, page.strength)
    return [*([goals.NEXT_STEPS + ":", *steps] if steps else []), *([kept] if kept else [])]


def _shared(visit: Visit) -> str:
    """Where sharing stands; where there is nobody, nothing of it is loaded."""
    if not visit.journal.things("partner"):
        return shown.SHARED_NOTHING
    from tui.screens.today_shared import shared_line

    return shared_line(visit.journal)
