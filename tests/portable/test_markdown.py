"""A person's words in Markdown are shown as they were typed, and nothing they hold is markup."""

import json
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from journal.portable.markdown import front_matter, link, one_line, page, paragraphs

READER = MarkdownIt("js-default", {"linkify": False})
"""CommonMark with the tables and the strikethrough of GitHub, and HTML off: what is left of it is text."""
WITH_HTML = MarkdownIt("commonmark").enable("table").enable("strikethrough")

PLAIN_TOKENS = {"paragraph_open", "paragraph_close", "inline"}
PLAIN_INSIDE = {"text", "text_special", "softbreak", "hardbreak"}

BREAKING_OUT = (
    "# a heading", "Title\n===", "Title\n---", "---\nid: x\n---", "- a list", "+ a list", "* a list", "1. a list",
    "12) a list", "> a quote", "    code", "\tcode", "```\ncode", "~~~\ncode", "***", "___", "| a | b |\n|---|---|",
    "a\n:-:", "a\n--|--", "[a](javascript:alert)", "![a](http://x/y.png)", "[a]: /url\n[a]", "[^1]\n[^1]: note",
    "<script>alert(1)</script>", "<!-- open", "<http://x>", "</div>", "&lt;b&gt; &#60; &amp;", "`code` ``", "*em*",
    "_em_ __b__", "~~gone~~", "\\# \\", "a\\", "a  ", "a  \nb", "%%hidden%%", "%%%", "- [ ] task", "a\n\n\n\nb", " \n ",
    "\r\nline\rends\u2028here\u2029and\x85there\x0b\x0c", "\x1b[2J\x00\x07", "\u202eabc\u2066", "\ufeff# bom",
    "\u00a0# held", "\x00# nul", "1\\. x", "#", ">", "-", "+", "1.", "=", "[ ]", "a|b", "<", "&", "&a", "~", "* * *",
    "1" * 12 + ". x", ": def\n: two", "$x$ $$y$$", "\t\t- x", "  # x", "    \n    x",
)  # fmt: skip

typed = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
markish = st.lists(
    st.sampled_from([*"#*_`[]()<>!&|~-+=:.1\\% \t\n\r>\u00a0ab", "\n\n", "  \n", "---", "```"]), max_size=30
)
texts = typed | markish.map("".join)


def seen(text: str) -> list[list[str]]:
    """What a reader of the page sees of paragraphs: lines of words; and that it is nothing but paragraphs."""
    found: list[list[str]] = []
    for token in READER.parse(text):
        assert token.type in PLAIN_TOKENS, token.type
        if token.type == "inline":
            lines = [""]
            for inside in token.children or []:
                assert inside.type in PLAIN_INSIDE, inside.type
                if inside.type in ("softbreak", "hardbreak"):
                    lines.append("")
                else:
                    lines[-1] += inside.content
            found.append(_without_ends(lines))
    return found


def as_typed(text: str) -> list[list[str]]:
    """The lines of a text, with what acts on a terminal left out and what holds its place at a line's start."""
    lines = [
        re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]", "", line).rstrip(" \t")
        for line in re.split("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", text)
    ]
    parts: list[list[str]] = [[]]
    for line in lines:
        if line:
            words = line.lstrip(" \t")
            blanks = line[: len(line) - len(words)].replace("\t", "    ").replace(" ", "\u00a0")
            parts[-1].append(blanks + words)
        else:
            parts.append([])
    return [_without_ends(part) for part in parts if part]


def _without_ends(lines: list[str]) -> list[str]:
    """This reader drops blanks of any kind where a paragraph begins and ends."""
    return "\n".join(lines).strip().split("\n")


@settings(deadline=None, max_examples=300)
@given(texts)
@example("0\r\xa0 0")
def test_words_are_seen_as_they_were_typed(text: str) -> None:
    assert seen(paragraphs(text)) == as_typed(text)


@pytest.mark.parametrize("text", BREAKING_OUT)
def test_what_would_be_markup_is_words(text: str) -> None:
    for before in ("", "words before\n", "words before\n\n"):
        assert seen(paragraphs(before + text)) == as_typed(before + text)
    assert seen(f"{paragraphs(text)}\n\nafter")[-1:] == [["after"]]
    rendered = WITH_HTML.render(f"{paragraphs(text)}\n\nafter")
    assert not re.search(r"<(?!/?p>|br />)", rendered), rendered


@settings(deadline=None, max_examples=150)
@given(texts)
@example("a # #")
def test_a_heading_and_the_words_of_a_link_stay_on_their_line(text: str) -> None:
    heading, linked = READER.parse(f"# {one_line(text)}\n\nafter"), READER.parse(f"- {link(text, 'goals/a.md')}")
    assert [token.type for token in heading] == [
        "heading_open", "inline", "heading_close", "paragraph_open", "inline", "paragraph_close",
    ]  # fmt: skip
    shown = "".join(inside.content for inside in heading[1].children or [])
    assert shown.split() == "".join(line + " " for part in as_typed(text) for line in part).split()
    assert {inside.type for inside in heading[1].children or []} <= PLAIN_INSIDE
    inside = next(token for token in linked if token.type == "inline").children or []
    assert (inside[0].type, inside[0].attrs.get("href"), inside[-1].type) == ("link_open", "goals/a.md", "link_close")
    assert {one.type for one in inside[1:-1]} <= PLAIN_INSIDE


@settings(deadline=None, max_examples=100)
@given(texts, st.lists(texts, max_size=3))
def test_no_word_ends_the_fields_before_a_page_or_adds_one(title: str, tags: list[str]) -> None:
    lines = front_matter({"title": title, "tags": tags, "keep": True}).split("\n")
    assert (lines[0], lines[-1]) == ("---", "---")
    assert all(re.fullmatch(r'(title|tags|keep): (".*"|\[.*\]|true)', line) for line in lines[1:-1])
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]", "\n".join(lines))
    for line in lines[1:-1]:
        json.loads(line.partition(": ")[2])


def test_prose_is_left_as_it_is() -> None:
    """Who reads the file itself reads no signs that were not typed."""
    prose = (
        "Today was fine (mostly). I walked, 2 miles: past Sam's; home by 7.30 - tea & toast, 100% calm!\nThen sleep..."
    )
    assert paragraphs(prose).replace("  \n", "\n") == prose


def test_a_page_ends_with_one_line_end_and_holds_no_empty_part() -> None:
    assert page(["# A", "", "words"]) == b"# A\n\nwords\n"
