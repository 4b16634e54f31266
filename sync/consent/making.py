"""The making of a page: from the words that were said yes to, and words typed to this person, and nothing else."""

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, get_args

from journal.domain.goal import Goal
from journal.errors import NotFound
from journal.use_cases.open_journal import OpenJournal
from sync.consent.group_pages import closes_on, consented, facilitators_page, is_without, members_page
from sync.consent.offer import as_it_travels, words_left
from sync.errors import TooLong
from sync.protocol.canonical import canonical
from sync.protocol.content import (
    GOALS_MOST,
    Agreement,
    Content,
    Note,
    SharedGoal,
    write_content,
)
from sync.protocol.parts import GoalStatus, StepStatus
from sync.protocol.standing import Standing, renewed
from sync.protocol.summary import Summary
from sync.protocol.writers import Writer
from sync.records.consents import GOAL, SUMMARY, Consent, Consents, Status
from sync.records.ledger import Ledger
from sync.records.notes import Notes
from sync.records.pairs import Pair, Pairs, State

CLOCK_BACK = timedelta(hours=48)
"""A clock that was set back by more than this stops sending, until the person says that it is right."""
AHEAD = timedelta(days=2)
"""Another zone, or a clock that was set right, may be so far behind the first day of a yes."""
_LONGEST_STATUS: str = max(get_args(GoalStatus), key=len)
_LONGEST_STEP_STATUS: str = max(get_args(StepStatus), key=len)


