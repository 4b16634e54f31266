"""Words typed to one partner: encouragement and replies, the line "next time we meet", one's part of the agreement."""

import json
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from journal.domain.shelves import AGREEMENT, PeerPartnership
from journal.errors import BadInput, NotFound
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from sync.consent.making import Making
from sync.errors import NotAsked, NotForThem
from sync.protocol.canonical import canonical
from sync.protocol.content import NOTES_MOST, Agreement, Content, SharedGoal, read_content, write_content
from sync.protocol.digests import digest
from sync.protocol.parts import TEXT_MOST
from sync.protocol.writers import Writer
from sync.records.notes import Letter
from sync.records.pairs import OPEN, Pair, State

_AGREEMENT = b"cairn/v1/agreement"


@dataclass(frozen=True, slots=True)
class TheirPage:
    """What a partner shares now."""

    partner: str
    name: str | None = field(repr=False)
    goals: tuple[SharedGoal, ...] = field(repr=False)
    line: str | None = field(repr=False)
    agreement: Mapping[str, str] = field(repr=False)
    """Their part, by section."""
    says_yes: bool
    """Whether they say yes to one's own part as it is now."""
    said_yes: bool
    """Whether one has said yes to theirs as it is now."""


class Words:
    """What is said between partners, on one open journal. Whoever had paused everything goes on with new words."""

    def __init__(self, journal: OpenJournal) -> None:
        self._journal = journal
        self._making = Making(journal)

    def encourage(self, partner: str, text: str, about: str | None = None) -> Letter:
        """Words for a partner. They go at the next meeting and are shown once.

        Args:
            partner: a partner's name or id.
            text: 1 to 2,000 characters.
            about: a goal that one of the two shares with the other: its id there or here, or a unique start of one.

        Raises:
            NotAsked: the words were not compared by both. NotFound: no such goal is shared.
            BadInput: no words, too many, or 20 are on their way already.
        """
        said = _within(text)
        with transaction(self._journal.connection):
            pair = self._active(partner)
            standing = self._making.pairs.standing(pair.partner)
            waiting = self._making.notes.written(pair.partner, after=standing.noted_by_them if standing else 0)
            if len(waiting) >= NOTES_MOST:
                raise BadInput("{most} messages are on their way already. They go first.", most=NOTES_MOST)
            goal = None if about is None else self._shared_id(pair, about)
            no = self._making.notes.write(pair.partner, goal, said, self._journal.now_utc())
            self._put(replace(pair, paused=False))
        return Letter(pair.partner, no, goal, said, self._journal.now_utc())

    def say_line(self, partner: str, text: str | None) -> None:
        """What this partner sees as "next time we meet", or nothing. Raises as `encourage` does."""
        with transaction(self._journal.connection):
            pair, line = self._active(partner), _within(text) if text else None
            self._put(replace(pair, line=line, paused=pair.paused and line is None), adds=line is not None)

    def line(self, partner: str) -> str | None:
        """What this partner sees as "next time we meet"."""
        pair = self._making.pairs.get(self._journal.partner(partner).id)
        return None if pair is None else pair.line

    def say_agreement(self, partner: str, parts: Mapping[str, str | None]) -> None:
        """One's part of the agreement as this partner sees it, by section.

        A section left out stays as it was; one that is blank goes.
        """
        with transaction(self._journal.connection):
            pair = self._active(partner)
            said = {name: _within(text) if text and text.strip() else None for name, text in parts.items()}
            self._put_part(pair, {name: text for name, text in {**_parts(pair.agreement), **said}.items() if text})

    def agree(self, partner: str, values: Mapping[str, object], draft_id: str | None = None) -> PeerPartnership:
        """Keep one's part of the agreement in the journal, and the sections given now on the partner's page.

        What was kept here before and never sent stays here: it was not shown now. A section that is blank goes.
        Of a partner who is being met it goes with the first page once both are connected; of one who is here by name
        alone it stays here. One transaction.

        Raises:
            BadInput: a section is too long to travel to this partner, or they are together. Nothing was changed.
            NotForThem: they hold a group, whose agreement is the group's.
        """
        there = self._journal.partner(partner)
        pair = self._making.pairs.get(there.id)
        if pair is not None and pair.writer is not Writer.PARTNER:
            raise NotForThem
        return self._journal.agree(there.id, values, draft_id, beside=lambda kept: self._take_along(kept, values))

    def send_part(self, partner: str) -> None:
        """Put one's part as it is kept here on the partner's page. Raises as `agree` does; NotAsked: nobody is met."""
        with transaction(self._journal.connection):
            kept = self._journal.partner(partner)
            if self._heard_by(kept.id) is None:
                raise NotAsked
            self._take_along(kept, [part.name for part in AGREEMENT])

    def part_waits(self, partner: str) -> bool:
        """Whether a partner who is or will be connected sees another part of the agreement than the one kept here."""
        pair = self._heard_by(self._journal.partner(partner).id)
        return pair is not None and self._part_here(pair.partner) != _parts(pair.agreement)

    def hears(self, partner: str) -> State | None:
        """`ACTIVE` where words go at the next meeting, `MEETING` where once both are connected; else `None`."""
        pair = self._heard_by(self._journal.partner(partner).id)
        return None if pair is None else State.ACTIVE if pair.state is State.ACTIVE else State.MEETING

    def is_paused(self, partner: str) -> bool:
        """Whether words to this partner stay here until the next ones are written."""
        pair = self._heard_by(self._journal.partner(partner).id)
        return pair is not None and pair.paused

    def say_yes_to_theirs(self, partner: str, seen: Mapping[str, object]) -> None:
        """Say yes to the partner's part as it is now. With theirs to one's own, it is in force.

        Args:
            partner: whose part.
            seen: the part that was shown, by section. Another may have come meanwhile.

        Raises:
            NotFound: they have written none. BadInput: it is not the one that was shown.
        """
        with transaction(self._journal.connection):
            pair = self._active(partner)
            theirs = _mine(_agreement(self._view(pair)))
            if not theirs:
                raise NotFound("They have not written a part of the agreement yet.", hint="")
            if theirs != dict(seen):
                raise BadInput("Their part has changed since you saw it. Nothing was said; look at it again.")
            self._put(replace(pair, yes_to=_name(theirs), paused=False))

    def their_pages(self) -> list[TheirPage]:
        """What every partner shares now."""
        return [self._their_page(pair) for pair in self._making.pairs.all() if pair.view is not None]

    def their_page(self, partner: str) -> TheirPage | None:
        """What this partner shares now."""
        wanted = self._journal.partner(partner).id
        return next((page for page in self.their_pages() if page.partner == wanted), None)

    def received(self, partner: str | None = None) -> list[Letter]:
        """Words of this partner, or of all, the newest first. They stay here whatever happens there."""
        return self._making.notes.received(None if partner is None else self._journal.partner(partner).id)

    def written(self, partner: str) -> list[Letter]:
        """One's own words to a partner, the first one first."""
        return self._making.notes.written(self._journal.partner(partner).id)

    def keep(self, letter: Letter, kept: bool = True) -> None:
        """Keep words of a partner for a hard day, or no longer."""
        with transaction(self._journal.connection):
            self._making.notes.keep(letter.partner, letter.no, kept)

    def _take_along(self, agreed: PeerPartnership, given: Collection[str]) -> None:
        """The sections given as they are here now, beside those on the page already."""
        pair = self._heard_by(agreed.id)
        if pair is not None:
            here, sent = self._part_here(agreed.id), _parts(pair.agreement)
            new = {name: _within(text) for name, text in here.items() if name in given}
            self._put_part(pair, {**{name: text for name, text in sent.items() if name in here}, **new})

    def _put_part(self, pair: Pair, mine: dict[str, str]) -> None:
        # Alone on its first page it has to fit, too.
        write_content(Content(confirmed=True, name=pair.my_name, agreement=Agreement.model_validate({"mine": mine})))
        agreement = canonical(mine).decode() if mine else None
        self._put(replace(pair, agreement=agreement, paused=pair.paused and not mine), adds=bool(mine))

    def _put(self, pair: Pair, *, adds: bool = True) -> None:
        self._making.pairs.put(pair)
        if adds:
            self._making.renew(pair, adds=True)
        else:
            self._making.renew_with_less(pair)

    def _heard_by(self, partner: str) -> Pair | None:
        pair = self._making.pairs.get(partner)
        is_heard = pair is not None and pair.state in OPEN and pair.state is not State.ENDING
        return pair if is_heard and pair is not None and pair.writer is Writer.PARTNER else None

    def _active(self, partner: str) -> Pair:
        pair = self._making.pairs.get(self._journal.partner(partner).id)
        if pair is None or pair.state is not State.ACTIVE:
            raise NotAsked
        if pair.writer is not Writer.PARTNER:
            raise NotForThem
        return pair

    def _shared_id(self, pair: Pair, typed: str) -> str:
        live = [each for each in self._making.consents.of(pair.partner) if each.is_live]
        known = {goal.id: goal.id for goal in self._view(pair).goals}
        known |= {each.shared: each.shared for each in live} | {each.goal: each.shared for each in live if each.goal}
        fitting = {shared for name, shared in known.items() if len(typed) >= 4 and name.startswith(typed.casefold())}
        if len(fitting) != 1:
            raise NotFound(
                "There is no goal of that id between you.", hint="cairn inbox shows what they share, with ids."
            )
        return fitting.pop()

    def _view(self, pair: Pair) -> Content:
        return Content() if pair.view is None else read_content(pair.view).on(self._journal.moment().for_date)

    def _their_page(self, pair: Pair) -> TheirPage:
        content, mine = self._view(pair), _parts(pair.agreement)
        theirs = _agreement(content)
        return TheirPage(
            partner=pair.partner,
            name=content.name,
            goals=content.goals,
            line=content.line,
            agreement=_mine(theirs),
            says_yes=bool(mine) and theirs.yes_to == _name(mine) and mine == self._part_here(pair.partner),
            said_yes=bool(theirs.mine) and pair.yes_to == _name(_mine(theirs)),
        )

    def _part_here(self, partner: str) -> dict[str, str]:
        """One's own part as it stands in the journal: an edit or an undo there is not on the page by itself."""
        try:
            kept = self._journal.partner(partner)
        except NotFound:
            return {}
        texts = {part.name: getattr(kept, part.name) or "" for part in AGREEMENT if part.takes == "text"}
        said = {name: unicodedata.normalize("NFC", text).strip() for name, text in texts.items()}
        return {name: text for name, text in said.items() if text}


def _agreement(content: Content) -> Agreement:
    return content.agreement or Agreement()


def _parts(agreement: str | None) -> dict[str, str]:
    """One's part as it is kept for the page."""
    return {str(section): str(text) for section, text in json.loads(agreement or "{}").items()}


def _mine(agreement: Agreement) -> dict[str, str]:
    return {str(section): text for section, text in agreement.mine.items()}


def _name(parts: Mapping[str, str]) -> str:
    """What names one state of somebody's part: 64 hex digits."""
    return digest(_AGREEMENT, canonical(parts)).hex()


def _within(text: str) -> str:
    said = unicodedata.normalize("NFC", text).strip()
    if not said:
        raise BadInput("There are no words to send yet.")
    if len(said) > TEXT_MOST:
        raise BadInput("That is {count} characters; {most} fit.", count=len(said), most=TEXT_MOST)
    return said
