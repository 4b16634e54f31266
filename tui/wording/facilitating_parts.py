"""The words for the parts of a page for a facilitator, of a role card, a group and a note to it."""

from collections.abc import Mapping

from tui.language import _
from tui.wording.shelf_parts import HOPE_AND_BRING

LABELS: Mapping[str, Mapping[str, str]] = {
    "summary": {
        "what_matters_to_me_now": _("What matters to me now"),
        "support_i_would_like": _("Support I would like"),
        "questions_for_you": _("A question for you"),
        "goals": _("Goals"),
        "what_is_going_well": _("What is going well"),
        "what_helps_me": _("What helps me"),
        "what_i_bring": _("What I bring"),
        "please_know": _("Please know"),
        "look_back_lines": _("From my look back"),
        "period": _("The time this is about"),
        "valid_until": _("Until which day?"),
        "may_print": _("May they print it?"),
        "partner": _("Who is it for?"),
    },
    "role_card": {
        "name": _("What do people call you?"),
        "limits_of_confidentiality": _("When would you have to tell others, and whom?"),
        "reads_on": _("On which days do you read pages?"),
        "i_do": _("What I do"),
        "i_do_not": _("What I do not do"),
        "who_supports_me": _("Who supports me"),
        "lived_experience_statement": _("My own experience, as far as I like to say"),
    },
    "peer_group": {
        "name": _("What is the group called?"),
        "via": _("Where do you and the members meet?"),
        "why_we_meet": HOPE_AND_BRING,
        "when": _("How often, how long, which way?"),
        "privacy": _("What stays between us? What about our pages in cairn?"),
        "hard_times_and_stopping": _("If one of us has a very hard time, what helps? How does somebody leave?"),
        "closes_on": _("The last day"),
        "closing_words": _("A few words about it"),
        "handed_to": _("Who holds it next?"),
    },
    "group_note": {"text": _("A note to the group"), "group": _("Which group?")},
}

HINTS: Mapping[str, Mapping[str, str]] = {
    "summary": {
        "please_know": _("what not to bring up, say"),
        "period": _("the last four weeks, say"),
        "look_back_lines": _("one a line"),
        "valid_until": _("a day, such as 2026-03-01"),
    },
    "role_card": {
        "name": _("a first name is enough"),
        "reads_on": _("Monday evenings, say"),
        "who_supports_me": _("who you talk with about holding the group"),
        "lived_experience_statement": _("leave it blank if you like"),
    },
    "peer_group": {"name": _("the name that those you invite will see"), "closes_on": _("a day, such as 2026-03-01")},
}

WORDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("summary", "may_print"): {"no": _("no"), "yes": _("yes")},
}

I_DO = _(
    "I hold the space. I keep to what the group agreed. I share my own experience when it helps. I read only what you "
    "chose to share. If I am worried I tell you, and what our rule is. I get support myself."
)
"""What stands in a new role card, to be changed. Source: domain brief, section 12b."""
I_DO_NOT = _(
    "I do not diagnose or treat. I give no medical advice. I do not check if you use cairn. I do not read your journal "
    "or mark you by numbers. I keep no secret notes here. I do not reply at all hours."
)

ROLE_CARD_SAYS = {
    "limits_of_confidentiality": _("When I or my organisation would tell others"),
    "i_do": _("I do"),
    "i_do_not": _("I do not"),
    "who_supports_me": _("Who supports me"),
    "reads_on": _("I read pages on"),
    "lived_experience_statement": _("My own experience"),
}
"""What stands above each part of a role card where members read it."""
