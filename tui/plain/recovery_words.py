"""Recovery words: said once, to be written on paper, and two of them typed back, or later; checked in a year."""

import random
from collections.abc import Sequence
from functools import partial

from journal.errors import NotOpened
from journal.use_cases.opening import WORDS_CONFIRMED
from journal.use_cases.snapshots import rewrap_snapshots
from journal.use_cases.ways_in import check_recovery_words, draw_recovery_words
from tui.language import sentence_of
from tui.plain.choosing import ask_one_of, numbered
from tui.plain.conversation import Back, Conversation
from tui.plain.passphrases import asked_again
from tui.plain.visit import Visit
from tui.wording import keys, opening
from tui.wording import plain as words
from tui.wording import plain_keys as said
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
    visit.talk.say(shown.WORDS_ASK)
    new = asked_again(visit, partial(draw_recovery_words, visit.home))
    if not words_on_paper(visit.talk, new.words.words):
        visit.talk.say(keys.WORDS_DO_NOT_COUNT)
        return
    changed = visit.save(new.take_effect)
    visit.save(lambda: note_words_on_paper(visit))
    visit.talk.say(keys.WORDS_COUNT, keys.STILL_OPENS)
    rewrap_snapshots(changed)


def note_words_on_paper(visit: Visit) -> None:
    """Somebody has typed them, so they are there."""
    if visit.journal.setting(WORDS_CONFIRMED) != "yes":
        visit.journal.choose(WORDS_CONFIRMED, "yes")
    visit.journal.note_words_checked()


def check_words(visit: Visit) -> None:
    """See whether all of them open it. Nothing is changed, and it is offered again in a year."""
    journal, talk = visit.journal, visit.talk
    talk.say(words.SECRET_HELP, said.NOT_NOW)
    while (typed := visit.door.ask_secret(keys.CHECK_WORDS)) != "":
        if typed is None:
            continue
        try:
            check_recovery_words(visit.home, typed)
        except NotOpened as problem:
            talk.say(sentence_of(problem))
            continue
        visit.save(lambda: note_words_on_paper(visit))
        talk.say(keys.WORDS_OPEN)
        return
    if journal.is_words_check_due():
        visit.save(journal.note_words_checked)
        talk.say(said.ASKED_IN_A_YEAR)
