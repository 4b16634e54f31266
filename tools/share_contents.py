"""What stands on the pages of the vectors, and what may not: bytes that follow `docs/share-format.md` alone."""

import json
import unicodedata

ID = "5e" * 16
STEP = {"id": "57" * 16, "status": "doing", "text": "ask at the library"}
GOAL = {
    "how_id_like_support": "ask how it went",
    "id": ID,
    "next_step": STEP,
    "status": "moving_towards",
    "title": "read in the evenings",
    "until": "2026-06-12",
    "why_it_matters": "to sleep",
}

Told = dict[str, object]

GROUP = "Thursday evenings at the library"
SUMMARY_GOAL: Told = {
    "next_step": {"status": "doing", "text": "ask at the library"},
    "title": "read in the evenings",
}
SUMMARY: Told = {
    "goals": [SUMMARY_GOAL],
    "group": GROUP,
    "id": "50" * 16,
    "look_back_lines": ["In the last 28 days my hope was mostly between 5 and 6."],
    "may_print": True,
    "period": "since the summer",
    "please_know": "not about work, please",
    "questions_for_you": "Is there room on Thursday?",
    "support_i_would_like": "company on the way home",
    "until": "2026-04-13",
    "what_helps_me": "tea, and quiet",
    "what_i_bring": "I listen well",
    "what_is_going_well": "I sleep",
    "what_matters_to_me_now": "reading again",
    "written_on": "2026-03-14",
}
ROLE_CARD: Told = {
    "i_do": "hold the space",
    "i_do_not": "give medical advice",
    "limits_of_confidentiality": "If somebody is in danger I tell our manager, and you first.",
    "lived_experience_statement": "I have been there too.",
    "reads_on": "Mondays",
    "who_supports_me": "a colleague, every second week",
}
CLOSING: Told = {"handed_to": "Zoë", "on": "2026-03-28", "words": "I am moving away."}


def canonical(value: object) -> bytes:
    """JSON in the one way."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def of_length(length: int) -> bytes:
    """Content of so many bytes, about 13,000, in which nothing else is out of the ordinary."""
    goals = [{"id": f"{number:032x}", "title": "x" * 1_100, "until": "2026-06-12"} for number in range(10)]
    room = length - len(canonical({"goals": goals, "line": ""}))
    return canonical({"goals": goals, "line": "x" * room})


def refused_contents() -> dict[str, bytes]:
    """Content that is refused whole, whatever else stands in it."""
    good = canonical({"confirmed": True, "goals": [GOAL]})
    many = [{"id": f"{number:032x}", "until": "2026-06-12"} for number in range(21)]
    long, note = "x" * 2_001, {"no": 1, "text": "a"}
    return {
        "no object": b"[]",
        "nothing": b"",
        "bytes behind it": good + b"\n",
        "half of it": good[:-5],
        "spaces": b'{"confirmed": true}',
        "keys in another order": b'{"name":"Sam","confirmed":true}',
        "a key twice": b'{"confirmed":true,"confirmed":true}',
        "an absent part written as null": b'{"name":null}',
        "an empty list, written": b'{"goals":[]}',
        "a sign escaped that need not be": b'{"line":"\\u00e4"}',
        "accents apart": canonical({"line": unicodedata.normalize("NFD", "ä")}),
        "half of a surrogate pair": b'{"line":"\\ud83d"}',
        "bytes that are no UTF-8": b'{"line":"\xff"}',
        "6,000 brackets": b'{"goals":' + b"[" * 6_000 + b"]" * 6_000 + b"}",
        "an unknown key": canonical({"mood": 3}),
        "an unknown key of a goal": canonical({"goals": [{**GOAL, "craving": 3}]}),
        "an unknown status": canonical({"goals": [{**GOAL, "status": "failed"}]}),
        "an id in capitals": canonical({"goals": [{**GOAL, "id": "A" * 32}]}),
        "a day that no calendar has": canonical({"goals": [{**GOAL, "until": "2026-02-30"}]}),
        "1 for true": canonical({"confirmed": 1}),
        "true for 1": canonical({"notes": [{**note, "no": True}]}),
        "a fraction": canonical({"notes": [{**note, "no": 1.5}]}),
        "NaN": b'{"notes":[{"no":NaN,"text":"a"}]}',
        "note 0": canonical({"notes": [{**note, "no": 0}]}),
        "note 2^53": canonical({"notes": [{**note, "no": 2**53}]}),
        "a number of 5,000 digits": b'{"notes":[{"no":' + b"9" * 5_000 + b',"text":"a"}]}',
        "notes in another order": canonical({"notes": [{**note, "no": 2}, note]}),
        "one goal twice": canonical({"goals": [GOAL, GOAL]}),
        "21 goals": canonical({"goals": many}),
        "21 notes": canonical({"notes": [{**note, "no": number} for number in range(1, 22)]}),
        "2,001 characters": canonical({"goals": [{**GOAL, "title": long}]}),
        "a name of 81": canonical({"name": "n" * 81}),
        "13,001 bytes": of_length(13_001),
        **{about: canonical(content) for about, content in _refused_of_groups().items()},
    }


def refused_by_writer() -> list[tuple[str, str, str | None, bytes]]:
    """Content that is good, and not this one's to write: what about it, who wrote it, the group, and the content."""
    summary: Told = {"summary": SUMMARY, "until": SUMMARY["until"]}
    card: Told = {"role_card": ROLE_CARD}
    told: list[tuple[str, str, str | None, Told]] = [
        ("a summary of a partner", "partner", None, summary),
        ("a role card of a partner", "partner", None, card),
        ("a closing of a partner", "partner", None, {"closing": CLOSING}),
        ("a goal of a member", "member", GROUP, {"goals": [GOAL]}),
        ("a note of a member", "member", GROUP, {"notes": [{"no": 1, "text": "a"}]}),
        ("a line of a member", "member", GROUP, {"line": "at the café"}),
        ("an agreement of a member", "member", GROUP, {"agreement": {"mine": {"when": "Tuesdays"}}}),
        ("a role card of a member", "member", GROUP, card),
        ("a closing of a member", "member", GROUP, {"closing": CLOSING}),
        ("a summary for another group", "member", "Tuesday group", summary),
        ("a summary without the group", "member", GROUP, {"summary": {**SUMMARY, "group": ...}}),
        ("a summary with a group where there is none", "member", None, summary),
        ("a summary of a facilitator", "facilitator", GROUP, summary),
        ("a goal of a facilitator", "facilitator", GROUP, {"goals": [GOAL]}),
        ("a line of a facilitator", "facilitator", GROUP, {"line": "at the café"}),
        ("a day of a facilitator", "facilitator", GROUP, {"until": "2026-04-13"}),
        ("a yes of a facilitator", "facilitator", GROUP, {"agreement": {"yes_to": "a" * 64}}),
    ]
    return [(about, writer, group, canonical(_there(content))) for about, writer, group, content in told]


