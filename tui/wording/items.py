"""How one check-in, page or day is said in words."""

from collections.abc import Sequence

from journal.domain.check_in import CheckIn
from journal.domain.entry import Draft, JournalEntry, answers_of
from journal.domain.goal import Goal
from journal.domain.peer_session import PeerSession
from journal.domain.timeline import Item, Line
from tui.language import _
from tui.wording import parts as of_parts
from tui.wording import peers
from tui.wording.check_in import DIMENSION_NAMES, HELPED, answer_words, begun_in_words
from tui.wording.dates import clock_of, day_in_words
from tui.wording.journal import about_lines
from tui.wording.things import goal_in_lines, session_in_lines

CHECK_IN = _("Check-in")
PAGE = _("Page")
GOAL = _("Goal")
SESSION = peers.SESSION
KIND_NAMES = {"check-in": CHECK_IN, "entry": PAGE, "goal": GOAL, "session": SESSION}
KEPT = _("[kept]")
BRING = _("[bring]")
DRAFT = _("[draft]")
NO_WORDS = _("a moment noted")


def answers_in_words(answers: list[tuple[str, int]], scale_id: str) -> str:
    """`mood 6, hope 7`: each answer beside its name."""
    if scale_id == "n11_v1":
        return ", ".join(f"{DIMENSION_NAMES[name]} {answer}" for name, answer in answers)
    return ", ".join(f"{DIMENSION_NAMES[name]}: {answer_words(name, scale_id, answer)}" for name, answer in answers)


def line_in_words(line: Line) -> str:
    """What a row of the timeline says after its day."""
    said = answers_in_words(list(line.answers), line.scale_id) if line.scale_id else ""
    felt = ", ".join(feeling_labels(line.feelings))
    words = " ".join(line.first_words.split())
    if line.kind == "goal" and line.status is not None:
        said = of_parts.word("goal", "status", line.status)
        return " · ".join((f"{GOAL}: {words}", said))
    if line.kind == "session":
        return " · ".join(part for part in (peers.session_with(line.with_whom), words) if part)
    return " · ".join(part for part in (said, felt, words) if part) or NO_WORDS


def kind_of(item: Item) -> str:
    """The kind that ids, filters and scripts know it by."""
    kinds = {CheckIn: "check-in", JournalEntry: "entry", Goal: "goal", PeerSession: "session"}
    return kinds[type(item)]


def item_in_lines(item: Item, names: dict[str, str]) -> list[str]:
    """A whole item, for a shell."""
    return [f"{head_of(item)}  ({item.id[:8]})", *body_of(item, names)]


def draft_in_words(draft: Draft) -> str:
    """Everything a draft holds: its words, and for a check-in what else was filled in."""
    filled_in = [f"{name}: {said}" for name, said in begun_in_words(answers_of(draft))]
    return "\n".join(part for part in (draft.title, draft.body, ", ".join(filled_in)) if part)


def head_of(item: Item) -> str:
    """What it is, its day and time, and its marks."""
    marks = [mark for mark, is_set in ((KEPT, item.keep), (BRING, item.bring)) if is_set]
    name = KIND_NAMES[kind_of(item)]
    return " ".join([f"{name} · {day_in_words(item.moment.for_date)}, {clock_of(item.moment.at)}", *marks])


def body_of(item: Item, names: dict[str, str]) -> list[str]:
    """Everything that was filled in, a part a line; what was left blank is not mentioned.

    `names`: what tools and goals are called, by their ids.
    """
    return [*words_of_body(item, names), *foot_of(item, names)]


def foot_of(item: Item, names: dict[str, str]) -> list[str]:
    """What a page is about, which stands below its words."""
    if not isinstance(item, JournalEntry):
        return []
    tags = " ".join(f"#{tag}" for tag in item.tags)
    goals = [names[goal] for goal in item.goal_ids if goal in names]
    return [*([tags] if tags else []), *about_lines(item.themes, goals)]


def words_of_body(item: Item, names: dict[str, str]) -> list[str]:
    """The same without that."""
    if isinstance(item, JournalEntry):
        return [part for part in (item.title, item.body) if part]
    if isinstance(item, Goal):
        return goal_in_lines(item)
    if isinstance(item, PeerSession):
        return session_in_lines(item)
    given = [(name, answer) for name, answer in item.answers().items() if answer is not None]
    lines = [answers_in_words(given, item.scale_id), ", ".join(feeling_labels(item.feelings))]
    lines += [f"{names.get(use.tool_id, '')}: {HELPED[use.helped]}" for use in item.tools_used]
    return [line for line in (*lines, item.note) if line]


def feeling_labels(chosen: Sequence[str]) -> list[str]:
    """The words as they are shown: ids of the list become their labels, a person's own stay as they are."""
    if not chosen:
        return []
    from tui.wording.shipped import feelings

    labels = {feeling.id: feeling.label for feeling in feelings()}
    return [labels.get(feeling, feeling) for feeling in chosen]
