"""`cairn summary`: the page that a person writes for a facilitator; in a facilitator's home, those there."""

from argparse import Namespace
from typing import Any

from journal.domain.draft_kinds import MY_PAGE, Place
from journal.domain.groups import ASKED_FIRST, REST_OF_SUMMARY, SUMMARY_PARTS, FacilitatorSummary
from journal.domain.parts import read_parts, values_of
from journal.errors import BadInput, NotConfirmed
from journal.use_cases.open_journal import OpenJournal
from sync.consent.group_pages import goal_line, goal_of_line, summary_words
from sync.consent.offer import SHAREABLE
from sync.consent.sharing import Yes
from sync.consent.summaries import Facilitator, Summaries, SummaryOffer
from sync.errors import TooLong
from tui.commands.asking import Begun, ask_line, ask_parts
from tui.commands.standard_input import read_object
from tui.commands.summary_received import print_page, reply, show_page
from tui.commands.terminal import Terminal, read_standard_input
from tui.language import sentence_of
from tui.summary_reading import look_back_sentences, page_waits
from tui.wording import parts as of_parts
from tui.wording import shell, together
from tui.wording import summary as of_summary
from tui.wording import summary_commands as words
from tui.wording.dates import day_in_words
from tui.wording.sharing import PART_NAMES
from tui.wording.things import parts_in_lines

_CHOSEN_ONE_BY_ONE = ("goals", "look_back_lines")
_BY_THE_CALL = "valid_until"
"""`summary send --days` says the same."""


