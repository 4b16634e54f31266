"""Recovery words: said once, to be written on paper, and two of them typed back, or later."""

import random
from collections.abc import Sequence

from journal.errors import NotOpened
from journal.use_cases.opening import WORDS_CONFIRMED
from journal.use_cases.ways_in import NewWords, draw_recovery_words
from tui.plain.choosing import ask_one_of, numbered
from tui.plain.conversation import Back, Conversation
from tui.plain.visit import Visit
from tui.wording import opening
from tui.wording import plain as words
from tui.wording import screen as shown


def words_on_paper(talk: Conversation, recovery_words: Sequence[str]) -> bool:
    """Say the words, then whether they are on paper; true when two were typed back.

    Raises:
        Leave, EndOfInput: as they say.
    """
    while True:
        talk.say(shown.WORDS_TITLE, shown.WORDS_WHY, *numbered(recovery_words))
        try:
            written = ask_one_of(talk, words.ARE_THEY_WRITTEN, ((True, shown.WORDS_NOW), (False, shown.WORDS_LATER)))
            return written is True and _typed_back(talk, recovery_words)
        except Back:
            continue


def _typed_back(talk: Conversation, recovery_words: Sequence[str]) -> bool:
    """Ask for two of the words, drawn anew at each try.

    Raises:
        Back: to the words once more.
    """
    talk.say(shown.WORDS_BACK)
    while True:
        places = sorted(random.SystemRandom().sample(range(1, len(recovery_words) + 1), 2))
        typed = [talk.ask(shown.type_word(place)) for place in places]
        if None in typed:
            return False
        if [str(word).casefold() for word in typed] == [recovery_words[place - 1] for place in places]:
            talk.say(opening.WORDS_CONFIRMED)
            return True
        talk.say(words.WORD_WRONG)


def new_recovery_words(visit: Visit) -> None:
    """Draw new words. They count from the moment that two were typed back; until then the ones before do."""
    new = _drawn(visit)
    if new is None or not words_on_paper(visit.talk, new.words.words):
        visit.talk.say(words.OLD_WORDS_COUNT)
        return

    def take_effect() -> None:
        new.take_effect()
        visit.journal.choose(WORDS_CONFIRMED, "yes")

    visit.save(take_effect)


def _drawn(visit: Visit) -> NewWords | None:
    door = visit.door
    if door.secrets.has_source():
        return draw_recovery_words(door.home, door.secrets.from_source())
    door.talk.say(shown.WORDS_ASK)
    while True:
        passphrase = door.ask_secret(opening.PASSPHRASE)
        if passphrase == "":
            return None
        if passphrase is not None:
            try:
                return draw_recovery_words(door.home, passphrase)
            except NotOpened as problem:
                door.talk.say(str(problem))
