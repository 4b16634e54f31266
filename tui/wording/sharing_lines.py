"""What is shared and what came, a line a part: the same on the screen, in plain lines and in a shell."""

from typing import TYPE_CHECKING

from journal.domain.shelves import AGREEMENT
from tui.wording import sharing, together
from tui.wording.dates import day_in_words, short_day
from tui.wording.indenting import indented
from tui.wording.parts import label, word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sync.consent.offer import Offer
    from sync.consent.words import TheirPage
    from sync.protocol.content import SharedGoal
    from sync.protocol.summary import Summary
    from sync.records.consents import Consent
    from sync.records.ledger import Entry
    from sync.records.notes import Letter

SUMMARY = "summary"
"""As `sync.records.consents` has it: a yes to a page for a facilitator."""
_OVER = ("PAUSE", "STOP", "EXPIRE")


def goal_in_lines(goal: "SharedGoal") -> list[str]:
    """The parts of a goal on a page, a line each: what one of the two shares, as the other sees it."""
    lines = [text for text in (goal.title, goal.why_it_matters) if text]
    if goal.status:
        lines.append(together.STATUS_NOW.format(text=word("goal", "status", goal.status)))
    if (step := goal.next_step) is not None:
        # That it is one to try is what "next" says already.
        aside = "" if step.status == "to_try" else f" ({word('step', 'status', step.status)})"
        lines.append(together.NEXT.format(text=f"{step.text}{aside}"))
    if goal.how_id_like_support:
        lines.append(together.HOW_ID_LIKE_SUPPORT.format(text=goal.how_id_like_support))
    return lines


def offer_in_lines(offer: "Offer") -> list[str]:
    """What a partner would see, a line a part."""
    return goal_in_lines(offer.part)


def offer_shown(offer: "Offer", name: str) -> list[str]:
    """Everything that is shown before a yes: what would be seen, indented, and what is said yes to."""
    return [
        together.WILL_SEE.format(name=name),
        *indented(offer_in_lines(offer)),
        together.statement(name, offer.expires),
    ]


def shared_in_lines(shared: "SharedGoal | Summary") -> list[str]:
    """What stands on the other side of one yes, a goal or a page for a facilitator, a line a part."""
    from sync.protocol.summary import Summary
    from tui.wording.summary import summary_in_lines

    return summary_in_lines(shared) if isinstance(shared, Summary) else goal_in_lines(shared)


def seen_in_lines(name: str, seen: "SharedGoal | Summary | None", lingers: "SharedGoal | Summary | None") -> list[str]:
    """What stands on the other side now; of what was taken away, what their cairn may show until it has said so."""
    if seen is not None:
        return shared_in_lines(seen)
    if lingers is not None:
        return [sharing.MAY_STILL_SHOW.format(name=name), *indented(shared_in_lines(lingers))]
    return [sharing.SEES_NOTHING.format(name=name)]


def receipt(consent: "Consent", name: str, is_told: bool = True) -> str:
    """What is known of it on the other side: their cairn says what it has, and nothing else is a receipt.

    Args:
        consent: what was said yes to.
        name: what the partner is called here.
        is_told: whether a page without it, where it is over, was put where the partner looks.
    """
    if consent.sent_at is None:
        return together.NOT_SENT_YET if consent.is_live else together.NEVER_SENT
    if consent.status.value == "active":
        if consent.seen_at is None:
            return together.NOT_CONFIRMED.format(day=day_in_words(consent.sent_at[:10]))
        return together.HAS_IT_SINCE.format(name=name, day=day_in_words(consent.seen_at[:10]))
    if consent.gone_at is None:
        return together.ASKED_TO_LET_GO if is_told else together.NOT_TOLD_YET.format(name=name)
    return together.GONE_SINCE.format(name=name, day=day_in_words(consent.gone_at[:10]))


def receipt_told(consent: "Consent", name: str, is_told: bool) -> str:
    """The same, as a sentence of its own."""
    said = receipt(consent, name, is_told)
    return f"{said[:1].upper()}{said[1:]}."


def first_words(consent: "Consent") -> str:
    """The words that a share is known by: its title, or the first part of it."""
    if consent.kind == SUMMARY:
        return together.PAGE_FOR_THEM
    part, words = next(iter(consent.words.items()), ("", ""))
    return word("goal", part, words) if part == "status" else words


def share_in_line(consent: "Consent", name: str) -> str:
    """One share: what, with whom, how it stands, until when."""
    state = together.SHARE_STATES.get(consent.status.value, consent.status.value)
    return f"{first_words(consent)} · {name} · {state} · {day_in_words(consent.expires)}"


def page_in_lines(page: "TheirPage", name: str) -> list[str]:
    """What one partner shares, a line a part."""
    lines = []
    for goal in page.goals:
        lines.append(together.SHARES_WITH_YOU.format(name=name, until=day_in_words(goal.until)))
        lines += indented(goal_in_lines(goal))
    if page.line:
        lines.append(f"{name}: {together.NEXT_TIME.format(text=page.line)}")
    return lines


def letter_in_line(letter: "Letter", name: str, titles: dict[str, str]) -> str:
    """Words of a partner, with their day and what they are about."""
    about = letter_about(letter, titles)
    return f"{short_day(letter.at[:10]):>11}  {name}{f' ({about})' if about else ''}: {letter.text}"


def letter_about(letter: "Letter", titles: dict[str, str]) -> str:
    """What words are about: the title of a goal that is shared now, or that it is not any more; or nothing."""
    if letter.about is None:
        return ""
    return titles.get(letter.about, together.NO_LONGER_SHARED)


def theirs_in_lines(page: "TheirPage", name: str, has_mine: bool = True) -> list[str]:
    """A partner's part of the agreement, each label above its words, and who says yes to what as it is now.

    Args:
        page: what the partner shares.
        name: what they are called here.
        has_mine: whether there is a part of one's own, to which they may say yes.
    """
    sections = [
        f"{label('partner', part.name)}\n{page.agreement[part.name]}"
        for part in AGREEMENT
        if part.name in page.agreement
    ]
    theirs = [f"{name}:", *sections] if sections else [sharing.NOTHING_OF_THEIRS.format(name=name)]
    if page.said_yes:
        theirs.append(sharing.SAID_YES.format(name=name))
    mine = [(sharing.SAYS_YES if page.says_yes else sharing.SAYS_NO_YES_YET).format(name=name)] if has_mine else []
    return [*theirs, *mine]


def events_in_words(entries: "Sequence[Entry]") -> list[str]:
    """What each row of what was said yes to says, in their order.

    Their cairn says which page it has: of what is on it, that they have it; of what was paused or stopped, that it is
    not there any more.
    """
    said, is_over = [], dict[object, bool]()
    for entry in entries:
        event, share = str(entry.event.get("event", "")), entry.event.get("grant_id")
        if event not in ("SEEN", "EMPTY"):
            is_over[share] = event in _OVER or (event == "SENT" and is_over.get(share, False))
        is_gone = event == "SEEN" and is_over.get(share, False)
        said.append(together.NOT_THERE if is_gone else together.EVENTS.get(event, event))
    return said


def entry_in_line(entry: "Entry", event: str, what: str) -> str:
    """One row of what was said yes to.

    Args:
        entry: the row.
        event: what it says, of `events_in_words`.
        what: which share it is of.
    """
    return f"{short_day(str(entry.event.get('at', ''))[:10]):>11}  {what}  {event}"
