"""The word list of the domain brief, section 8: level H may not be said, level R is for a person to look at."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.wording.shown_words import Shown

HARD = (
    "patient", "sufferer", "service user", "client",
    "mentally ill", "schizophrenic", "depressive", "addict", "a bipolar",
    "suffers from", "victim of", "battling",
    "streak", "overdue", "missed", "you failed", "back on track", "keep it up",
    "score", "grade", "target", "performance",
    "symptom", "relapse", "severity", "triggered", "non-compliant", "compliance", "adherence", "disengaged",
    "abnormal", "cured", "fixed", "attention-seeking", "manipulative",
    "commit suicide", "failed attempt", "successful attempt",
    "causes", "because of", "leads to", "proves",
    "improved", "declined", "worse", "better",
    "helper", "mentee", "expert",
    "simply", "obviously",
)  # fmt: skip

REVIEW = (
    "just", "easy", "only", "normal", "good day", "bad day", "late", "behind", "risk", "crisis", "recovered",
    "stage", "level",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exempt:
    """Strings that may hold words of the list, and why."""

    file: str
    """A file, or the beginning of the path of several."""
    name: str
    """The constant or field, or its beginning before a `*`."""
    reason: str
    words: tuple[str, ...] = (*HARD, *REVIEW)

    def covers(self, shown: Shown) -> bool:
        """Whether the string is one of those meant."""
        if not shown.file.startswith(self.file):
            return False
        return shown.name.startswith(self.name[:-1]) if self.name.endswith("*") else shown.name == self.name


EXEMPTIONS = (
    Exempt("tui/wording/about.py", "INTENDED_PURPOSE", "the intended purpose says word for word what cairn is not"),
    Exempt("tui/wording/demo_life", "*", "a made-up person's own words, which are never corrected"),
    Exempt("journal/data/crisis_resources.json", "name of *", "services are called what they call themselves"),
    Exempt(
        "journal/data/prompts.json",
        "text of h4",
        "the brief's own question about a wish; it bars this word where cairn speaks of what was noted",
        words=("better",),
    ),
    Exempt("journal/vault/word_list.py", "NEVER_DRAWN", "it names them so that nobody is shown one of them"),
    Exempt(
        "sync/relay/postgres_slots.py", "_SETTINGS", "what PostgreSQL calls a setting of its own", words=("client",)
    ),
    Exempt(
        "tui/wording/look_back.py",
        "_MAY_GO_TOGETHER",
        "the caveat that the brief gives word for word says that one does not",
        words=("leads to",),
    ),
)
"""From the domain brief, section 8. Whoever adds one says why."""


def pattern_of(words: str) -> re.Pattern[str]:
    """The words as whole words, in any case, also as a plural, and joined by hyphens, lines or underscores."""
    between = r"[\s_-]+"
    joined = between.join(re.escape(word) for word in re.split(r"[ -]", words))
    return re.compile(rf"(?<![^\W_]){joined}s?(?![^\W_])", re.IGNORECASE)


def findings(strings: Iterable[Shown], words: Iterable[str]) -> Iterator[tuple[str, Shown]]:
    """Each word of the list that a string holds, with the string, but for what is exempt."""
    patterns = {word: pattern_of(word) for word in words}
    for shown in strings:
        for word, pattern in patterns.items():
            if pattern.search(shown.text) and not is_exempt(shown, word):
                yield word, shown


def is_exempt(shown: Shown, word: str) -> bool:
    """Whether somebody decided that this string may hold this word."""
    return any(word in exempt.words and exempt.covers(shown) for exempt in EXEMPTIONS)
