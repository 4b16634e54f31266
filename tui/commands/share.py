"""`cairn share`: chosen parts of one goal for one partner, after a look at exactly what goes, and a yes.

A page for a facilitator is shared by `cairn summary`; here it stands beside the goals, to be paused and stopped.
"""

from argparse import Namespace
from datetime import date
from typing import Any

from journal.errors import CairnError, NotConfirmed
from journal.use_cases.open_journal import OpenJournal
from sync.consent.offer import Offer
from sync.consent.sharing import Sharing, Yes
from sync.consent.summaries import Summaries, SummaryOffer
from sync.records.consents import SUMMARY, Consent, Status
from tui.commands.terminal import Terminal, read_standard_input
from tui.language import sentence_of
from tui.sharing_reading import is_told, name_of, told_of_words
from tui.summary_reading import waiting_pages
from tui.wording import together
from tui.wording.dates import day_in_words
from tui.wording.indenting import indented
from tui.wording.sharing_lines import (
    entry_in_line,
    events_in_words,
    offer_in_lines,
    offer_shown,
    receipt,
    share_in_line,
)
from tui.wording.summary import summary_in_lines

_YES = "yes"


def run(options: Namespace) -> int:
    """One deed on what is shared."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        return _DEEDS[options.deed](terminal, journal)


def _offer(journal: OpenJournal, options: Namespace) -> Offer:
    fields = [name.strip().replace("-", "_") for name in options.fields.split(",") if name.strip()]
    return Sharing(journal).offer(options.partner, options.goal, fields, options.days)


def _preview(terminal: Terminal, journal: OpenJournal) -> int:
    offer = _offer(journal, terminal.options)
    name = journal.partner(offer.partner).partner_alias
    document = {"lines": offer_in_lines(offer), "bytes": offer.bytes_that_go.decode()}
    return terminal.answer(document, [together.WILL_SEE.format(name=name), *_indented(offer)])


def _add(terminal: Terminal, journal: OpenJournal) -> int:
    return _ask_and_share(terminal, journal, _offer(journal, terminal.options))


def _send(terminal: Terminal, journal: OpenJournal) -> int:
    page = _page_of(journal, terminal.options.id)
    if page is not None:
        from tui.commands.summary import ask_and_share_page

        return ask_and_share_page(terminal, journal, _page_again(journal, page))
    return _ask_and_share(terminal, journal, Sharing(journal).offer_again(terminal.options.id))


def _page_of(journal: OpenJournal, prefix: str) -> Consent | None:
    """The live yes to a page for a facilitator that this id names; `None` where it names another thing, or nothing."""
    found = [each for each in Sharing(journal).shares() if each.id.startswith(prefix.casefold()) and len(prefix) >= 4]
    return found[0] if len(found) == 1 and found[0].kind == SUMMARY and found[0].is_live else None


def _page_again(journal: OpenJournal, consent: Consent) -> SummaryOffer:
    """The words of a page as they are now, until the same day; on its last day, for one day more."""
    left = date.fromisoformat(consent.expires) - date.fromisoformat(journal.moment().for_date)
    return Summaries(journal).offer(consent.partner, max(1, left.days))


def _ask_and_share(terminal: Terminal, journal: OpenJournal, offer: Offer) -> int:
    name = journal.partner(offer.partner).partner_alias
    shown = "\n".join(offer_shown(offer, name))
    if terminal.options.dash is None and terminal.can_ask():
        terminal.say_block(shown)
        answer = terminal.ask(together.TYPE_YES)
    else:
        answer = read_standard_input()
    if answer.strip().casefold() not in (_YES, together.YES.casefold()):
        raise NotConfirmed(together.KEPT_PRIVATE)
    yes = Yes(shown, together.STATEMENT_VERSION, together.LANGUAGE, said_with=answer.strip())
    consent = terminal.save(lambda: Sharing(journal).say_yes(offer, yes))
    lines = [together.SHARED.format(until=day_in_words(consent.expires))]
    return terminal.answer({"share": consent.id, "expires_at": consent.expires}, lines, changed=True)


def _indented(offer: Offer) -> list[str]:
    return indented(offer_in_lines(offer))


def _changed(terminal: Terminal, journal: OpenJournal) -> int:
    waiting = [*Sharing(journal).waiting(), *waiting_pages(journal)]
    lines = [
        "\n".join(
            [
                together.WORDS_WAIT.format(name=_name(journal, consent), id=consent.id[:8]),
                *indented(_new_words(journal, consent)),
            ]
        )
        for consent in waiting
    ]
    return terminal.answer(
        {"waiting": [_document(journal, consent) for consent in waiting]}, lines or [together.NOTHING_WAITS]
    )


def _new_words(journal: OpenJournal, consent: Consent) -> list[str]:
    """A share in the words it would have by a new yes; of a page that could not go as it is, why."""
    if consent.kind != SUMMARY:
        return offer_in_lines(Sharing(journal).offer_again(consent.id))
    try:
        return summary_in_lines(_page_again(journal, consent).part)
    except CairnError as problem:
        return [sentence_of(problem)]


def _list(terminal: Terminal, journal: OpenJournal) -> int:
    shares = Sharing(journal).shares()
    document = {"shares": [_document(journal, consent) for consent in shares]}
    return terminal.answer(document, [_line(journal, each) for each in shares] or [together.NOTHING_SHARED])


def _turn(terminal: Terminal, journal: OpenJournal) -> int:
    sharing, deed = Sharing(journal), terminal.options.deed
    turn = {"pause": sharing.pause, "resume": sharing.resume, "stop": sharing.stop}[deed]
    consent = turn(terminal.options.id)
    said, status = {
        "pause": (together.PAUSED, Status.PAUSED),
        "resume": (together.RESUMED, Status.ACTIVE),
        "stop": (together.STOPPED, Status.STOPPED),
    }[deed]
    # What is over neither pauses nor goes on: it is said how it stands.
    line = said.format(name=_name(journal, consent)) if consent.status is status else _line(journal, consent)
    paused = told_of_words(journal, consent.partner) if consent.status is Status.ACTIVE else []
    return terminal.answer(_document(journal, consent), [line, *paused], changed=True)


def _pause_all(terminal: Terminal, journal: OpenJournal) -> int:
    sharing = Sharing(journal)
    paused = sharing.pause_all()
    line = together.PAUSED_ALL if sharing.is_anybody_there() else together.NOTHING_SHARED
    document = {"shares": [_document(journal, consent) for consent in paused]}
    return terminal.answer(document, [line], changed=True)


def _said_yes_to(terminal: Terminal, journal: OpenJournal) -> int:
    entries = Sharing(journal).said_yes_to()
    document = {
        "said_yes_to": [{**entry.event, "number": entry.number, "is_whole": entry.is_whole} for entry in entries]
    }
    lines, is_whole = [], True
    for entry, event in zip(entries, events_in_words(entries), strict=True):
        if is_whole and not entry.is_whole:
            lines.append(together.CHAIN_BROKEN)
        is_whole = is_whole and entry.is_whole
        lines.append(entry_in_line(entry, event, str(entry.event.get("grant_id", ""))[:8]))
    return terminal.answer(document, lines or [together.NOTHING_SHARED])


def _document(journal: OpenJournal, consent: Consent) -> dict[str, Any]:
    return {
        "share": consent.id,
        "partner": consent.partner,
        **({"summary": consent.goal} if consent.kind == SUMMARY else {"goal": consent.goal}),
        "fields": list(consent.fields),
        "words": consent.words,
        "status": consent.status.value,
        "starts_at": consent.starts,
        "expires_at": consent.expires,
        "last_sent_at": consent.sent_at,
        "seen_at": consent.seen_at,
        "gone_at": consent.gone_at,
    }


def _line(journal: OpenJournal, consent: Consent) -> str:
    name = _name(journal, consent)
    known = receipt(consent, name, is_told(journal, consent))
    return f"{consent.id[:8]}  {share_in_line(consent, name)}\n          {known}"


def _name(journal: OpenJournal, consent: Consent) -> str:
    return name_of(journal, consent.partner)


_DEEDS = {
    "add": _add,
    "preview": _preview,
    "changed": _changed,
    "send": _send,
    "list": _list,
    "pause": _turn,
    "resume": _turn,
    "stop": _turn,
    "pause-all": _pause_all,
    "said-yes-to": _said_yes_to,
}
