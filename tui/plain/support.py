"""Support in plain lines: the lines at any question, a person's own, their order, and a file of them."""

from dataclasses import replace
from pathlib import Path

from journal.clock import Clock
from journal.domain.draft_kinds import SUPPORT_LINE
from journal.domain.support import Line, OwnLine, SupportPage
from journal.domain.support_own import Arrangement, arranged, as_typed, lines_to_arrange, lines_to_hide, moved
from journal.errors import BadInput, CairnError
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.preferences import read_preferences
from journal.use_cases.support_lines import bring_lines, content_of, lines_at, page_at, take_lines_that_ship
from tui.language import sentence_of
from tui.plain.choosing import ask_one_of, chosen_number
from tui.plain.deeds import Deed
from tui.plain.listing import Listing, rows_of
from tui.plain.long_words import ask_long
from tui.plain.places import ask_place
from tui.plain.visit import Visit
from tui.wording import hard_day, screen, support, support_pages
from tui.wording import plain as words
from tui.wording import plain_support as said
from tui.wording import support_import as importing
from tui.wording import support_own as own


def support_lines(home: Home, topic: str, clock: Clock | None = None, journal: OpenJournal | None = None) -> list[str]:
    """What is said at once, or about one topic: `more`, `mine`, `worried` or `advice`.

    Args:
        home: where the choices are that are known before unlock.
        topic: empty for the first lines.
        clock: what time it is; none: nothing is said of when a line opens.
        journal: the open one, with the person's own lines and order; none while it is locked.
    """
    known, now = lines_at(home), clock.now() if clock else None
    page = _in_their_order(page_at(home, known), journal)
    if topic == said.MINE and (journal is None or not journal.is_facilitators):
        return [support.danger(page), *_mine_or_why_not(journal)]
    if topic == said.WORRIED:
        return [f"{support.WORRIED}.", support.danger(page), *support.worried(page, now)]
    if topic == said.ADVICE:
        return [f"{support.ADVICE}.", *support.advice(page, now)]
    if topic == said.MORE:
        checked = [" ".join(part for part in row if part) for row in support_pages.every_line(page, now)]
        return [f"{support.TITLE}.", support.danger(page), *checked, *support_pages.from_where(known), *_near(page)]
    locked = [support.OWN_AFTER_UNLOCK] if journal is None and home_has_journal(home) else []
    topics = said.TOPICS_WITHOUT_MINE if journal is not None and journal.is_facilitators else said.TOPICS_HERE
    return [*support_pages.said_at_once(page, known, now), topics, *locked, *_near(page)]


def home_has_journal(home: Home) -> bool:
    """Whether there is one; where it cannot be seen, as if there were none."""
    try:
        return home.exists()
    except CairnError:
        return False


def mine(journal: OpenJournal | None) -> list[str]:
    """The person's own people, their plan for very hard times and their own lines."""
    if journal is None:
        return [said.MINE_AFTER_UNLOCK]
    put_by, lines = journal.hard_day(), [f"{support.MINE}."]
    for section in reversed(hard_day.sections(put_by)[:2]):
        rows = [words.part_with(one.head, one.words) if one.head else one.words for one in section.put_by]
        lines += [f"{section.heading}:", *(rows or [section.empty])]
    own_lines = [support.line_in_words(line) for line in journal.arrangement().own]
    return [*lines, *([f"{own.MY_OWN}:", *own_lines] if own_lines else [])]


def _mine_or_why_not(journal: OpenJournal | None) -> list[str]:
    """Support never ends a deed on its way, whatever the journal says."""
    try:
        return mine(journal)
    except CairnError as problem:
        return [sentence_of(problem)]


def _in_their_order(page: SupportPage, journal: OpenJournal | None) -> SupportPage:
    """The page as the person arranged it; where that cannot be read just now, as it comes."""
    try:
        return page if journal is None else arranged(page, journal.arrangement())
    except CairnError:
        return page


def _near(page: SupportPage) -> list[str]:
    return [support.lines_are_for(page) if page.country else words.CHOOSE_COUNTRY]


# Arranging


def arrange(visit: Visit) -> None:
    """Own lines and the others in the person's order; a number opens one."""
    visit.talk.say(own.ABOUT)
    if _arrangement(visit).is_unreadable:
        visit.talk.say(own.UNREADABLE)
    Listing[str](
        visit,
        rows_of(lambda: [line.id for line in _lines(visit)]),
        lambda line_id: _row(visit, line_id),
        lambda line_id: _open(visit, line_id),
        empty=own.EMPTY_PLAIN,
        deeds=(Deed(words.NEW, lambda it: _write(it, None)),),
    ).stay()


