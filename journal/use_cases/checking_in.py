"""Checking in: saving a moment, and what may be said once afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from journal.domain.check_in import MANY_IN_A_DAY, CheckIn, ToolUse, check_check_in
from journal.domain.ids import new_id
from journal.domain.scales import DEFAULT_SCALE, SCALES, scale_in_use
from journal.errors import BadInput
from journal.store.transaction import transaction
from journal.use_cases.shelving import Shelving

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.domain.shelves import CopingTool


@dataclass(frozen=True, slots=True)
class CheckInSaved:
    """A saved check-in, and which of the two soft lines may follow it."""

    check_in: CheckIn
    support_is_offered: bool
    """Whether it is the first heavy one of its day."""
    that_day: int
    """How many check-ins that day has now."""
    is_one_of_many: bool = False
    """Whether it is the sixth of today."""

    @property
    def helping(self) -> list[str]:
        """Ids of the tools that were marked as helping, a lot or a little."""
        return [use.tool_id for use in self.check_in.tools_used if use.helped in ("a_lot", "a_little")]


class CheckingIn(Shelving):
    """Check-ins and what was used that day."""

    def chosen_scale(self) -> str:
        """Id of the scale that a check-in is answered on now: as `choices().scale_id`, from its two rows alone."""
        stored = (self._settings.get("scale") or "").strip().lower()
        is_easy = (self._settings.get("easy") or "").strip().lower() == "on"
        return scale_in_use(stored if stored in SCALES else DEFAULT_SCALE, is_easy)

    def blank_check_in(self, when: str | None = None) -> CheckIn:
        """A check-in with nothing answered, for now or for `when`."""
        return CheckIn(id=new_id(), moment=self.moment(when), recorded_at=self.now_utc())

    def record_check_in(
        self, check_in: CheckIn, draft_id: str | None = None, helped: Sequence[str] = ()
    ) -> CheckInSaved:
        """Save a check-in, and let go of the draft it was.

        Args:
            check_in: what was answered.
            draft_id: the draft it was, if any.
            helped: what was used, as typed: a tool's name, with a mark behind it such as `a lot` or `not sure`;
                without one it helped a little. A name that is new joins the toolbox in the same step.

        Raises:
            BadInput: an answer, word or mark that its scale does not have.
            NotFound: a tool that is not in the toolbox.
        """
        check_check_in(check_in)
        with transaction(self._connection):
            used = tuple(ToolUse(self.tool(use.tool_id).id, use.helped) for use in check_in.tools_used)
            named = tuple(self._tool_use(phrase) for phrase in helped)
            # Each tool once: what was said of it last holds.
            uses = {use.tool_id: use for use in (*used, *named)}
            saved = replace(check_in, tools_used=tuple(uses.values()))
            earlier = [self._check_ins.get(n) for n in self._check_ins.numbers_on(check_in.moment.for_date)]
            self._index(self._check_ins.add(saved), saved)
            self._let_go(draft_id)
        # Worked out from that day's check-ins each time: no flag about a low day is kept anywhere.
        offered = saved.is_heavy() and not any(other.is_heavy() for other in earlier)
        is_today = saved.moment.for_date == self.moment().for_date
        return CheckInSaved(saved, offered, len(earlier) + 1, is_today and len(earlier) + 1 == MANY_IN_A_DAY)

    def is_low_day(self) -> bool:
        """Whether a check-in of today has a low answer: then no deep question is asked."""
        today = self.moment().for_date
        return any(self._check_ins.get(number).is_low() for number in self._check_ins.numbers_on(today))

    def _tool_use(self, phrase: str) -> ToolUse:
        from journal.domain.helped import name_and_mark

        known = {" ".join(tool.name.split()).casefold(): tool.id for tool in self.tools()}
        name, mark = name_and_mark(phrase, known)
        if not name:
            raise BadInput("A tool takes a name.")
        tool_id = known.get(name.casefold()) or self._add_thing("tool", {"name": name}).id
        return ToolUse(tool_id, mark or "a_little")

    def mark_tool(self, prefix: str, helped: str) -> CheckInSaved:
        """Note that a tool was used now, and whether it helped: a check-in with that one use.

        Raises:
            NotAllowed: an unknown mark.
            NotFound: no such tool.
        """
        use = ToolUse(self.tool(prefix).id, helped)
        return self.record_check_in(replace(self.blank_check_in(), tools_used=(use,)))

    def tools(self) -> list[CopingTool]:
        """The toolbox, by name."""
        from journal.domain.shelves import CopingTool

        return [tool for tool in self._shelves.all("tool") if isinstance(tool, CopingTool)]

    def tool(self, prefix: str) -> CopingTool:
        """The tool that this id, or unique start of one, names."""
        return self._shelves.tool(prefix)[1]