def run(options: Namespace) -> int:
    """One deed on a page."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        return _DEEDS[options.deed](terminal, journal)


def _write(terminal: Terminal, journal: OpenJournal) -> int:
    """Keep parts of the page here: what is left out stays as it was. Nothing leaves."""
    summaries = Summaries(journal)
    partner = summaries.facilitator(terminal.options.partner).partner
    begun = Begun(journal, Place(MY_PAGE, partner))
    if terminal.options.dash is not None:
        values, draft_id = _read(), None
    elif terminal.can_ask():
        values, draft_id = _asked(terminal, journal, summaries.written(partner), begun), begun.id
    else:
        raise BadInput(shell.NEEDS_DASH)
    if not values:
        return 0
    page = terminal.save(lambda: summaries.write(partner, values, draft_id))
    try:
        summary_words(journal, page)
    except TooLong as problem:
        # Kept all the same: it can be made shorter before it goes.
        terminal.say(sentence_of(problem))
    lines = [words.SUMMARY_KEPT, *_page_in_lines(journal, page)]
    return terminal.answer(_page_document(journal, summaries, partner), lines, changed=True)


def _read() -> dict[str, object]:
    """The parts that a script hands in, as the journal takes them."""
    given = read_object()
    if not given:
        raise BadInput(shell.EMPTY_CHANGE)
    if given.get("goals"):
        given["goals"] = _goal_lines(given["goals"])
    if isinstance(given.get("may_print"), bool):
        given["may_print"] = "yes" if given["may_print"] else "no"
    # Refused here, before anything of it is kept: only these are parts of a page.
    return {**read_parts(SUMMARY_PARTS, given)}


def _goal_lines(given: object) -> list[str]:
    """Each an id, which stands for the title of that goal, or an object with `id` and `fields`."""
    lines = []
    for one in given if isinstance(given, list) else [None]:
        goal, fields = (one, ["title"]) if isinstance(one, str) else (None, None)
        if isinstance(one, dict) and set(one) == {"id", "fields"}:
            goal, fields = one["id"], one["fields"]
        is_one = isinstance(goal, str) and goal.strip() and isinstance(fields, list) and fields
        if not is_one or not all(isinstance(name, str) for name in fields or ()):
            raise BadInput(words.GOALS_ARE)
        lines.append(goal_line(str(goal).strip(), [str(name).replace("-", "_") for name in fields or ()]))
    return lines


def _asked(
    terminal: Terminal, journal: OpenJournal, page: FacilitatorSummary | None, begun: Begun
) -> dict[str, object]:
    """The three parts that are asked first; the rest for whoever wants more."""
    if page is not None:
        for line in (*_page_in_lines(journal, page), shell.BLANK_LEAVES):
            terminal.say_block(line)
    asked = ask_parts(terminal, "summary", ASKED_FIRST, begun.keep)
    if ask_line(terminal, words.MORE_PARTS).casefold() == words.MORE:
        named = [part for part in REST_OF_SUMMARY if part.name not in (*_CHOSEN_ONE_BY_ONE, _BY_THE_CALL)]
        chosen = {"goals": _ask_goals(terminal, journal), "look_back_lines": _ask_sentences(terminal, journal)}
        asked |= {name: value for name, value in chosen.items() if value}
        asked |= ask_parts(terminal, "summary", named, lambda given: begun.keep({**asked, **given}))
    if not asked:
        terminal.say(shell.NOTHING_CHANGED)
    return asked


def _ask_goals(terminal: Terminal, journal: OpenJournal) -> list[str]:
    """Goal by goal and part by part; none where nothing is typed."""
    goals, lines = journal.goals(), []
    if goals:
        terminal.say(words.WHICH_GOALS)
    names = {str(number): name for number, name in enumerate(SHAREABLE, 1)}
    for goal in goals:
        said = [f"{number} {PART_NAMES[name]}" for number, name in enumerate(SHAREABLE, 1)]
        terminal.say_block("\n".join([words.GOAL_PARTS_ASKED.format(title=goal.title), *said]))
        typed = ask_line(terminal, shell.SOME_OF_THESE).replace(",", " ").split()
        fields = [names[one] for one in typed if one in names]
        if fields:
            lines.append(goal_line(goal.id, fields))
    return lines


def _ask_sentences(terminal: Terminal, journal: OpenJournal) -> list[str]:
    """Each as it is, in other words, or not."""
    chosen = []
    for sentence in look_back_sentences(journal):
        typed = ask_line(terminal, words.ADD_SENTENCE.format(sentence=sentence))
        if typed:
            chosen.append(sentence if typed.casefold() == together.YES.casefold() else typed)
    return chosen


def _look_back(terminal: Terminal, journal: OpenJournal) -> int:
    sentences = look_back_sentences(journal)
    return terminal.answer({"lines": sentences}, [words.MAY_OFFER, *sentences] if sentences else [words.NO_SENTENCES])


def _preview(terminal: Terminal, journal: OpenJournal) -> int:
    """Who they are first, then exactly what they would see. That the first was shown is kept."""
    summaries, options = Summaries(journal), terminal.options
    offer = summaries.offer(options.partner, options.days)
    facilitator = summaries.facilitator(offer.partner)
    name = of_summary.called(facilitator)
    document = {
        "lines": offer_in_lines(offer),
        "bytes": offer.bytes_that_go.decode(),
        "role_card": card_document(facilitator),
        "expires_at": offer.expires,
    }
    lines = [*card_shown(facilitator), "", *of_summary.summary_offer_shown(offer, name)]
    terminal.answer(document, lines)
    terminal.save(lambda: summaries.note_shown(offer.partner, facilitator.role_card))
    return 0


def offer_in_lines(offer: SummaryOffer) -> list[str]:
    """What a facilitator would see, a line a part, its header above it."""
    may = [of_summary.MAY_PRINT] if offer.part.may_print else []
    return [of_summary.header(offer.name, offer.part), *of_summary.summary_in_lines(offer.part), *may]


def card_document(facilitator: Facilitator) -> dict[str, Any] | None:
    """What they say of themselves, by part."""
    card = facilitator.role_card
    return None if card is None else {"name": facilitator.name, **card.model_dump(mode="json")}


def card_shown(facilitator: Facilitator) -> list[str]:
    """The same for a person: the limits of confidentiality first."""
    card = facilitator.role_card
    if card is None:
        return []
    return [of_summary.WHO_THIS_IS.format(name=of_summary.called(facilitator)), *of_summary.card_in_lines(card)]


def _send(terminal: Terminal, journal: OpenJournal) -> int:
    options = terminal.options
    return ask_and_share_page(terminal, journal, Summaries(journal).offer(options.partner, options.days))


def ask_and_share_page(terminal: Terminal, journal: OpenJournal, offer: SummaryOffer) -> int:
    """Show all of it, take a yes, and share exactly that.

    A script that reads JSON has had it from `summary preview`; only a card that was never shown is shown there too.
    """
    summaries = Summaries(journal)
    facilitator = summaries.facilitator(offer.partner)
    shown = "\n".join(of_summary.summary_offer_shown(offer, of_summary.called(facilitator)))
    if not facilitator.is_card_shown:
        terminal.say_block("\n".join([*card_shown(facilitator), ""]))
    if not terminal.as_json or not facilitator.is_card_shown:
        terminal.say_block(shown)
    terminal.save(lambda: summaries.note_shown(offer.partner, facilitator.role_card))
    asks = terminal.options.dash is None and terminal.can_ask()
    answer = terminal.ask(together.TYPE_YES) if asks else read_standard_input()
    if answer.strip().casefold() not in ("yes", together.YES.casefold()):
        raise NotConfirmed(together.KEPT_PRIVATE)
    yes = Yes(shown, of_summary.STATEMENT_VERSION, together.LANGUAGE, said_with=answer.strip())
    consent = terminal.save(lambda: summaries.say_yes(offer, yes))
    lines = [together.SHARED.format(until=day_in_words(consent.expires))]
    return terminal.answer({"share": consent.id, "expires_at": consent.expires}, lines, changed=True)


def _show(terminal: Terminal, journal: OpenJournal) -> int:
    """The page of one member, in a facilitator's home; else one's own as it is here, and how it stands."""
    if journal.is_facilitators:
        return show_page(terminal, journal)
    if terminal.options.partner is None or terminal.options.member is not None:
        raise BadInput(words.WHICH_FACILITATOR)
    summaries = Summaries(journal)
    partner = summaries.facilitator(terminal.options.partner).partner
    page, live = summaries.written(partner), summaries.shared(partner)
    lines = [words.NOT_WRITTEN] if page is None else _page_in_lines(journal, page)
    stands = words.NOT_SHARED_YET
    if live is not None:
        stands = f"{together.SHARE_STATES[live.status.value]} · {day_in_words(live.expires)}"
    return terminal.answer(_page_document(journal, summaries, partner), [*lines, stands])


def _page_document(journal: OpenJournal, summaries: Summaries, partner: str) -> dict[str, Any]:
    page, live = summaries.written(partner), summaries.shared(partner)
    values: dict[str, Any] = {} if page is None else values_of(page, SUMMARY_PARTS)
    if page is not None:
        chosen = [goal_of_line(line) for line in page.goals]
        values["goals"] = [{"id": goal, "fields": list(fields)} for goal, fields in chosen]
        values["may_print"] = page.may_print == "yes"
    return {
        "partner": partner,
        "summary": values or None,
        "share": None if live is None else live.id,
        "status": None if live is None else live.status.value,
        "expires_at": None if live is None else live.expires,
        "waits": live is not None and page_waits(journal, live),
    }


def _page_in_lines(journal: OpenJournal, page: FacilitatorSummary) -> list[str]:
    """Every part that has words, as they are here now."""
    unsaid = ("goals", *(["may_print"] if page.may_print == "no" else []))
    parts = [part for part in SUMMARY_PARTS if part.name not in unsaid]
    goals = []
    for line in page.goals:
        goal_id, fields = goal_of_line(line)
        titles = [goal.title for goal in journal.goals() if goal.id == goal_id]
        goals += [f"{title}: {', '.join(PART_NAMES.get(name, name) for name in fields)}" for title in titles]
    head = [of_parts.label("summary", "goals") + "\n" + "\n".join(goals)] if goals else []
    return [*parts_in_lines("summary", page, parts), *head]


_DEEDS = {
    "write": _write,
    "look-back": _look_back,
    "preview": _preview,
    "send": _send,
    "show": _show,
    "reply": reply,
    "print": print_page,
}
