"""A language nobody speaks: every sentence with accents and a third longer, so that what was forgotten shows."""

import re
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tools.catalogue import catalogue

NAME = "xx"
_LETTERS = str.maketrans("abcdefghiklmnoprstuwyzABCDEFGHIKLMNOPRSTUWYZ", "àƀçđéƒğħíķłɱñôþřšţůŵýžÀƁÇĐÉƑĞĦÍĶŁƜÑÔÞŘŠŢŮŴÝŽ")
_KEPT = re.compile(r"(\{\w*\}|%\(\w+\)s|%s|`[^`]*`|\n)")
_LONGER = 3
"""One sign more for so many letters: German and Finnish take about as much room."""


def said(sentence: str) -> str:
    """The sentence as that language has it; what is filled in, and what is typed in a shell, stays as it is."""
    pieces = _KEPT.split(sentence)
    spoken = "".join(piece if place % 2 else piece.translate(_LETTERS) for place, piece in enumerate(pieces))
    letters = sum(character.isalpha() for character in sentence)
    body = spoken.rstrip()
    return body + "~" * (letters // _LONGER) + spoken[len(body) :]


def make_catalogue(folder: Path) -> Path:
    """Write the language where cairn looks for one, and give the folder."""
    source = folder / "cairn.po"
    source.write_text(catalogue(), encoding="utf-8")
    with source.open("rb") as file:
        found = read_po(file, locale="en")
    for message in found:
        if message.id:
            message.string = tuple(map(said, message.id)) if isinstance(message.id, tuple) else said(str(message.id))
    target = folder / NAME / "LC_MESSAGES"
    target.mkdir(parents=True)
    with (target / "cairn.mo").open("wb") as out:
        write_mo(out, found)
    return folder
