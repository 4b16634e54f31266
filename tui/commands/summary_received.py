"""`cairn summary` in a facilitator's home: one person's page, an answer to it, and a copy on paper."""

from pathlib import Path
from typing import Any

from journal.errors import BadInput
from journal.portable.new_place import new_file
from journal.use_cases.open_journal import OpenJournal
from sync.consent.groups import Groups, Received
from tui.commands.terminal import Terminal
from tui.inert import inert
from tui.summary_reading import printed_page, safeguarding_at
from tui.wording import summary as of_summary
from tui.wording import summary_commands as words
from tui.wording import together
from tui.wording.dates import day_in_words
from tui.wording.indenting import indented

_ON_THE_PAGE = ("id", "group", "written_on", "until", "may_print")
"""What stands on a page beside its words."""


def show_page(terminal: Terminal, journal: OpenJournal) -> int:
    """Open the page of one person. That it was opened is known on this computer alone."""
    options = terminal.options
    if options.member is None or options.partner is not None:
        raise BadInput(words.WHICH_MEMBER)
    groups = Groups(journal)
    received = groups.open_summary(options.member)
    answered, safeguarding = groups.replies(received.member), safeguarding_at(terminal.home)
    document = {
        **_document(groups, received),
        "replies": [{"text": letter.text, "at": letter.at} for letter in answered],
        "safeguarding": safeguarding,
    }
    may = [of_summary.MAY_PRINT] if received.summary.may_print else []
    said = [words.REPLIES, *indented([letter.text for letter in answered])] if answered else []
    lines = [of_summary.header(received.name, received.summary), "", *of_summary.summary_in_lines(received.summary)]
    return terminal.answer(document, [*lines, *may, *said, "", safeguarding])


def _document(groups: Groups, received: Received) -> dict[str, Any]:
    page = received.summary
    ids = {group.name: group.id for group in groups.all()}
    written = page.model_dump(mode="json")
    return {
        "partner": received.member,
        "name": received.name,
        "group": ids.get(received.group or ""),
        "purpose": "agree_support",
        "written_on": page.written_on,
        "until": page.until,
        "may_print": bool(page.may_print),
        "header": of_summary.header(received.name, page),
        "summary": {name: value for name, value in written.items() if name not in _ON_THE_PAGE},
    }


def reply(terminal: Terminal, journal: OpenJournal) -> int:
    """An answer that the person can read."""
    groups = Groups(journal)
    received = groups.summary(terminal.options.member)
    asked = together.READ_LATER.format(name=received.name or of_summary.SOMEBODY)
    text = terminal.text(terminal.options.dash is not None, asked)
    letter = terminal.save(lambda: groups.reply(received.member, text))
    document = {"partner": letter.partner, "about": letter.about, "text": letter.text}
    return terminal.answer(document, [together.ENCOURAGED], changed=True)


def print_page(terminal: Terminal, journal: OpenJournal) -> int:
    """The page as plain text, on standard output or in a new file that nobody else can read."""
    received = Groups(journal).summary(terminal.options.member)
    text = inert(printed_page(received))
    document: dict[str, Any] = {"partner": received.member, "until": received.summary.until}
    if terminal.options.to is None:
        return terminal.answer({**document, "text": text}, [text.removesuffix("\n")])
    path = Path(terminal.options.to).expanduser().absolute()
    with new_file(path) as file:
        file.write(text.encode())
    said = words.PRINTED_TO.format(path=path, until=day_in_words(received.summary.until))
    return terminal.answer({**document, "path": str(path)}, [said], changed=True)
