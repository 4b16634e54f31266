"""The words of every part: what stands above it, what its empty line says, and its allowed values.

The screens, the plain lines and the commands take them from here. `kind` and `name` are those of the journal:
`goal`, `session`, or a shelf's kind, and the part's name. What is unknown raises `KeyError`: every part has words.
"""

from collections.abc import Mapping

from journal.data import prompts
from journal.domain.peer_session import PROMPTS_BEFORE
from journal.domain.prompts import prompt_named
from tui.wording import goals
from tui.wording.shelf_parts import A_DAY, PLAN_TITLES, SECTION_TITLES
from tui.wording.shelf_parts import HINTS as SHELF_HINTS
from tui.wording.shelf_parts import LABELS as SHELF_LABELS
from tui.wording.shelf_parts import WORDS as SHELF_WORDS

ONE_A_LINE = "one a line"

PROMPTS_ASKED = {**PROMPTS_BEFORE, "settle": "a7"}
"""Parts of a session that are asked by a prompt, and which. Source: domain brief, section 7."""

FELT = {
    "yes": "yes",
    "mostly": "mostly",
    "not_really": "not really",
    "not_sure": "not sure",
    "prefer_not_to_say": "I would rather not say",
}

THEMES = {
    "connectedness": "connection",
    "hope": "hope",
    "identity": "who I am",
    "meaning": "meaning",
    "empowerment": "my own say",
    "difficulties": "hard parts",
}

LABELS: Mapping[str, Mapping[str, str]] = {
    "goal": {
        "title": goals.TOWARDS,
        "status": goals.STATUS,
        "why_it_matters": "What makes it matter",
        "ways": "Ways I can see",
        "barriers": "What might get in the way",
        "strengths_used": "Strengths I can use",
        "people_who_help": "People who can help",
        "how_id_like_support": "How I would like support",
        "themes": "What it is about",
        "revisit_on": "Look at this again on",
    },
    "step": {"text": goals.SMALL_STEP, "status": "Where this step stands"},
    "session": {
        "gave": "What did you give?",
        "received": "What did you receive?",
        "stayed": "A moment of hope, or something that stayed?",
        "next": "What next, for you?",
        "felt_right": "Did it feel right?",
        "group_name": "Which group?",
        "format": "What kind of meeting?",
        "mode": "How do you meet?",
        "setting": "How did it come about?",
        "role_today": "What was your part in it?",
        "taking_part": "How did you take part?",
        "support_kinds": "What kind of support was it?",
        "felt_heard": "Did you feel heard?",
        "learned_about_me": "What did you learn about yourself?",
        "learned_about_others": "What did you learn about other people?",
    },
    **SHELF_LABELS,
}

HINTS: Mapping[str, Mapping[str, str]] = {
    "goal": {
        "title": "in your own words",
        "ways": ONE_A_LINE,
        "strengths_used": ONE_A_LINE,
        "people_who_help": ONE_A_LINE,
        "revisit_on": A_DAY,
    },
    "session": {"group_name": "the name you use for it", "next": "a next step of your own, if there is one"},
    **SHELF_HINTS,
}

WORDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("goal", "status"): {
        "idea": "an idea",
        "moving_towards": "moving towards it",
        "resting": "resting",
        "reached": "reached",
        "changed_direction": "changed direction",
        "let_go": "let go",
    },
    ("goal", "themes"): THEMES,
    ("step", "status"): {"to_try": "to try", "doing": "doing it", "done": "done", "set_aside": "set aside"},
    ("session", "format"): {"one_to_one": "one to one", "group": "a group", "informal": "informal"},
    ("session", "mode"): {
        "face_to_face": "face to face",
        "phone": "by phone",
        "online": "online",
        "text": "by text",
        "other": "another way",
    },
    ("session", "felt_right"): FELT,
    ("session", "felt_heard"): FELT,
    ("session", "setting"): {"formal": "it was arranged", "informal": "we met by ourselves"},
    ("session", "role_today"): {
        "giving": "giving support",
        "receiving": "receiving support",
        "both": "both",
        "being_there": "being there",
    },
    ("session", "taking_part"): {
        "being_there": "being there",
        "listening": "listening",
        "sharing": "sharing",
        "helping_run": "helping to run it",
    },
    ("session", "support_kinds"): {"social": "social", "emotional": "emotional", "practical": "practical"},
    **SHELF_WORDS,
}


def label(kind: str, name: str) -> str:
    """What stands above a part and is asked in plain lines."""
    if kind == "session" and name in PROMPTS_ASKED:
        return prompt_named(prompts(), PROMPTS_ASKED[name]).text
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