class Making:
    """Makes the pages of one open journal. Callers own the transaction."""

    def __init__(self, journal: OpenJournal) -> None:
        self._journal = journal
        self.pairs = Pairs(journal.connection)
        self.consents = Consents(journal.connection)
        self.notes = Notes(journal.connection)
        self.ledger = Ledger(journal.connection)

    def renew(self, pair: Pair, *, adds: bool = False) -> Standing | None:
        """Give the pair the page that is right now. What ended by its day or with its words ends here first.

        Args:
            pair: as it is now.
            adds: whether something was put on the page, which has to fit with all that may come by itself.

        Returns:
            What is remembered of the pages, as it is kept now; `None` where there are no pages yet, or no more.

        Raises:
            TooLong: what was said yes to does not fit the page.
        """
        standing = self.pairs.standing(pair.partner)
        if standing is None:
            return None
        self._end_what_is_over(pair)
        if adds:
            write_content(widest(self.content(pair, standing, to_come=True)))
        now = renewed(standing, write_content(self.content(pair, standing)))
        if now != standing:
            if now.number != standing.number:
                self._note_what_is_gone(pair, now.number)
                # A clock that was set back stays noticed, whatever is decided meanwhile.
                self.pairs.put(replace(pair, said_at=max(pair.said_at or "", self._journal.now_utc())))
            self.pairs.put_standing(pair.partner, now)
        return now

    def renew_with_less(self, pair: Pair) -> None:
        """The same after something was taken away, which is never refused: else the page before stays until it fits."""
        with suppress(TooLong):
            self.renew(pair)

    def content(self, pair: Pair, standing: Standing, *, to_come: bool = False) -> Content:
        """What stands on the page for this partner today, or with what begins in the next days."""
        if pair.state is State.ENDING:
            return Content(end=True)
        if pair.state is not State.ACTIVE:
            return Content(confirmed=True)
        if pair.writer is Writer.FACILITATOR:
            letters = self.notes.written(pair.partner, after=standing.noted_by_them)
            return facilitators_page(self._journal, pair, letters)
        if pair.writer is Writer.MEMBER:
            pages = [self.summary(consent, to_come=to_come) for consent in self.consents.of(pair.partner)]
            return members_page(pair, next((page for page in pages if page is not None), None))
        parts = (self.part(consent, to_come=to_come) for consent in self.consents.of(pair.partner))
        goals = tuple(part for part in parts if part is not None)
        if len(goals) > GOALS_MOST:
            raise TooLong("You share {most} goals with this partner already, and no more fit.", most=GOALS_MOST)
        until = max((goal.until for goal in goals), default=None)
        if pair.paused:
            # Whoever is shown a goal is to know whose it is.
            return Content(confirmed=True, name=pair.my_name if goals else None, until=until, goals=goals)
        notes = tuple(
            Note(no=each.no, about=each.about, text=each.text)
            for each in self.notes.written(pair.partner, after=standing.noted_by_them)
        )
        agreement = None
        if pair.agreement or pair.yes_to:
            agreement = Agreement(mine=json.loads(pair.agreement or "{}"), yes_to=pair.yes_to)
        return Content(
            confirmed=True,
            name=pair.my_name,
            until=until,
            goals=goals,
            notes=notes,
            line=pair.line,
            agreement=agreement,
        )

    def goal(self, goal_id: str | None) -> Goal | None:
        """The goal of a yes; `None` once it was deleted."""
        if goal_id is None:
            return None
        try:
            return self._journal.goal(goal_id)
        except NotFound:
            return None

    def note_sent(self, pair: Pair, number: int) -> None:
        """The page of this number is in its slot."""
        now = self._journal.now_utc()
        for consent in self.consents.of(pair.partner):
            if consent.status is Status.ACTIVE and consent.sent_number is None:
                self.consents.put(replace(consent, sent_number=number, sent_at=now))
                sent = {**about(consent), "event": "SENT", "at": now, "page": number}
                self.ledger.add(sent, {"words": canonical(consent.words)})

    def note_seen(self, pair: Pair, standing: Standing) -> None:
        """The partner's cairn has said which page of ours it has."""
        now, seen = self._journal.now_utc(), standing.seen_by_them
        for consent in self.consents.of(pair.partner):
            after = consent
            if consent.sent_number is not None and consent.sent_number <= seen and consent.seen_at is None:
                after = replace(after, seen_at=now)
            if consent.gone_number is not None and consent.gone_number <= seen and consent.gone_at is None:
                after = replace(after, gone_at=now)
            if after != consent:
                self.consents.put(after)
                self.ledger.add({**about(consent), "event": "SEEN", "at": now, "page": seen})

    def part(self, consent: Consent, *, to_come: bool = False) -> SharedGoal | None:
        """Exactly what stands on the page of this yes today, or once it has begun; `None` where nothing does."""
        goal = self.goal(consent.goal) if consent.kind == GOAL else None
        if goal is None or not self._travels(consent, to_come):
            return None
        return as_it_travels(consent, goal)

    def summary(self, consent: Consent, *, to_come: bool = False) -> Summary | None:
        """The same of a yes to a page for a facilitator."""
        pair = self.pairs.get(consent.partner)
        if pair is None or consent.kind != SUMMARY or not self._travels(consent, to_come):
            return None
        return consented(consent, pair)

    def _travels(self, consent: Consent, to_come: bool) -> bool:
        today = self._journal.moment().for_date
        has_begun = to_come or consent.starts <= today
        return consent.status is Status.ACTIVE and has_begun and today <= consent.expires

    def is_clock_back(self, pair: Pair) -> bool:
        """Whether it stands so long before the last new page was made that it was set back."""
        if pair.said_at is None:
            return False
        return self._journal.clock.now() < datetime.fromisoformat(pair.said_at) - CLOCK_BACK

    def _end_what_is_over(self, pair: Pair) -> None:
        today = self._journal.moment().for_date
        soon = (date.fromisoformat(today) + AHEAD).isoformat()
        for consent in [self._until_closing(pair, each) for each in self.consents.of(pair.partner)]:
            if consent.untold:
                self.consents.put(told := replace(consent, untold=0))
                self.ledger.add({**about(told), "event": "STOP", "at": consent.changed_at or self._journal.now_utc()})
            if not consent.is_live:
                continue
            left, is_past = self._left_of(consent), today > consent.expires
            if is_past or (consent.starts > soon and not self.is_clock_back(pair)):
                # It was said under a clock that was ahead, and never begins by itself.
                self.end(consent, Status.EXPIRED, "EXPIRE")
            elif not left:
                self.end(consent, Status.STOPPED, "STOP")
            elif left != consent.words:
                self._leave_out(consent, left)

    def _until_closing(self, pair: Pair, consent: Consent) -> Consent:
        """A yes to a page for a group that closes is over with the group: for a shorter time needs no yes."""
        last = closes_on(pair)
        if last is None or not consent.is_live or consent.expires <= last:
            return consent
        self.consents.put(shorter := replace(consent, expires=max(last, consent.starts)))
        return shorter

    def _left_of(self, consent: Consent) -> dict[str, Any]:
        """The words of a yes that may stand still. Of a page for a facilitator all or none: it was seen whole."""
        if consent.kind == SUMMARY:
            is_gone = not self._has_summary(consent.goal) or is_without(
                self._journal, self.consents.goals_on(consent.id)
            )
            return {} if is_gone else consent.words
        goal = self.goal(consent.goal)
        return {} if goal is None else words_left(consent, goal)

    def _has_summary(self, summary: str | None) -> bool:
        return any(thing.id == summary for thing in self._journal.things("summary"))

    def _leave_out(self, consent: Consent, left: dict[str, str]) -> None:
        """What was emptied leaves the yes for good: words that are put there later wait for a yes of their own."""
        self.consents.put(replace(consent, words=left))
        self.ledger.add({**about(consent), "scope": list(left), "event": "EMPTY", "at": self._journal.now_utc()})

    def end(self, consent: Consent, status: Status, event: str) -> None:
        """Let a yes be over, and write so."""
        now = self._journal.now_utc()
        self.consents.put(replace(consent, status=status, changed_at=now))
        self.ledger.add({**about(consent), "event": event, "at": now})

    def _note_what_is_gone(self, pair: Pair, number: int) -> None:
        """From this page on, what is paused or over is not on it any more."""
        for consent in self.consents.of(pair.partner):
            if (
                consent.status not in (Status.ACTIVE, Status.SUPERSEDED)
                and consent.sent_number
                and not consent.gone_number
            ):
                self.consents.put(replace(consent, gone_number=number))


def widest(content: Content) -> Content:
    """The same with the longest word that each status could change to by itself."""
    goals = []
    for goal in content.goals:
        step = goal.next_step
        changes = {
            "status": None if goal.status is None else _LONGEST_STATUS,
            "next_step": None if step is None else step.model_copy(update={"status": _LONGEST_STEP_STATUS}),
        }
        goals.append(goal.model_copy(update=changes))
    return content.model_copy(update={"goals": tuple(goals)})


def about(consent: Consent) -> dict[str, str | int | list[str]]:
    """What every row of the ledger says of a yes. No words."""
    is_page = consent.kind == SUMMARY
    return {
        "grant_id": consent.id,
        "recipient": consent.partner,
        "recipient_kind": "facilitator" if is_page else "peer_partner",
        "purpose": "agree_support" if is_page else "move_towards_goals_together",
        "item": consent.goal or "",
        "scope": list(consent.fields),
        "starts": consent.starts,
        "expires": consent.expires,
    }
