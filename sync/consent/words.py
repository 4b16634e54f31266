"""Words typed to one partner: encouragement and replies, the line "next time we meet", one's part of the agreement."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from journal.domain.shelves import AGREEMENT, PeerPartnership
from journal.errors import BadInput, NotFound
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from sync.consent.making import Making
from sync.errors import NotAsked
from sync.protocol.canonical import canonical
from sync.protocol.content import NOTES_MOST, TEXT_MOST, Agreement, Content, SharedGoal, read_content
from sync.protocol.digests import digest
from sync.records.notes import Letter
from sync.records.pairs import Pair, State

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
    """What is said between partners, on one open journal."""

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
            self._making.renew(pair)
        return Letter(pair.partner, no, goal, said, self._journal.now_utc())

    def say_line(self, partner: str, text: str | None) -> None:
        """What this partner sees as "next time we meet", or nothing. Raises as `encourage` does."""
        with transaction(self._journal.connection):
            self._change(self._active(partner), line=_within(text) if text else None)

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
            mine = {name: text for name, text in {**json.loads(pair.agreement or "{}"), **said}.items() if text}
            self._change(pair, agreement=canonical(mine).decode() if mine else None)

    def agree(self, partner: str, values: Mapping[str, object], draft_id: str | None = None) -> PeerPartnership:
        """Keep one's part of the agreement in the journal; a partner who is connected sees all of it that holds words.

        Raises:
            BadInput: a section that is too long to travel to a partner who is connected. Nothing was changed.
        """
        found = self._journal.partner(partner)
        pair = self._making.pairs.get(found.id)
        if pair is None or pair.state is not State.ACTIVE:
            return self._journal.agree(found.id, values, draft_id)
        for text in values.values():
            if isinstance(text, str) and text.strip():
                _within(text)
        agreed = self._journal.agree(found.id, values, draft_id)
        self.say_agreement(
            found.id, {part.name: getattr(agreed, part.name) for part in AGREEMENT if part.takes == "text"}
        )
        return agreed

    def say_yes_to_theirs(self, partner: str) -> None:
        """Say yes to the partner's part as it is now. With theirs to one's own, it is in force.

        Raises:
            NotFound: they have written none.
        """
        with transaction(self._journal.connection):
            pair = self._active(partner)
            theirs = _mine(_agreement(self._view(pair)))
            if not theirs:
                raise NotFound("They have not written a part of the agreement yet.", hint="")
            self._change(pair, yes_to=_name(theirs))

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

    def _change(self, pair: Pair, **changes: str | None) -> None:
        after = replace(pair, **changes)  # type: ignore[arg-type]  # names of parts that hold text or nothing
        self._making.pairs.put(after)
        self._making.renew(after)

    def _active(self, partner: str) -> Pair:
        pair = self._making.pairs.get(self._journal.partner(partner).id)
        if pair is None or pair.state is not State.ACTIVE:
            raise NotAsked
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
        content, mine = self._view(pair), json.loads(pair.agreement or "{}")
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
