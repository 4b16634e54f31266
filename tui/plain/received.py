"""Pages that people wrote for a facilitator: a list by name, one of them read, an answer to it, a file to print."""

from dataclasses import dataclass, replace

from journal.domain.draft_kinds import is_message, message, message_about
from journal.domain.entry import Draft
from journal.errors import NotFound
from journal.portable.new_place import check_new_file, new_file
from sync.consent.groups import Groups, Received
from tui.inert import inert
from tui.plain.deeds import Deed, Menu
from tui.plain.forms import begun_at
from tui.plain.listing import Listing, rows_of
from tui.plain.long_words import ask_long, with_ending
from tui.plain.places import ask_path
from tui.plain.visit import Visit
from tui.summary_reading import printed_page, safeguarding_at
from tui.wording import plain, together
from tui.wording import plain_groups as said
from tui.wording import screen as shown
from tui.wording.dates import day_in_words, short_day
from tui.wording.summary import MAY_PRINT, SOMEBODY, header, summary_in_lines
from tui.wording.summary_commands import PRINTED_TO


@dataclass(frozen=True, slots=True)
class OpenPage:
    """Whose page is open, and where."""

    visit: Visit
    member: str

    def read(self) -> Received:
        """As it is now.

        Raises:
            NotFound: it is not shared any more.
        """
        return Groups(self.visit.journal).summary(self.member)


def read_summaries(visit: Visit) -> None:
    """Every page that is shared now, by name; a number opens one."""
    Listing[Received](
        visit,
        rows_of(Groups(visit.journal).summaries),
        lambda page: said.row(page.name, page.summary.until, is_new=page.is_new),
        lambda page: _open(visit, page.member),
        empty=said.NO_SUMMARIES,
    ).stay()


def deeds() -> tuple[Deed[OpenPage], ...]:
    """Everything that can be done with one of them, in the order of its numbers."""
    return (Deed(said.REPLY, reply), Deed(said.PRINT, print_page))


def _open(visit: Visit, member: str) -> None:
    Menu(visit, deeds(), plain.WHAT_NEXT, opened=say_page).stay(OpenPage(visit, member))


def say_page(it: OpenPage) -> None:
    """All of it under its header, what was answered, and what to do where something is a worry."""
    visit = it.visit
    page = visit.save(lambda: Groups(visit.journal).open_summary(it.member))
    may = [MAY_PRINT] if page.summary.may_print else []
    replies = [f"{short_day(letter.at[:10])}: {letter.text}" for letter in Groups(visit.journal).replies(it.member)]
    lines = [header(page.name, page.summary), *summary_in_lines(page.summary), *may]
    visit.talk.say(*lines, *([said.YOUR_REPLIES, *replies] if replies else []), safeguarding_at(visit.home))


def reply(it: OpenPage, begun: Draft | None = None) -> None:
    """A few words about a page, kept while they are typed. `begun` is the draft to go on with, else the latest."""
    visit, journal, page = it.visit, it.visit.journal, it.read()
    name = page.name or SOMEBODY
    draft = begun or begun_at(visit, message(it.member, page.summary.id))
    if draft.body:
        visit.talk.say(shown.DRAFT_BACK, draft.body)
    visit.talk.say(together.READ_LATER.format(name=name))
    typed = ask_long(
        visit.talk,
        with_ending(said.REPLY_TO.format(name=name)),
        begun=draft.body,
        keep=lambda text: journal.keep_draft(replace(draft, body=text)),
    )
    if typed is not None and typed.strip():
        visit.save(lambda: Groups(journal).reply(it.member, typed))
        visit.save(lambda: journal.keep_draft(replace(draft, body="")))
        visit.talk.say(said.REPLIED)


def print_page(it: OpenPage) -> None:
    """A file of this one page to print, where the person allowed that; never over another.

    Raises:
        MayNotPrint: they did not.
    """
    talk = it.visit.talk
    printed_page(it.read())
    path = ask_path(talk, said.WHERE_PRINTED, check_new_file)
    if path is None:
        return
    page = it.read()
    content = inert(printed_page(page)).encode()
    with new_file(path) as file:
        file.write(content)
    talk.say(PRINTED_TO.format(path=path, until=day_in_words(page.summary.until)))


def go_on_replying(visit: Visit, draft: Draft) -> None:
    """Words about a page that were begun.

    Raises:
        NotFound: that page is not shared any more, or another stands in its place.
    """
    it = OpenPage(visit, str(draft.item_id))
    if it.read().summary.id != message_about(draft):
        raise NotFound
    reply(it, draft)


def let_replies_go(visit: Visit) -> None:
    """Answers that were begun go with the pages that they are for."""
    journal = visit.journal
    shared = {page.summary.id for page in Groups(journal).summaries()}
    for draft in journal.drafts():
        if is_message(draft) and message_about(draft) not in shared:
            journal.keep_draft(replace(draft, body=""))
