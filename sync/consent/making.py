"""The making of a page: from the words that were said yes to, and words typed to this person, and nothing else."""

import json
from dataclasses import replace
from typing import get_args

from journal.domain.goal import Goal
from journal.errors import NotFound
from journal.use_cases.open_journal import OpenJournal
from sync.consent.offer import as_it_travels
from sync.errors import TooLong
from sync.protocol.canonical import canonical
from sync.protocol.content import (
    GOALS_MOST,
    Agreement,
    Content,
    GoalStatus,
    Note,
    SharedGoal,
    StepStatus,
    write_content,
)
from sync.protocol.standing import Standing, renewed
from sync.records.consents import Consent, Consents, Status
from sync.records.ledger import Ledger
from sync.records.notes import Notes
from sync.records.pairs import Pair, Pairs, State

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

    def renew(self, pair: Pair) -> Standing | None:
        """Give the pair the page that is right now. What ended by its day or with its goal ends here first.

        Returns:
            What is remembered of the pages, as it is kept now; `None` where there are no pages yet, or no more.

        Raises:
            TooLong: what was said yes to does not fit the page.
        """
        standing = self.pairs.standing(pair.partner)
        if standing is None:
            return None
        self._end_what_is_over(pair)
        content = self.content(pair, standing)
        # What travels by itself always fits then, and taking a part away is never refused.
        write_content(widest(content))
        now = renewed(standing, write_content(content))
        if now != standing:
            if now.number != standing.number:
                self._note_what_is_gone(pair, now.number)
                # A clock that was set back stays noticed, whatever is decided meanwhile.
                self.pairs.put(replace(pair, said_at=max(pair.said_at or "", self._journal.now_utc())))
            self.pairs.put_standing(pair.partner, now)
        return now

    def content(self, pair: Pair, standing: Standing) -> Content:
        """What stands on the page for this partner today."""
        if pair.state is State.ENDING:
            return Content(end=True)
        if pair.state is not State.ACTIVE:
            return Content(confirmed=True)
        goals = tuple(self._travelling(pair))
        if len(goals) > GOALS_MOST:
            raise TooLong("You share {most} goals with this partner already, and no more fit.", most=GOALS_MOST)
        until = max((goal.until for goal in goals), default=None)
        if pair.paused:
            return Content(confirmed=True, until=until, goals=goals)
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

    def _travelling(self, pair: Pair) -> list[SharedGoal]:
        today = self._journal.moment().for_date
        return [
            part
            for consent in self.consents.of(pair.partner)
            if consent.status is Status.ACTIVE
            and consent.starts <= today <= consent.expires
            and (goal := self.goal(consent.goal)) is not None
            and (part := as_it_travels(consent, goal)) is not None
        ]

    def _end_what_is_over(self, pair: Pair) -> None:
        today = self._journal.moment().for_date
        for consent in self.consents.of(pair.partner):
            if not consent.is_live:
                continue
            if today > consent.expires:
                self.end(consent, Status.EXPIRED, "EXPIRE")
            elif self.goal(consent.goal) is None:
                self.end(consent, Status.STOPPED, "STOP")

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
    return {
        "grant_id": consent.id,
        "recipient": consent.partner,
        "recipient_kind": "peer_partner",
        "purpose": "move_towards_goals_together",
        "item": consent.goal or "",
        "scope": list(consent.fields),
        "starts": consent.starts,
        "expires": consent.expires,
    }
