"""The words of every part: what stands above it, what its empty line says, and its allowed values.

The screens, the plain lines and the commands take them from here. `kind` and `name` are those of the journal:
`goal`, `session`, or a shelf's kind, and the part's name. What is unknown raises `KeyError`: every part has words.
"""

from collections.abc import Mapping

from journal.domain.peer_session import PROMPTS_BEFORE
from tui.language import _
from tui.wording import facilitating_parts, goals
from tui.wording.shelf_parts import A_DAY, PLAN_TITLES, SECTION_TITLES
from tui.wording.shelf_parts import HINTS as SHELF_HINTS
from tui.wording.shelf_parts import LABELS as SHELF_LABELS
from tui.wording.shelf_parts import WORDS as SHELF_WORDS
from tui.wording.shipped import question_named

ONE_A_LINE = _("one a line")

PROMPTS_ASKED = {**PROMPTS_BEFORE, "settle": "a7"}
"""Parts of a session that are asked by a prompt, and which. Source: domain brief, section 7."""

FELT = {
    "yes": _("yes"),
    "mostly": _("mostly"),
    "not_really": _("not really"),
    "not_sure": _("not sure"),
    "prefer_not_to_say": _("I would rather not say"),
}

THEMES = {
    "connectedness": _("connection"),
    "hope": _("hope"),
    "identity": _("who I am"),
    "meaning": _("meaning"),
    "empowerment": _("my own say"),
    "difficulties": _("hard parts"),
}

LABELS: Mapping[str, Mapping[str, str]] = {
    "goal": {
        "title": goals.TOWARDS,
        "status": goals.STATUS,
        "why_it_matters": _("What makes it matter"),
        "ways": _("Ways I can see"),
        "barriers": _("What might get in the way"),
        "strengths_used": _("Strengths I can use"),
        "people_who_help": _("People who can help"),
        "how_id_like_support": _("How I would like support"),
        "themes": _("What it is about"),
        "revisit_on": _("Look at this again on"),
    },
    "step": {"text": goals.SMALL_STEP, "status": _("Where this step stands")},
    "session": {
        "gave": _("What did you give?"),
        "received": _("What did you receive?"),
        "stayed": _("A moment of hope, or something that stayed?"),
        "next": _("What next, for you?"),
        "felt_right": _("Did it feel right?"),
        "group_name": _("Which group?"),
        "format": _("What kind of meeting?"),
        "mode": _("How do you meet?"),
        "setting": _("How did it come about?"),
        "role_today": _("What was your part in it?"),
        "taking_part": _("How did you take part?"),
        "support_kinds": _("What kind of support was it?"),
        "felt_heard": _("Did you feel heard?"),
        "learned_about_me": _("What did you learn about yourself?"),
        "learned_about_others": _("What did you learn about other people?"),
    },
    **SHELF_LABELS,
    **facilitating_parts.LABELS,
}

HINTS: Mapping[str, Mapping[str, str]] = {
    "goal": {
        "title": _("in your own words"),
        "ways": ONE_A_LINE,
        "strengths_used": ONE_A_LINE,
        "people_who_help": ONE_A_LINE,
        "revisit_on": A_DAY,
    },
    "session": {"group_name": _("the name you use for it"), "next": _("a next step of your own, if there is one")},
    **SHELF_HINTS,
    **facilitating_parts.HINTS,
}

WORDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("goal", "status"): {
        "idea": _("an idea"),
        "moving_towards": _("moving towards it"),
        "resting": _("resting"),
        "reached": _("reached"),
        "changed_direction": _("changed direction"),
        "let_go": _("let go"),
    },
    ("goal", "themes"): THEMES,
    ("step", "status"): {"to_try": _("to try"), "doing": _("doing it"), "done": _("done"), "set_aside": _("set aside")},
    ("session", "format"): {"one_to_one": _("one to one"), "group": _("a group"), "informal": _("informal")},
    ("session", "mode"): {
        "face_to_face": _("face to face"),
        "phone": _("by phone"),
        "online": _("online"),
        "text": _("by text"),
        "other": _("another way"),
    },
    ("session", "felt_right"): FELT,
    ("session", "felt_heard"): FELT,
    ("session", "setting"): {"formal": _("it was arranged"), "informal": _("we met by ourselves")},
    ("session", "role_today"): {
        "giving": _("giving support"),
        "receiving": _("receiving support"),
        "both": _("both"),
        "being_there": _("being there"),
    },
    ("session", "taking_part"): {
        "being_there": _("being there"),
        "listening": _("listening"),
        "sharing": _("sharing"),
        "helping_run": _("helping to run it"),
    },
    ("session", "support_kinds"): {"social": _("social"), "emotional": _("emotional"), "practical": _("practical")},
    **SHELF_WORDS,
    **facilitating_parts.WORDS,
}


def label(kind: str, name: str) -> str:
    """What stands above a part and is asked in plain lines."""
    if kind == "session" and name in PROMPTS_ASKED:
        return question_named(PROMPTS_ASKED[name])
    return LABELS[kind][name]


def hint(kind: str, name: str) -> str:
    """What an empty line says, or nothing."""
    return HINTS.get(kind, {}).get(name, "")


def word(kind: str, name: str, value: str) -> str:
    """One allowed value in words; also a goal's and a step's `status`, and a tool's mark, `helped`."""
    return WORDS[kind, name][value]


def plan_title(plan: str) -> str:
    """The name of a plan."""
    return PLAN_TITLES[plan]


def section_title(section: str) -> str:
    """What stands above one section of a plan."""
    return SECTION_TITLES[section]
