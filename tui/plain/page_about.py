"""What a page is about: themes, tags and goals, each with a question of its own that can be skipped."""

from journal.domain.entry import THEME_TAGS, JournalEntry
from journal.domain.timeline import Item
from tui.plain.choosing import ask_some_of
from tui.plain.visit import Visit
from tui.wording import journal as words
from tui.wording import plain
from tui.wording.parts import THEMES

TAKE_AWAY = "-"


def ask_about(visit: Visit, item: Item) -> None:
    """Ask for all three; what is skipped stays as it is.

    Raises:
        Back, Leave, EndOfInput: as they say; nothing was changed then.
    """
    if not isinstance(item, JournalEntry):
        visit.talk.say(words.PAGES_ALONE)
        return
    names = visit.journal.names_in(item)
    now = [f"#{tag}" for tag in item.tags] + words.about_lines(item.themes, [names[goal] for goal in item.goal_ids])
    visit.talk.say(*([plain.has_now("\n".join(now), clears=False)] if now else []))
    none = (TAKE_AWAY, words.NONE_OF_THEM)
    themes = ask_some_of(visit.talk, words.THEMES_ASKED, [*((theme, THEMES[theme]) for theme in THEME_TAGS), none])
    typed = visit.talk.ask(words.TAGS_ASKED, own_words=True)
    tags = None if typed is None else () if typed.casefold() == plain.CLEAR else words.tags_in(typed)
    known = visit.journal.goals()
    goals = (
        ask_some_of(visit.talk, words.GOALS_ASKED, [*((goal.id, goal.title) for goal in known), none])
        if known
        else None
    )
    if (themes, tags, goals) == (None, None, None):
        visit.talk.say(words.ABOUT_STAYS)
        return
    visit.save(
        lambda: visit.journal.set_page_about(
            item.id, themes=_without_none(themes), tags=tags, goals=_without_none(goals)
        )
    )
    visit.talk.say(words.ABOUT_SAVED)


def _without_none(chosen: list[str] | None) -> tuple[str, ...] | None:
    return None if chosen is None else tuple(one for one in chosen if one != TAKE_AWAY)
