"""From what a person typed to a full-text query in which nothing is syntax."""

import re


def search_query(typed: str) -> str:
    """Quote every word; the last one may be the start of a word.

    Args:
        typed: any text. Punctuation and brackets are words' neighbours, never syntax.

    Returns:
        An FTS5 query, empty when there is no word in it.
    """
    return " ".join(search_terms(typed))


def search_terms(typed: str) -> list[str]:
    """Each word as a full-text query of its own; the last one may be the start of a word."""
    # A quote is the one character that could end the quoting, and NUL would end the query.
    parts = re.split(r'[\s"\x00]+', typed)
    quoted = [f'"{part}"' for part in parts if any(character.isalnum() for character in part)]
    return [*quoted[:-1], quoted[-1] + "*"] if quoted else []
