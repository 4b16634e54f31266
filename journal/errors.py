"""Everything that can go wrong here, as one tree.

    CairnError
    ├── BadInput                a value that cannot be used as it is
    │   ├── OutOfRange          outside its documented range
    │   ├── NotAllowed          a word that is not one of the words allowed here
    │   └── Ambiguous           a shortened id that fits more than one thing
    ├── NotFound                no such page, check-in, prompt, tool
    │   └── NoJournal           nothing has been set up in this place yet
    ├── NotOpened               no key slot opens; the header itself is whole
    │   └── WrongWords          recovery words that are not ours, or hold a slip
    ├── Damaged                 the file is not what cairn wrote
    ├── Busy                    another process kept the journal for longer than we wait
    ├── KeyChanged              another process gave the journal a new key, or put a copy in its place
    ├── NoRoom                  disk full, read-only, or the disk said no
    ├── AlreadyThere            something stands where a new one was to be made
    ├── NotConfirmed            the word that was asked for did not come
    ├── OtherHome               a deed of a person in a facilitator's home, or the other way round
    ├── OpenToOthers            others could put files into the journal's folder
    └── NewerFormat             written by a newer cairn

Catch the root at the edge of the program, a branch where something can be done, a leaf in tests.
No message repeats what the person wrote, not even a number.
"""

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar, Self

_PLACE = re.compile(r"\{(\w+)\}")


def fill(template: str, places: Mapping[str, object]) -> str:
    """Put each value in its place, at once: braces inside a value are never places themselves."""
    return _PLACE.sub(lambda found: str(places.get(found[1], found[0])), template)


class Sentence(str):
    """A text in English that still knows the words around its open places, so that another language can say it.

    Args:
        template: with a name in braces for each place, such as `Line {line} is blank.`
        places: what stands there; a sentence among them can be said in another language too.
    """

    __slots__ = ("places", "template")

    template: str
    places: Mapping[str, object]

    def __new__(cls, template: str, /, **places: object) -> Self:
        sentence = super().__new__(cls, fill(template, places))
        sentence.template = template
        sentence.places = places
        return sentence


class CairnError(Exception):
    """The root. `code` never changes, for scripts and docs; `said` and `hint` are for the person."""

    code: ClassVar[str] = "cairn"
    sentence: ClassVar[str] = "Something went wrong in cairn, not in what you did. Your last save is safe."
    hint: str = ""

    def __init__(self, sentence: str | None = None, /, hint: str | None = None, **places: object) -> None:
        said = sentence or self.sentence
        self.said = said if isinstance(said, Sentence) else Sentence(said, **places)
        super().__init__(self.said)
        if hint is not None:
            self.hint = hint


class BadInput(CairnError):
    """A value that cannot be used as it is."""

    code = "bad-input"
    sentence = "That cannot be used as it is."


class OutOfRange(BadInput):
    """A number outside its documented range."""

    code = "out-of-range"

    def __init__(self, field: str, lowest: int, highest: int) -> None:
        super().__init__(
            "{field} takes a whole number from {lowest} to {highest}.", field=field, lowest=lowest, highest=highest
        )


class NotAllowed(BadInput):
    """A word that is not one of the words allowed here."""

    code = "not-allowed"

    def __init__(self, field: str, allowed: Iterable[str]) -> None:
        super().__init__("{field} takes one of: {allowed}.", field=field, allowed=", ".join(allowed))


class Ambiguous(BadInput):
    """A shortened id that fits more than one thing."""

    code = "ambiguous"
    sentence = "That id fits more than one thing."
    hint = "Give a few more of its characters."


class NotFound(CairnError):
    """No such page, check-in, prompt or tool."""

    code = "not-found"
    sentence = "There is no such thing in this journal."
    hint = "cairn show lists what there is, with ids."


class NoJournal(NotFound):
    """Nothing has been set up in this place yet."""

    code = "no-journal"
    sentence = "There is no journal here yet."
    hint = "cairn init makes one, or start cairn and it will ask."


class NotOpened(CairnError):
    """No key slot opens with what was given; the header itself is whole."""

    code = "wrong-passphrase"
    sentence = "That did not open it. Try again when you are ready."
    hint = "Check caps lock. With your recovery words: cairn vault passphrase --recovery."


class WrongWords(NotOpened):
    """Recovery words that hold a slip, or belong to another journal."""

    code = "wrong-words"
    sentence = "These do not open this journal."
    hint = "Your passphrase opens it too."


class Damaged(CairnError):
    """The file is not what cairn wrote."""

    code = "damaged"
    sentence = "The journal file is not what cairn wrote. Nothing was changed."
    hint = "What can still be read: cairn vault rescue --to FOLDER. Safety copies: cairn backup list"


class Busy(CairnError):
    """Another process kept the journal for longer than we wait."""

    code = "busy"
    sentence = "Another cairn is using the journal. Nothing was saved this time."
    hint = "Try again in a moment."


class KeyChanged(CairnError):
    """The journal stands under another key than the one it was opened with."""

    code = "key-changed"
    sentence = "Another cairn gave this journal a new key, or put a backup in its place. Nothing was saved this time."
    hint = "Open it again with the passphrase that it has now."


class NoRoom(CairnError):
    """Disk full, read-only, or the disk itself said no."""

    code = "no-room"
    sentence = "This could not be written to the disk, so it was not saved. What was there before is safe."
    hint = "Make some room or check that the disk can be written to, then try again."


class AlreadyThere(CairnError):
    """A journal stands where a new one was to be made."""

    code = "already-there"
    sentence = "There is a journal here already. Nothing was changed."


class OtherHome(CairnError):
    """A deed of a person's own journal in a facilitator's home, or of a facilitator in a person's."""

    code = "other-home"
    sentence = "This is a facilitator's home: what belongs to your own journal is in a home of its own."
    hint = "--home DIR or CAIRN_HOME says which home."


class NotConfirmed(CairnError):
    """The word that was asked for did not come, so nothing was done."""

    code = "not-confirmed"
    sentence = "The word did not come, so nothing was done."


class OpenToOthers(CairnError):
    """Somebody else could put files into the journal's folder."""

    code = "open-to-others"
    sentence = "Others on this computer can change what is in the journal's folder, so it was not opened."
    hint = "Take that away from them (chmod go-w on the folder), then try again."


class NewerFormat(CairnError):
    """Written by a newer cairn than this one."""

    code = "newer-format"
    sentence = "This journal was written by a newer cairn. Nothing was changed."
    hint = "Open it with that version of cairn."