def _arrangement(visit: Visit) -> Arrangement:
    return visit.journal.arrangement()


def _lines(visit: Visit) -> list[Line]:
    return lines_to_hide(page_at(visit.home), _arrangement(visit))


def _row(visit: Visit, line_id: str) -> str:
    line = next(one for one in _lines(visit) if one.id == line_id)
    return own.row(line, line_id in _arrangement(visit).hidden)


def _open(visit: Visit, line_id: str) -> None:
    """Change, hide, move or erase one line."""
    line = next(one for one in _lines(visit) if one.id == line_id)
    is_hidden = line_id in _arrangement(visit).hidden
    visit.talk.say(*support.line_whole(line, visit.door.clock.now()))
    ways = [("hide", said.SHOW_AGAIN if is_hidden else said.HIDE), ("move", said.MOVE)]
    if isinstance(line, OwnLine):
        ways = [("change", said.CHANGE), *ways, ("erase", said.ERASE)]
    way = ask_one_of(visit.talk, said.WHAT_WITH_LINE, ways)
    if way == "change" and isinstance(line, OwnLine):
        _write(visit, line)
    elif way == "hide":
        visit.save(lambda: visit.journal.hide_support_line(line_id, not is_hidden))
        visit.talk.say(own.SHOWN if is_hidden else own.HIDDEN)
    elif way == "move":
        _move(visit, line_id)
    elif way == "erase":
        _erase(visit, line_id)


def _write(visit: Visit, line: OwnLine | None) -> None:
    """A line of one's own, new or in other words; what is typed is kept on the way."""
    line_id = line.id if line else None
    begun = visit.journal.begun(SUPPORT_LINE, line_id)
    draft = begun or replace(visit.journal.blank_page(), kind=SUPPORT_LINE, item_id=line_id)
    if begun is not None:
        visit.talk.say(screen.DRAFT_BACK, begun.body)
    elif line is not None:
        visit.talk.say(as_typed(line))
    typed = ask_long(
        visit.talk,
        own.ASK_LINE,
        begun=draft.body,
        keep=lambda so_far: visit.journal.keep_draft(replace(draft, body=so_far)),
    )
    if typed is not None:
        try:
            visit.save(lambda: visit.journal.write_support_line(typed, line_id, draft.id))
        except BadInput:
            # It can be gone on with: the words are not lost.
            visit.journal.keep_draft(replace(draft, body=typed))
            raise
        visit.talk.say(own.CHANGED if line else own.ADDED)


def _move(visit: Visit, line_id: str) -> None:
    lines = lines_to_arrange(page_at(visit.home), _arrangement(visit))
    moved(lines, line_id, 0)
    typed = visit.talk.ask(said.WHICH_PLACE)
    place = None if typed is None else chosen_number(typed, len(lines))
    if place is None:
        visit.talk.say(said.NOT_MOVED)
        return
    visit.save(lambda: visit.journal.order_support_lines(moved(lines, line_id, place)))
    visit.talk.say(own.MOVED)


def _erase(visit: Visit, line_id: str) -> None:
    visit.talk.say(own.GOES)
    if ask_one_of(visit.talk, own.ERASE_QUESTION, ((True, own.ERASE_YES), (False, own.ERASE_NO))):
        visit.save(lambda: visit.journal.erase_support_line(line_id))
        visit.talk.say(own.ERASED)


# A file of lines


def bring_in_lines(visit: Visit) -> None:
    """Use a file of support lines, or go back to those that came with cairn; refused by the line that breaks a rule."""
    contents: list[bytes] = []

    def look(path: Path) -> None:
        contents[:] = [content_of(path)]

    visit.talk.say(importing.ASK_SHIPPED)
    place = ask_place(visit.talk, importing.ASK_PATH, look, (importing.SHIPPED_WORD,))
    if place is None:
        return
    country = read_preferences(visit.home).country
    if place == importing.SHIPPED_WORD:
        known = visit.save(lambda: take_lines_that_ship(visit.home))
        visit.talk.say(importing.SHIPPED, *importing.told(known, country))
        return
    known = visit.save(lambda: bring_lines(visit.home, contents[0]))
    visit.talk.say(importing.BROUGHT, *importing.told(known, country))
