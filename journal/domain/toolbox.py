"""What helps: the things a person has named as theirs."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CopingTool:
    """Something that helps."""

    id: str
    name: str = field(repr=False)
    created_at: str = ""
    """UTC instant, ISO 8601."""
    kind: str = "other"
    how_to: str | None = field(default=None, repr=False)
    works_when: str | None = field(default=None, repr=False)
    with_others: str = "either"
    learnt_from: str = "self"
