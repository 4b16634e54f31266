"""A folder of pages that anyone can read: a page a day, names of days and ids, and no word that breaks out."""

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from journal.domain.goal import Goal
from journal.errors import AlreadyThere, BadInput
from journal.paths import Home
from journal.use_cases.leaving import export_markdown
from journal.use_cases.open_journal import OpenJournal
from tests.demo.a_demo import filled
from tests.portable.archive_stage import MOMENT, Empties, empties_of, live
from tests.portable.test_markdown import BREAKING_OUT
from tui.wording.readable_pages import ReadablePages

NAMES = re.compile(
    r"index\.md|(days|goals)/index\.md|days/\d{4}/(index|\d{4}-\d\d-\d\d)\.md|goals/\d{4}-\d\d-\d\d-[0-9a-f]{8}\.md"
    r"|(tools|strengths|people|week|stories|plans|partners|drafts)\.md"
)
HARD = "\n".join(BREAKING_OUT)


@pytest.fixture(scope="module")
def empties(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Empties:
    return empties_of(template_home, tmp_path_factory.mktemp("journals"))


@pytest.fixture
def journal(empties: Empties) -> Iterator[OpenJournal]:
    with empties.journal() as journal:
        yield journal


def pages_in(journal: OpenJournal, folder: Path) -> dict[str, str]:
    """Every page, by its path in the folder."""
    export_markdown(journal, folder, ReadablePages())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def headings(text: str) -> list[str]:
    tokens = MarkdownIt("js-default", {"linkify": False}).parse(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S))
    found = []
    for token, inside in pairwise(tokens):
        if token.type == "heading_open":
            found.append(f"{token.markup} {''.join(one.content for one in inside.children or [])}")
    return found


def test_a_life_is_a_folder_of_pages_by_day_goal_and_shelf(tmp_path: Path) -> None:
    journal = filled(tmp_path, datetime(2026, 3, 13, 18, 40, tzinfo=UTC))
    pages = pages_in(journal, tmp_path / "out")
    journal.close()
    assert [name for name in pages if not NAMES.fullmatch(name)] == []
    assert {"index.md", "tools.md", "partners.md", "drafts.md", "goals/index.md", "days/2026/index.md"} <= set(pages)
    assert len([name for name in pages if name.startswith("days/")]) > 60
    links = {
        os.path.normpath(os.path.join(os.path.dirname(name), there))
        for name, text in pages.items()
        for there in re.findall(r"\]\(([^)]+)\)", text)
    }
    assert links | {"index.md"} == set(pages), "every page is reached from another, and every link leads to one"


def test_a_day_holds_what_was_noted_on_it_in_its_order(journal: OpenJournal, tmp_path: Path) -> None:
    goal = journal.add_goal("Go out")
    journal.record_check_in(
        replace(journal.blank_check_in("yesterday 08:15"), mood=6, feelings=("calm",), note="slept well"),
        helped=("a walk a lot",),
    )
    page = journal.blank_page("yesterday 21:00", "m1")
    journal.write_page(replace(page, body="Rain.\nThen sun.", title="A day"), tags=("home",), goals=(goal.id,))
    journal.keep(journal.reflect_on_session({"gave": "time"}, when="yesterday 18:30").id)
    day = pages_in(journal, tmp_path / "out")["days/2026/2026-03-13.md"]
    assert headings(day) == [
        "# Friday 13 March 2026",
        "## 08:15 · Check-in",
        "## 18:30 · Session [kept]",
        "## 21:00 · Page",
        "### A day",
    ]
    for words in ("mood 6", "calm", "a walk: helped a lot", "slept well", "time", "Rain.  \nThen sun.", "\\#home"):
        assert words in day
    assert "What felt worthwhile today, even a bit?" in day
    assert f"[Go out](../../goals/2026-03-14-{goal.id[:8]}.md)" in day
    assert day.startswith('---\ndate: "2026-03-13"\ntags: ["home"]\n---\n\n# Friday')


