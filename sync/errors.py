"""What can go wrong between two people, as branches of cairn's one tree of errors.

    CairnError
    ├── BadInput
    │   └── TooLong                 what would be on the page does not fit it
    ├── Unreadable                  bytes that are not what a partner's cairn writes; one outcome, whatever the reason
    ├── NotAsked                    nothing may leave yet: the words were not compared by both
    │   ├── OtherWords              the yes was to four words that are not the ones by now
    │   ├── NotForThem              something that does not go between these two
    │   ├── NoRoleCard              the facilitator has not said yet when they would tell others
    │   └── NotShown                nobody shares with a facilitator before they saw that
    ├── OtherKind                   an invite of a kind that cannot be joined here
    ├── BrokenOff                   a pairing that has to begin again with new words
    │   ├── UsedTwice               somebody else joined with the same words
    │   └── TooOld                  the words, or the time to finish in, have run out
    ├── WrittenByOther              somebody else writes as one of the two
    └── NotReached                  the place that both can see is not there, full, or read-only
        ├── NoRelay                 what answers there is none
        ├── NeedsToken              the relay makes no room for who has no token that it knows
        ├── StandsForOthers         the relay has given the slot away
        ├── AskedTooOften           the relay wants not to be asked for some time
        ├── NoRoomThere             the relay is full
        ├── NotTrusted              what answers cannot show that it is the relay
        └── NoWayThere              the proxy of this computer cannot be used

Words of an invite that hold a slip are told in `sealing/invite_words.py`. The root is in `journal/errors.py`.
"""

from journal.errors import BadInput, CairnError, NewerFormat


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


class OtherWords(NotAsked):
    """The yes was to four words that are not the ones to be compared by now."""

    code = "other-words"
    sentence = "Other words are here by now, so nothing was said. Compare the new ones."


class NotForThem(NotAsked):
    """Something that does not go between these two: to a facilitator goes the page that was written for them."""

    code = "not-for-them"
    sentence = "To a facilitator goes the page you write for them, and nothing else. Nothing was sent."


class NotShown(NotAsked):
    """Nobody shares with a facilitator before they have seen who that is, and what would be told to others."""

    code = "not-shown"
    sentence = "Read what they say of themselves first, and when they would tell others. Nothing was sent."


class NoRoleCard(NotAsked):
    """The facilitator's role card has not come, so nobody could have seen it."""

    code = "no-role-card"
    sentence = "They have not said yet when they would tell others. Nothing can be sent before that."


class OtherKind(NewerFormat):
    """An invite of a kind that cannot be joined here."""

    code = "other-kind"
    sentence = "This cairn knows no invite of this kind, so nothing was joined."
    hint = ""


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


class NoRelay(NotReached):
    """What answers there does not answer as a relay does."""

    code = "no-relay"
    sentence = "What answers there is no relay that this cairn knows. Nothing is lost; cairn tries again."


class NeedsToken(NotReached):
    """The relay makes room for those alone who bring a token."""

    code = "needs-token"
    sentence = "This relay makes room with a token. Whoever runs it gives you one."
    hint = "It goes before the name of the relay: relay:https://TOKEN@HOST"


class StandsForOthers(NotReached):
    """The relay says that somebody else's capabilities open this slot."""

    code = "stands-for-others"
    sentence = "The relay keeps this place for somebody else. Meet again with new words."


class AskedTooOften(NotReached):
    """The relay wants not to be asked for some time."""

    code = "asked-too-often"
    sentence = "The relay asks to be left alone for a while. Nothing is lost; cairn tries again then."


class NoRoomThere(NotReached):
    """The relay takes nothing more."""

    code = "no-room-there"
    sentence = "The relay has no room now. Nothing is lost; cairn tries again."


class NotTrusted(NotReached):
    """What answers there shows no certificate by which this computer knows it."""

    code = "not-trusted"
    sentence = "What answers there cannot show that it is this relay. Nothing was sent."


class NoWayThere(NotReached):
    """This computer names a proxy that cannot be used here."""

    code = "no-way-there"
    sentence = "This computer names a proxy of a kind that cairn cannot use. Nothing was sent."


OUT_OF_REACH = frozenset({NotReached.code, *(kind.code for kind in NotReached.__subclasses__())})
"""The codes of all these: what was to be carried is kept, and tried again."""
