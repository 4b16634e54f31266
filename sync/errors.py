"""What can go wrong between two people, as branches of cairn's one tree of errors.

    CairnError
    ├── BadInput
    │   └── TooLong                 what would be on the page does not fit it
    ├── Unreadable                  bytes that are not what a partner's cairn writes; one outcome, whatever the reason
    ├── NotAsked                    nothing may leave yet: the words were not compared by both
    ├── BrokenOff                   a pairing that has to begin again with new words
    │   ├── UsedTwice               somebody else joined with the same words
    │   └── TooOld                  the words, or the time to finish in, have run out
    ├── WrittenByOther              somebody else writes as one of the two
    └── NotReached                  the place that both can see is not there, full, or read-only

Words of an invite that hold a slip are told in `sealing/invite_words.py`. The root is in `journal/errors.py`.
"""

from journal.errors import BadInput, CairnError


class Unreadable(CairnError):
    """Bytes that are not what a partner's cairn writes. Never says which check it was: that would be a hint."""

    code = "unreadable"
    sentence = "This cannot be read. Nothing was changed."


class TooLong(BadInput):
    """What would be on the page does not fit it."""

    code = "too-long-to-share"
    sentence = "This does not fit with what you share already."


class NotAsked(CairnError):
    """Nothing of the person's leaves before both have said that the words match."""

    code = "not-compared"
    sentence = "Compare the four words with each other first. Nothing was sent."


class BrokenOff(CairnError):
    """A pairing that has to begin again, with new words."""

    code = "broken-off"
    sentence = "This invite was broken off. A new one needs new words."


class UsedTwice(BrokenOff):
    """Somebody else joined with the same words, or one of the two joined from two journals."""

    code = "used-twice"
    sentence = "These words were used twice, so the invite was broken off. Make a new one."


class TooOld(BrokenOff):
    """The words, or the time to finish in, have run out."""

    code = "invite-over"
    sentence = "The time of this invite is over. Make a new one."


class WrittenByOther(CairnError):
    """Somebody else writes as one of the two."""

    code = "written-by-other"
    sentence = "Something was written here that neither of you wrote. Meet again to be sure."


class NotReached(CairnError):
    """The place that both can see is not there, full, or cannot be written to."""

    code = "not-reached"
    sentence = "The place you both use could not be reached. Nothing is lost; cairn tries again."
