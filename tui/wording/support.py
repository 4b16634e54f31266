"""Support now. First the number for danger, then people who listen; honest about what nobody has re-checked."""

from collections.abc import Sequence
from datetime import datetime

from journal.domain.support import TO_TALK, CrisisResource, Line, OwnLine, SupportPage
from journal.domain.support_hours import opens_next
from tui.language import _
from tui.wording.dates import day_in_words
from tui.wording.shipped import ANYONE, is_free, name_of, note_of, says_how, with_its_digits

TITLE = _("Support now")
LISTENING = _("These people are there to listen. You do not need to be sure it is serious enough.")
NOBODY_WATCHES = _("cairn cannot call anyone and nobody is watching this screen.")
UNCHECKED = _("Not every number has been re-checked. If one does not work, try the next, or findahelpline.com")
NO_COUNTRY = _(
    "If your life or someone else's is in danger, call your local emergency number. It is 112 in much of the world."
)
CHOOSE_COUNTRY_HERE = _("For lines near you, c chooses your country.")
CHOOSE_COUNTRY = _("For lines near you: cairn support --country GB, with your country's two letters.")
MINE = _("My own people and plan")
ASKS_FOR_PASSPHRASE = _("{mine} (asks for passphrase)").format(mine=MINE)
MINE_IN_SHELL = _("{mine}: cairn support mine asks for your passphrase, and shows lines of your own too.").format(
    mine=MINE
)
OWN_AFTER_UNLOCK = _("Lines you added, and the order you gave them, are in your journal. They come once it is open.")
WORRIED = _("I am worried about someone else")
WORRIED_LINES = (
    _("Ask them how they are, and listen. You do not have to fix anything."),
    _("You can call these lines about someone else too."),
    _("If someone is in danger now, call the emergency number at the top."),
    _("It can be heavy for you as well. You can call for yourself."),
)
_NO_CRISIS = "not a crisis line"
"""As notes of the data say it."""
NOT_A_CRISIS_LINE = _("not a crisis line")
ANY_TIME = _("any time")
FREE = _("free")
ADVICE = _("Advice, money worries, peer groups")
NO_ADVICE = _("There are none for your country here yet. findahelpline.com may know some.")
EVERY_LINE = _("Every line")
OTHER_WAYS_IN_DANGER = _("In danger, other ways")
NOT_RECHECKED = _("Nobody has re-checked it.")
SEEN = {
    "A": _("It was seen in an official or recent source."),
    "A-": _("It was seen in an older source, or in part."),
    "B": _("It was seen in one public list of November 2024."),
    "C": _("It is from general knowledge, and was seen in no source yet."),
    "SEED": _("It was named in a text about peer support."),
}
YOUR_OWN = _("your own line")
BROUGHT_DAMAGED = _(
    "The file of lines you brought in cannot be read any more. These are the lines that came with cairn."
)


def danger(page: SupportPage) -> str:
    """The first line of all."""
    if page.danger_number is None:
        return NO_COUNTRY
    also = _(" You can also go to A&E.") if page.country == "GB" else ""
    return _("If your life or someone else's is in danger, call {danger_number} now.{also}").format(
        danger_number=with_its_digits(page.danger_number), also=also
    )


def line_in_words(line: Line) -> str:
    """A line in short, such as `Samaritans: call 116 123, free, any time`."""
    if isinstance(line, OwnLine):
        return f"{line.name}: {', '.join(part for part in (line.reach, line.hours) if part)}"
    audience = _("for {audience}").format(audience=_whom(line)) if line.audience != ANYONE else ""
    said = ", ".join(part for part in (_how(line), _cost(line), _hours(line), audience) if part)
    return f"{_name(line)}: {said}"


def resource_in_words(line: Line, now: datetime | None = None) -> str:
    """A line with its note, when it opens where it is closed now, and whether it is for a crisis."""
    if isinstance(line, OwnLine):
        return line_in_words(line)
    not_for_crisis = f" ({NOT_A_CRISIS_LINE})" if _says_not_for_crisis(line) else ""
    sentences = [line_in_words(line) + not_for_crisis, _rest_of_note(line), opens(line, now)]
    told = [sentence.rstrip(". ") for sentence in sentences if sentence]
    return f"{'. '.join(told)}." if len(told) > 1 else told[0]


def opens(line: Line, now: datetime | None) -> str:
    """When a line opens that is closed now; nothing where it is open, or its hours cannot be read for sure."""
    if now is None or isinstance(line, OwnLine) or line.open_24_7:
        return ""
    there = opens_next(line.hours, line.country, now)
    if there is None:
        return ""
    days = (there.date() - now.astimezone(there.tzinfo).date()).days
    when = {0: _("today"), 1: _("tomorrow")}.get(days) or _("on {day}").format(day=_WEEKDAYS[there.weekday()])
    elsewhere = "" if there.utcoffset() == there.astimezone(now.tzinfo).utcoffset() else _(", by the clock there")
    return _("Closed now. By these hours it opens {when} at {clock}{elsewhere}.").format(
        when=when, clock=_clock(there), elsewhere=elsewhere
    )


_WEEKDAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))


def checked(line: Line) -> str:
    """Whether a person has checked it and when; if nobody has, where it was seen."""
    if isinstance(line, OwnLine):
        return ""
    if line.verified_on is not None:
        return _("A person checked it on {day_in_words}.").format(day_in_words=day_in_words(line.verified_on))
    return " ".join(part for part in (NOT_RECHECKED, SEEN.get(line.verification.split(" ")[0], "")) if part)


def line_whole(line: Line, now: datetime | None) -> list[str]:
    """Everything about one line, a row each."""
    if isinstance(line, OwnLine):
        return [line.name, line.reach, *([line.hours] if line.hours else []), f"({YOUR_OWN})"]
    hours = _hours(line)
    how = _how(line)
    rows = (
        _capital(how) if line.channel in ("call", "text", "call_or_text") else how,
        _capital(", ".join(part for part in (_cost(line), hours) if part)),
        opens(line, now),
        _("For {audience}").format(audience=_whom(line)) if line.audience != ANYONE else "",
        _("Languages: {languages}").format(languages=with_its_digits(line.languages)) if line.languages else "",
        _rest_of_note(line),
        line.url if line.url and line.url not in how else "",
        _capital(NOT_A_CRISIS_LINE) if _says_not_for_crisis(line) else "",
        checked(line),
    )
    return [_name(line), *(row for row in rows if row)]


def numbered(lines: Sequence[Line], now: datetime | None = None, first: int = 1) -> list[str]:
    """Lines in short with the number that stands for each, and when one opens that is closed now."""
    return [
        f"{place} {' '.join(part for part in (_ended(line_in_words(line), opens(line, now)), opens(line, now)) if part)}"
        for place, line in enumerate(lines, first)
    ]


def worried(page: SupportPage, now: datetime | None = None) -> list[str]:
    """For whoever is worried about someone else: what can be done, and whom to call."""
    return [*WORRIED_LINES, *numbered(page.listed, now)]


def advice(page: SupportPage, now: datetime | None = None) -> list[str]:
    """Lines that are not for a crisis, with their hours; never an empty list."""
    return [resource_in_words(line, now) for line in page.not_for_crisis] or [NO_ADVICE]


def lines_are_for(page: SupportPage) -> str:
    """Whose lines these are; the codes are those that a person typed."""
    if page.country is None:
        return ""
    return _("These lines are for {country}{region}.").format(
        country=page.country, region=f", {page.region}" if page.region else ""
    )


def _ended(said: str, follows: str) -> str:
    return f"{said}." if follows else said


def _name(line: CrisisResource) -> str:
    named = line.region is None or line.region.casefold() in line.name.casefold()
    return name_of(line) if named else f"{name_of(line)} ({line.region})"


def _cost(line: CrisisResource) -> str:
    return with_its_digits(line.cost) or (FREE if is_free(line) else "")


def _whom(line: CrisisResource) -> str:
    return with_its_digits(line.audience)


def _rest_of_note(line: CrisisResource) -> str:
    return with_its_digits(note_of(line))


def _hours(line: CrisisResource) -> str:
    # Its digits may be others: not every language counts to twelve.
    return ANY_TIME if line.open_24_7 else _(line.hours)


def _says_not_for_crisis(line: CrisisResource) -> bool:
    """Whether it has to be said: some notes say it themselves."""
    return line.kind not in (*TO_TALK, "emergency") and _NO_CRISIS not in line.note.casefold()


def _how(line: CrisisResource) -> str:
    display = with_its_digits(line.display) if says_how(line) else line.display
    if line.channel == "text":
        word = line.keyword or ""
        if word.casefold() in line.display.casefold():
            return _("text {display}").format(display=display)
        return _("text {word} to {display}").format(word=word, display=display)
    if line.channel in ("call", "call_or_text"):
        said = _("call {number}") if line.channel == "call" else _("call or text {number}")
        return said.format(number=display)
    return display or line.url


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _clock(at: datetime) -> str:
    """`5pm`, `1.30pm`, `noon`, `midnight`."""
    if (at.hour, at.minute) in ((0, 0), (12, 0)):
        return _("midnight") if at.hour == 0 else _("noon")
    minutes = f".{at.minute:02}" if at.minute else ""
    said = _("{clock}am") if at.hour < 12 else _("{clock}pm")
    return said.format(clock=f"{at.hour % 12 or 12}{minutes}")