def test_no_word_makes_a_heading_a_name_or_a_field_of_its_own(journal: OpenJournal, tmp_path: Path) -> None:
    journal.add_thing("tool", {"name": HARD, "how_to": HARD})
    partner = journal.add_thing("partner", {"partner_alias": "../../etc", "organisation": HARD, "privacy": HARD})
    goal = journal.add_goal(HARD, values={"ways": BREAKING_OUT[:9], "why_it_matters": HARD})
    journal.add_step(goal.id, HARD)
    journal.reflect_on_goal(goal.id, HARD)
    journal.write_plan("staying_well", "early_signs", HARD)
    journal.record_check_in(replace(journal.blank_check_in(), note=HARD, feelings=("# not\n## this",)))
    page = replace(journal.blank_page(), body=HARD, title=HARD)
    journal.write_page(page, tags=('a"]\n---\n# b', "../../c"), goals=(goal.id,))
    journal.reflect_on_session({"gave": HARD}, partner.id)
    journal.keep_draft(replace(journal.blank_page(), body=HARD, title=HARD))

    pages = pages_in(journal, tmp_path / "out")
    assert [name for name in pages if not NAMES.fullmatch(name)] == []
    day = headings(pages["days/2026/2026-03-14.md"])
    assert [line[:20] for line in day if not line.startswith("###")] == [
        "# Saturday 14 March ",
        "## 09:30 · Goal",
        "## 09:30 · Check-in",
        "## 09:30 · Page",
        "## 09:30 · Session w",
    ]
    assert len(day) == 6
    assert len(headings(pages[f"goals/2026-03-14-{goal.id[:8]}.md"])) == 1
    for name in ("tools.md", "partners.md", "plans.md", "drafts.md"):
        assert [line.split()[0] for line in headings(pages[name])] == ["#", "##"]
    for text in pages.values():
        assert text.count("\n---\n") == (1 if text.startswith("---\n") else 0)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)


def test_goals_of_one_day_whose_ids_begin_alike_have_a_page_each(empties: Empties, tmp_path: Path) -> None:
    ids = [f"3f2a91bc-0000-4000-8000-00000000000{number}" for number in range(2)]
    with empties.journal() as journal:
        live(journal, [Goal(item_id, MOMENT, "2026-03-14T09:30:00+00:00", item_id[-1:]) for item_id in ids])
        pages = pages_in(journal, tmp_path / "out")
    named = {name for name in pages if name.startswith("goals/2")}
    assert named == {"goals/2026-03-14-3f2a91bc.md", f"goals/2026-03-14-{ids[1]}.md"}
    assert pages["goals/index.md"].count("](2026") == 2


def test_only_this_user_can_read_it_whatever_the_umask(journal: OpenJournal, tmp_path: Path) -> None:
    journal.write_page(replace(journal.blank_page(), body="a page"))
    before = os.umask(0)
    try:
        export_markdown(journal, tmp_path / "out", ReadablePages())
    finally:
        os.umask(before)
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "out").rglob("*") if path.is_file()}
    folders = {
        path.stat().st_mode & 0o777 for path in [tmp_path / "out", *(tmp_path / "out").rglob("*")] if path.is_dir()
    }
    assert (modes, folders) == ({0o600}, {0o700})


def test_an_empty_folder_is_filled_where_it_stands(journal: OpenJournal, tmp_path: Path) -> None:
    """Somebody may stand in it, or it may be the root of a stick."""
    folder = tmp_path / "out"
    folder.mkdir()
    known = folder.stat().st_ino
    journal.write_page(replace(journal.blank_page(), body="a page"))
    export_markdown(journal, folder, ReadablePages())
    assert folder.stat().st_ino == known
    assert sorted(path.name for path in folder.iterdir()) == ["days", "index.md"]


def test_a_folder_with_something_in_it_is_left_alone(journal: OpenJournal, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    for taken in (tmp_path, tmp_path / "mine"):
        with pytest.raises(AlreadyThere):
            export_markdown(journal, taken, ReadablePages())
    with pytest.raises(BadInput):
        export_markdown(journal, tmp_path / "nowhere" / "out", ReadablePages())
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("mine", "mine")]


def test_an_empty_journal_is_an_index_alone(journal: OpenJournal, tmp_path: Path) -> None:
    pages = pages_in(journal, tmp_path / "out")
    assert list(pages) == ["index.md"]
    assert "not locked" in pages["index.md"]
