"""A page for a facilitator, a role card and a closing, a line a part: the same on the screen, in plain lines, in a shell.

Source: domain brief, sections 11 and 12.
"""

from typing import TYPE_CHECKING

from tui.language import _
from tui.wording import together
from tui.wording.dates import day_in_words
from tui.wording.facilitating_parts import LABELS, ROLE_CARD_SAYS
from tui.wording.indenting import indented
from tui.wording.parts import word

if TYPE_CHECKING:
    from sync.consent.summaries import Facilitator, SummaryOffer
    from sync.protocol.summary import Closing, SentRoleCard, Summary, SummaryGoal

STATEMENT_VERSION = 1
SOMEBODY = _("Somebody")
"""Whoever shares a page and sent no name with it."""
FACILITATOR = _("Facilitator")
"""What a facilitator is called before their name has come."""
PURPOSE = _("agreeing on support")
HEADER = _("Written and chosen by {name} on {day}. Shared for: {purpose}. Please delete after {until}.")
NOT_A_RECORD = _("Not a clinical record.")
MAY_PRINT = _("It may be printed.")
NOT_URGENT = _("This is not a place for urgent messages.")
WHO_THIS_IS = _("{name} says of themselves:")
AS_NAME = _("Your name goes with it: {name}")
WITHOUT_NAME = _("It goes without a name.")
I_CHOOSE = _(
    "I choose to share this page, about my health and wellbeing, with {name}, who holds my group, so that we can agree "
    "on support, until {until}. I can stop any time and need no reason. {name} may remember or copy it."
)
CLOSES = _("This group closes after {day}.")
HANDED = _("{name} holds this group from the day after {day}. Nothing you shared here goes to them.")
_TEXTS = (
    "what_matters_to_me_now", "support_i_would_like", "questions_for_you", "what_is_going_well", "what_helps_me",
    "what_i_bring", "please_know", "period",
)  # fmt: skip
_IN_ORDER = (*_TEXTS[:3], "goals", *_TEXTS[3:7], "look_back_lines", "period")
FIRST_LINE = _("My page for {name}")


def goal_in_words(goal: "SummaryGoal") -> list[str]:
    """One goal of a page, a line a part."""
    lines = [text for text in (goal.title, goal.why_it_matters) if text]
    if goal.status:
        lines.append(together.STATUS_NOW.format(text=word("goal", "status", goal.status)))
    if goal.next_step is not None:
        lines.append(together.NEXT.format(text=goal.next_step.text))
    if goal.how_id_like_support:
        lines.append(together.HOW_ID_LIKE_SUPPORT.format(text=goal.how_id_like_support))
    return lines


def summary_in_lines(summary: "Summary") -> list[str]:
    """Every part of a page that has words, its label above it."""
    said = {
        **{name: getattr(summary, name) for name in _TEXTS},
        "goals": "\n".join("\n".join(goal_in_words(goal)) for goal in summary.goals),
        "look_back_lines": "\n".join(summary.look_back_lines),
    }
    return [f"{LABELS['summary'][name]}\n{said[name]}" for name in _IN_ORDER if said[name]]


def header(name: str | None, summary: "Summary") -> str:
    """What stands above every copy of a page."""
    said = HEADER.format(
        name=name or SOMEBODY,
        day=day_in_words(summary.written_on),
        purpose=PURPOSE,
        until=day_in_words(summary.until),
    )
    return f"{said} {NOT_A_RECORD}"


def card_in_lines(card: "SentRoleCard") -> list[str]:
    """A role card, each label above its words; the limits of confidentiality first."""
    said = [f"{ROLE_CARD_SAYS[name]}\n{text}" for name in ROLE_CARD_SAYS if (text := getattr(card, name))]
    return [*said, NOT_URGENT]


def closing_in_words(closing: "Closing") -> list[str]:
    """That a group closes, or who holds it next."""
    day = day_in_words(closing.on)
    first = CLOSES.format(day=day) if not closing.handed_to else HANDED.format(name=closing.handed_to, day=day)
    return [first, *([closing.words] if closing.words else [])]


def called(facilitator: "Facilitator") -> str:
    """What a facilitator is called."""
    return facilitator.name or FACILITATOR


def statement(name: str, expires: str) -> str:
    """What somebody says yes to. `expires`: the last day, local."""
    return I_CHOOSE.format(name=name, until=day_in_words(expires))


def summary_offer_shown(offer: "SummaryOffer", name: str) -> list[str]:
    """Everything that is shown before a yes: what would be seen, and what is said yes to. `name`: the facilitator's."""
    goes_as = WITHOUT_NAME if not offer.name else AS_NAME.format(name=offer.name)
    may = [MAY_PRINT] if offer.part.may_print else []
    lines = indented([header(offer.name, offer.part), *summary_in_lines(offer.part), *may])
    return [together.WILL_SEE.format(name=name), *lines, goes_as, statement(name, offer.expires)]