def _there(value: object) -> object:
    """Without what is marked as absent."""
    if isinstance(value, dict):
        return {key: _there(inside) for key, inside in value.items() if inside is not ...}
    return value


def _refused_of_groups() -> Told:
    """What may not stand in a summary, a role card and a closing."""

    def summary(**changed: object) -> object:
        return _there({"summary": {**SUMMARY, **changed}})

    def card(**changed: object) -> object:
        return _there({"role_card": {**ROLE_CARD, **changed}})

    goal, long = SUMMARY_GOAL, "x" * 2_001
    return {
        "an unknown part of a summary": summary(mood=3),
        "a check-in in a summary": summary(check_ins=[{"mood": 3}]),
        "a summary without its id": summary(id=...),
        "a summary without the day it was written": summary(written_on=...),
        "a summary without an end": summary(until=...),
        "a summary of 91 days": summary(until="2026-06-13"),
        "a summary that ends before it begins": summary(until="2026-03-13"),
        "a day of a summary that no calendar has": summary(until="2026-02-30"),
        "a summary with a text of 2,001 characters": summary(please_know=long),
        "a summary with a blank text": summary(please_know=""),
        "a summary with a group of 81": summary(group="g" * 81),
        "21 goals of a summary": summary(goals=[goal] * 21),
        "a goal of a summary with an id": summary(goals=[{**goal, "id": ID}]),
        "a part of a goal that cannot be shared": summary(goals=[{**goal, "barriers": "the cold"}]),
        "21 lines of a summary": summary(look_back_lines=["a"] * 21),
        "a blank line of a summary": summary(look_back_lines=[""]),
        "yes for true": summary(may_print="yes"),
        "a role card without limits": card(limits_of_confidentiality=...),
        "a role card with blank limits": card(limits_of_confidentiality=""),
        "an unknown part of a role card": card(members=["Sam"]),
        "a role card with a text of 2,001 characters": card(i_do=long),
        "a closing without its day": {"closing": {"words": "a"}},
        "a closing with an unknown part": {"closing": {**CLOSING, "reason": "a"}},
        "handed to a name of 81": {"closing": {**CLOSING, "handed_to": "n" * 81}},
        "handed to nobody": {"closing": {**CLOSING, "handed_to": ""}},
    }
