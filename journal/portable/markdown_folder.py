"""A folder of readable pages: one a day, one a goal, one a shelf, and an index of them.

    index.md
    days/2026/2026-03-14.md     check-ins, pages and sessions of a day, in the order of the day
    days/2026/index.md
    goals/2026-03-14-3f2a91bc.md
    goals/index.md
    tools.md  strengths.md  people.md  week.md  stories.md  plans.md  partners.md  drafts.md
    summaries.md  groups.md  role_cards.md  group_notes.md

Names of files are made of days and ids, never of words. What stands around a person's words is said by whoever calls.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from journal.domain.entry import JournalEntry
from journal.domain.goal import Goal
from journal.domain.leaving import DRAFT, GOAL, Shelved, Taken
from journal.domain.peer_session import PeerSession
from journal.domain.shelves import SHELVES, CopingTool
from journal.portable.markdown import Fields, front_matter, link, one_line, page, paragraphs
from journal.portable.new_place import make_folder, write_new
from journal.portable.records import NAMES

INDEX = "index.md"
_ID_IN_NAME = 8


@dataclass(frozen=True, slots=True)
class Section:
    """One thing on a page: what stands above it, and its parts. None of it is markup yet."""

    heading: str = field(repr=False)
    blocks: tuple[str, ...] = field(repr=False)
    title: str | None = field(default=None, repr=False)
    """The person's own, where there is one beside the heading."""


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called that others name by id."""

    tools: dict[str, str] = field(repr=False)
    goals: dict[str, str] = field(repr=False)


class Said(Protocol):
    """Every word around a person's own."""

    def section(self, taken: Taken, names: Names) -> Section:
        """One thing in words."""

    def day(self, for_date: str) -> str:
        """A local calendar day in words."""

    def title(self, name: str) -> str:
        """What stands above a page: `index`, `days`, `goals`, or a list's name of `records.NAMES`."""

    def about(self) -> tuple[str, ...]:
        """What stands at the top of the index."""


class Source(Protocol):
    """Where everything comes from."""

    def all(self, kind: str) -> Iterator[Taken]:
        """Everything of one kind, in the order in which it was written."""

    def days(self) -> Iterator[str]:
        """Every local calendar day that has something, the first first."""

    def of_day(self, day: str) -> Iterator[Taken]:
        """Everything dated of one day, the earliest first."""


def write_markdown(folder: Path, source: Source, said: Said, told: Callable[[], object]) -> None:
    """Fill a new folder.

    Args:
        folder: empty.
        source: one open journal, which nobody changes meanwhile.
        said: the words around.
        told: called after each thing.

    Raises:
        OSError: the disk did not take it.
    """
    writing = _Writing(folder, source, said, told)
    lists = [*writing.write_goals(), *writing.write_lists(), *writing.write_days()]
    parts = [f"# {one_line(said.title('index'))}", *(paragraphs(line) for line in said.about()), "\n".join(lists)]
    write_new(folder / INDEX, page(parts))


class _Writing:
    """One folder on its way. What it gives back are the lines of the index."""

    def __init__(self, folder: Path, source: Source, said: Said, told: Callable[[], object]) -> None:
        self._folder, self._source, self._said, self._told = folder, source, said, told
        self._goal_files: dict[str, str] = {}
        self._names = Names({}, {})
        for tool in source.all("tool"):
            if isinstance(tool, Shelved) and isinstance(tool.thing, CopingTool):
                self._names.tools[tool.id] = tool.thing.name

    def write_goals(self) -> Iterator[str]:
        lines = []
        for goal in self._source.all(GOAL):
            if isinstance(goal, Goal):
                self._names.goals[goal.id] = goal.title
                name = self._goal_file(goal)
                fields = {"id": goal.id, "date": goal.moment.for_date, "status": goal.status, "themes": goal.themes}
                blocks = self._said.section(goal, self._names).blocks
                self._write(Path("goals", name), fields, goal.title, [*map(paragraphs, blocks)])
                lines.append(f"- {link(goal.title, name)}")
                self._told()
        yield from self._index("goals", lines)

    def write_lists(self) -> Iterator[str]:
        for kind in (*SHELVES, DRAFT):
            parts: list[str] = []
            for taken in self._source.all(kind):
                parts += self._section(taken)
                self._told()
            if parts:
                self._write(Path(f"{NAMES[kind]}.md"), {}, self._said.title(NAMES[kind]), parts)
                yield f"- {link(self._said.title(NAMES[kind]), f'{NAMES[kind]}.md')}"

    def write_days(self) -> Iterator[str]:
        years: dict[str, list[str]] = {}
        for day in self._source.days():
            year = day[:4]
            everything = list(self._source.of_day(day))
            tags = sorted({tag for one in everything if isinstance(one, JournalEntry) for tag in one.tags})
            parts = [part for one in everything for part in self._section(one)]
            self._write(Path("days", year, f"{day}.md"), {"date": day, "tags": tags}, self._said.day(day), parts)
            years.setdefault(year, []).append(f"- {link(self._said.day(day), f'{day}.md')}")
            for one in everything:
                if not isinstance(one, Goal):
                    self._told()
        for year, lines in years.items():
            yield from self._index(f"days/{year}", lines, year)

    def _index(self, place: str, lines: list[str], title: str | None = None) -> Iterable[str]:
        """A page of links in a folder, and the line that leads to it; neither where there is nothing."""
        if not lines:
            return []
        named = title or self._said.title(place)
        self._write(Path(place, INDEX), {}, named, ["\n".join(lines)])
        return [f"- {link(named, f'{place}/{INDEX}')}"]

    def _section(self, taken: Taken) -> list[str]:
        said = self._said.section(taken, self._names)
        heading = f"## {one_line(said.heading)}"
        if isinstance(taken, Goal):
            # On its day there is the way to it; its own page holds the rest.
            return [heading, link(taken.title, f"../../goals/{self._goal_files[taken.id]}")]
        title = [f"### {one_line(said.title)}"] if said.title else []
        return [heading, *title, *map(paragraphs, said.blocks), *self._goal_links(taken)]

    def _goal_links(self, taken: Taken) -> list[str]:
        about: tuple[str, ...] = ()
        if isinstance(taken, JournalEntry):
            about = taken.goal_ids
        elif isinstance(taken, PeerSession):
            about = taken.goals_touched
        known = [one for one in about if one in self._goal_files]
        if not known:
            return []
        links = [f"- {link(self._names.goals[one], f'../../goals/{self._goal_files[one]}')}" for one in known]
        return [one_line(self._said.title("goals")) + ":", "\n".join(links)]

    def _goal_file(self, goal: Goal) -> str:
        name = f"{goal.moment.for_date}-{goal.id[:_ID_IN_NAME]}.md"
        if name in self._goal_files.values():
            name = f"{goal.moment.for_date}-{goal.id}.md"
        self._goal_files[goal.id] = name
        return name

    def _write(self, path: Path, fields: Fields, title: str, parts: list[str]) -> None:
        for folder in reversed(path.parents[:-1]):
            make_folder(self._folder / folder)
        head = [front_matter(fields)] if fields else []
        write_new(self._folder / path, page([*head, f"# {one_line(title)}", *parts]))
