"""Settings, one after the other: how each stands, and another choice where it is wanted."""

from collections.abc import Sequence

from journal.domain.choices import OFF, ON, WEEKDAYS
from journal.domain.entry import THEME_TAGS
from journal.domain.scales import DIMENSIONS, SCALES
from journal.errors import BadInput
from tui.chosen import LOCK_AFTER, NAMES, Chosen, put_outside, read_chosen, ready_inside
from tui.key_map import KEYS
from tui.outside import OUTSIDE
from tui.plain.choosing import Option, ask_one_of, ask_some_of, numbered, place_of
from tui.plain.conversation import Back
from tui.plain.country import choose_country
from tui.plain.locking import choose_minutes
from tui.plain.visit import Visit
from tui.wording import plain
from tui.wording import settings as words
from tui.wording import settings_keys as key_words
from tui.wording.check_in import DIMENSION_NAMES

OFFERED = tuple(name for name in NAMES if name != "region")
"""The part of a country is asked with the country."""
FACILITATORS = ("look", "quiet", "plain", KEYS, LOCK_AFTER, "country")
"""In a home where nothing is checked in and nothing is asked."""


def settings(visit: Visit) -> None:
    """Say all of them, and change one after another until the person goes back."""
    offered = FACILITATORS if visit.journal.is_facilitators else OFFERED
    _say_all(visit, offered)
    called = [words.CALLED[name] for name in offered]
    while True:
        try:
            typed = visit.talk.ask(words.TYPE_NAME, (plain.choose_help(len(offered)),))
        except Back:
            return
        if typed is None:
            return
        place = place_of(typed, called)
        if typed.casefold() in plain.LIST:
            _say_all(visit, offered)
        elif place is None:
            visit.talk.say(plain.NO_SUCH_DEED)
        else:
            _change(visit, offered[place])


def _say_all(visit: Visit, offered: Sequence[str]) -> None:
    chosen = read_chosen(visit.journal, visit.home)
    if chosen.unreadable:
        visit.talk.say(words.not_read(chosen.unreadable))
    visit.talk.say(*numbered([f"{words.CALLED[name]}: {chosen.in_words(name)}" for name in offered]))


def _change(visit: Visit, name: str) -> None:
    """One of them; `back` and Enter leave it as it is."""
    visit.talk.say(words.DOES[name])
    try:
        if name == LOCK_AFTER:
            choose_minutes(visit)
        elif name == "country":
            choose_country(visit)
        else:
            _ask_and_choose(visit, name)
    except Back:
        visit.talk.say(plain.WENT_BACK)
    except BadInput as problem:
        visit.tell(problem)


def _ask_and_choose(visit: Visit, name: str) -> None:
    typed = _asked(visit, name, read_chosen(visit.journal, visit.home))
    if typed is None:
        return
    if name in OUTSIDE:
        visit.save(lambda: put_outside(visit.home, name, typed))
    else:
        choose = ready_inside(name, typed)
        visit.save(lambda: choose(visit.journal))
    visit.talk.say(words.chosen(name, read_chosen(visit.journal, visit.home).in_words(name)))


def _asked(visit: Visit, name: str, chosen: Chosen) -> str | None:
    """Another choice, as it is typed elsewhere; `None` where it was left. What is on or off turns."""
    now = str(chosen.value(name))
    if now in (ON, OFF):
        return OFF if now == ON else ON
    if name == "hidden-prompts":
        return ""
    if name in ("dimensions", "hidden-themes"):
        return _some_of(visit, name)
    if name == "name":
        return _name(visit, now)
    if name == KEYS:
        return visit.talk.ask(key_words.HOW_TYPED, (key_words.LISTED_BY,))
    return ask_one_of(visit.talk, *_options(name))


def _name(visit: Visit, now: str) -> str | None:
    if now:
        visit.talk.say(plain.has_now(now))
    typed = visit.talk.ask(words.NAME_ASKED, own_words=True)
    return "" if now and typed is not None and typed.casefold() == plain.CLEAR else typed


def _some_of(visit: Visit, name: str) -> str | None:
    is_noticed = name == "dimensions"
    options: list[Option[str]] = (
        [(value, DIMENSION_NAMES[value]) for value in DIMENSIONS]
        if is_noticed
        else [(value, words.theme(value)) for value in THEME_TAGS]
    )
    none = ("", words.NOTHING if is_noticed else words.NONE)
    some = ask_some_of(visit.talk, words.WHICH_DIMENSIONS if is_noticed else words.WHICH_THEMES, [*options, none])
    return None if some is None else ",".join(value for value in some if value)


def _options(name: str) -> tuple[str, Sequence[Option[str]]]:
    if name == "scale":
        return words.WHICH_SCALE, [(scale, words.SCALES[scale]) for scale in SCALES]
    if name == "first-day":
        return words.WHICH_DAY, list(zip(WEEKDAYS, words.DAYS, strict=True))
    return words.WHICH_LOOK, list(words.LOOKS.items())
