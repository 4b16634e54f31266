"""The rules by which pages follow each other: one whole page a direction, and the highest number wins.

One side's memory of the pages between two people, as a value; each rule gives a new one. No clock, no slot, no key is
touched here: seeds of keys are bytes, and who seals hands them in. Source: security brief, d.3, d.4.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum

from sync.errors import WrittenByOther
from sync.protocol.digests import page_digest
from sync.protocol.framing import NONE_YET, Page
from sync.protocol.sizes import NUMBER_MOST

EPOCH_LASTS = timedelta(days=7)


class Taken(Enum):
    """What a page of the partner's brought."""

    OLD = "an older page than the last one: dropped"
    HEADERS = "the same words, perhaps with a newer answer"
    WORDS = "other words: what is shown of the partner is replaced whole"


@dataclass(frozen=True, slots=True, repr=False)
class Standing:
    """What one side remembers."""

    seed: bytes
    """Of one's newest key (32 bytes)."""
    epoch_since: datetime
    """When that key was made."""
    their_key: bytes
    """The partner's newest key (1,216 bytes)."""
    their_epoch: int = 1
    epoch: int = 1
    seed_before: bytes = b""
    """Of the key before, until a page sealed to the newest has come."""
    number: int = 0
    """Of one's own page; 0: none was made yet."""
    content: bytes = b""
    sent: tuple[tuple[int, bytes], ...] = ()
    """Number and digest of one's own pages, from the last one that the partner has seen on."""
    seen_by_them: int = 0
    """The newest page of one's own that the partner took in. The only receipt there is."""
    noted_by_them: int = 0
    """The newest note of one's own that the partner has kept."""
    seen_number: int = 0
    seen_digest: bytes = NONE_YET
    notes_ack: int = 0
    """The newest of the partner's notes that is kept here."""
    owes: bool = False
    """Whether there is something to write that is not written yet."""

    def page(self, epoch_key: bytes) -> Page:
        """The page as it is to be sealed. `epoch_key` is the public half of the newest seed."""
        return Page(
            self.number, self.epoch, epoch_key, self.seen_number, self.seen_digest, self.notes_ack, self.content
        )


def renewed(standing: Standing, content: bytes) -> Standing:
    """With this content as one's own page: a new number where it differs from the last."""
    if standing.number and content == standing.content:
        return standing
    number = standing.number + 1
    sent = (*standing.sent, (number, page_digest(number, content)))
    return replace(standing, number=number, content=content, sent=sent, owes=True)


def written(standing: Standing) -> Standing:
    """After one's own page has reached its slot."""
    return replace(standing, owes=False)


def taken_in(standing: Standing, page: Page, newest_note: int) -> tuple[Standing, Taken]:
    """After a page that was opened with the key of this direction and holds what a page may hold.

    Args:
        standing: what was remembered.
        page: the partner's page.
        newest_note: the highest number of a note on it, or 0.

    Raises:
        WrittenByOther: another page of the same number, an answer to one that was never written here, or another
            key of the same epoch.
    """
    if page.number < standing.seen_number:
        return standing, Taken.OLD
    is_same = page.number == standing.seen_number
    if is_same and page.digest != standing.seen_digest:
        raise WrittenByOther
    _check_seen(standing, page)
    noted = max(standing.notes_ack, newest_note)
    after = replace(
        _with_their_key(standing, page),
        seen_by_them=max(standing.seen_by_them, page.seen_number),
        noted_by_them=max(standing.noted_by_them, page.notes_ack),
        seen_number=page.number,
        seen_digest=page.digest,
        notes_ack=noted,
    )
    after = replace(after, sent=tuple(each for each in after.sent if each[0] >= after.seen_by_them))
    return (after, Taken.HEADERS) if is_same else (replace(after, owes=True), Taken.WORDS)


def met_newest_key(standing: Standing, new_seed: bytes, now: datetime) -> Standing:
    """After a page that was sealed to one's newest key: the one before goes, and a week later there is a new one.

    Args:
        standing: what was remembered.
        new_seed: 32 random bytes, used where it is time.
        now: an instant. A clock that was set back never keeps a key for longer.
    """
    alone = replace(standing, seed_before=b"")
    if standing.epoch_since <= now < standing.epoch_since + EPOCH_LASTS:
        return alone
    return replace(
        alone, seed=new_seed, seed_before=standing.seed, epoch=standing.epoch + 1, epoch_since=now, owes=True
    )


def alarmed(standing: Standing, found: Sequence[Page], never_written: bytes, content: bytes) -> Standing:
    """With a last page, newer than any that the partner may have: whoever takes it in raises `WrittenByOther` too.

    Args:
        standing: what is remembered, of no use after this.
        found: what stands in the partner's slot.
        never_written: 32 random bytes, as the digest of a page of theirs.
        content: what it says to nobody.
    """
    number = 1 + max(standing.number, *(page.seen_number for page in found))
    seen = max(standing.seen_number, *(page.number for page in found))
    last = min(number, NUMBER_MOST)
    return replace(standing, number=last, content=content, seen_number=seen, seen_digest=never_written)


def _check_seen(standing: Standing, page: Page) -> None:
    """The partner can have seen what was written here, and nothing else. An older answer says nothing any more."""
    if page.seen_number < standing.seen_by_them:
        return
    known = {0: NONE_YET, **dict(standing.sent)}
    if known.get(page.seen_number) != page.seen_digest:
        raise WrittenByOther


def _with_their_key(standing: Standing, page: Page) -> Standing:
    """The next key is taken; the one that is known, one of long ago or one too far ahead is not."""
    if page.epoch == standing.their_epoch and page.epoch_key != standing.their_key:
        raise WrittenByOther
    if page.epoch != standing.their_epoch + 1:
        return standing
    return replace(standing, their_epoch=page.epoch, their_key=page.epoch_key, owes=True)
