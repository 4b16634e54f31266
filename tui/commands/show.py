"""`cairn show`: the timeline or some of it, the days of a month, one thing, or what one thing said before."""

import re
from argparse import Namespace
from dataclasses import asdict
from datetime import date, datetime
from zoneinfo import ZoneInfo

from journal.domain.entry import BLANK_TAG
from journal.domain.moments import NO_SUCH_DAY
from journal.domain.months import day_in_any_year, same_day_before
from journal.domain.timeline import Filter, Item, Line, days_in_order
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from tui.commands.documents import document_of
from tui.commands.finding import find, kind_typed
from tui.commands.shelf import show_thing
from tui.commands.show_month import show_month
from tui.commands.terminal import Terminal
from tui.wording import journal as of_journal
from tui.wording import shell
from tui.wording.dates import clock_of, short_day
from tui.wording.items import BRING, KEPT, KIND_NAMES, item_in_lines, line_in_words

_NARROWS = ("first_day", "last_day", "kind", "theme", "tag", "goal", "bring", "keep", "other_years")
"""Options that leave something out."""
_WITHOUT_A_YEAR = re.compile("[0-9]{2}-[0-9]{2}")


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    _check(options)
    with terminal.journal() as journal:
        if options.month is not None:
            return show_month(terminal, journal)
        if options.id is None:
            return _many(terminal, journal)
        return _versions(terminal, journal) if options.versions else _one(terminal, journal)


def _check(options: Namespace) -> None:
    """Say what does not go together, before anything is opened."""
    options.kind = kind_typed(options.kind)
    if options.tag is not None and not options.tag.strip():
        raise BadInput(BLANK_TAG)
    narrows = any(getattr(options, name) not in (None, False) for name in _NARROWS)
    if options.id is not None and (narrows or options.month is not None):
        raise BadInput(shell.ONE_OR_MANY)
    if options.month is not None and narrows:
        raise BadInput(shell.MONTH_ALONE)
    if options.versions and options.id is None:
        raise BadInput(shell.VERSIONS_NEED_ID)


def _one(terminal: Terminal, journal: OpenJournal) -> int:
    _, found = find(journal, terminal.options.id)
    if not isinstance(found, Item):
        return show_thing(terminal, found)
    return terminal.answer(document_of(found), item_in_lines(found, journal.names_in(found)))


def _versions(terminal: Terminal, journal: OpenJournal) -> int:
    """Newest first, each with the number by which it is brought back."""
    versions = list(enumerate(journal.earlier_versions(terminal.options.id), 1))
    zone = ZoneInfo(journal.moment().zone)
    lines = []
    for number, version in versions:
        until = datetime.fromisoformat(version.replaced_at).astimezone(zone)
        lines += [f"{number}  {of_journal.version_day(version, until)}", *of_journal.version_lines(version), ""]
    document = {"versions": [{"number": number, **asdict(version)} for number, version in versions]}
    return terminal.answer(document, lines[:-1] or [of_journal.NO_VERSIONS])


def _many(terminal: Terminal, journal: OpenJournal) -> int:
    options = terminal.options
    chosen = _filter(options, journal)
    if terminal.as_json:
        return terminal.answer({"items": [document_of(item) for item in journal.items(chosen, options.limit)]}, [])
    lines = [
        f"{short_day(line.for_date):>11} {clock_of(line.at)}  {line.id[:8]}  {_said(line)}"
        for line in journal.timeline(chosen, options.limit)
    ]
    return terminal.answer({}, lines or [shell.NOTHING_HERE])


def _filter(options: Namespace, journal: OpenJournal) -> Filter:
    def day(typed: str | None) -> str | None:
        return journal.moment(typed).for_date if typed is not None else None

    first, last = days_in_order(day(options.first_day), day(options.last_day))
    return Filter(
        first_day=first,
        last_day=last,
        kind=options.kind,
        theme=options.theme,
        tag=options.tag,
        goal=journal.goal(options.goal).id if options.goal is not None else None,
        bring=options.bring,
        keep=options.keep,
        days=same_day_before(_day_named(options.other_years, journal)) if options.other_years is not None else (),
    )


def _day_named(typed: str, journal: OpenJournal) -> date:
    """The day whose other years are asked for: any that has come, or one without its year such as `02-29`.

    Raises:
        BadInput: there is no such day.
    """
    if not _WITHOUT_A_YEAR.fullmatch(typed):
        return date.fromisoformat(journal.moment(typed).for_date)
    try:
        return day_in_any_year(typed, int(journal.moment().for_date[:4]))
    except ValueError:
        # Without its cause, which quotes what was typed.
        raise BadInput(NO_SUCH_DAY) from None


def _said(line: Line) -> str:
    """What it is, its marks, and its words; a goal and a session say themselves what they are."""
    marks = "".join(f"{mark} " for mark, is_set in ((KEPT, line.keep), (BRING, line.bring)) if is_set)
    if line.kind in ("goal", "session"):
        return f"{marks}{line_in_words(line)}"
    return f"{KIND_NAMES[line.kind]}{f' {marks.rstrip()}' if marks else ''}: {line_in_words(line)}"
