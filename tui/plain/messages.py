"""Between two people: what they share, words to them and theirs, a line for the next time, what both agreed."""

from dataclasses import dataclass, replace

from journal.domain.draft_kinds import NEXT_MEETING, Place, message, message_about
from journal.domain.entry import Draft
from sync.consent.words import Words
from sync.records.notes import Letter
from tui.plain import together as plainly_together
from tui.plain.choosing import ask_one_of, ask_yes
from tui.plain.deeds import Deed, Menu
from tui.plain.forms import begun_at
from tui.plain.long_words import ask_long, with_ending
from tui.plain.shelves import OpenThing
from tui.plain.visit import Visit
from tui.sharing_reading import Talk, name_of, part_sent, talk_with
from tui.wording import plain, together
from tui.wording import plain_together as said
from tui.wording import screen as shown
from tui.wording import sharing as words
from tui.wording.dates import day_in_words, short_day
from tui.wording.partners import agreed_in_lines
from tui.wording.sharing_lines import goal_in_lines, letter_about, theirs_in_lines

MOST_SAID = 10
"""Letters at a time: the newest."""


@dataclass(frozen=True, slots=True)
class OpenTalk:
    """With whom, and where."""

    visit: Visit
    id: str

    def read(self) -> Talk:
        """As it is now."""
        return talk_with(self.visit.journal, self.id)


def read_messages(visit: Visit) -> None:
    """Choose with whom; where there is one alone, nothing is asked."""
    between = Words(visit.journal)
    people = {page.partner for page in between.their_pages()} | {letter.partner for letter in between.received()}
    there = {thing.id for thing in visit.journal.things("partner")}
    options = [(partner, name_of(visit.journal, partner)) for partner in sorted(people & there)]
    if not options:
        visit.talk.say(together.NOTHING_CAME)
        return
    partner = options[0][0] if len(options) == 1 else ask_one_of(visit.talk, words.WHOSE, options)
    if partner is not None and plainly_together.is_facilitator(visit, partner):
        plainly_together.open_facilitator(visit, partner)
    elif partner is not None:
        open_talk(visit, partner)


def open_talk(visit: Visit, partner_id: str) -> None:
    """Everything between two people, then whatever is chosen.

    Raises:
        NotFound: the partner is not there any more.
    """
    deeds = (
        Deed(said.WRITE_TO_THEM, write),
        Deed(said.KEEP_WORDS, keep),
        Deed(said.NEXT_TIME, say_next_time),
        Deed(said.YES_TO_THEIRS, say_yes_to_theirs),
    )
    Menu(visit, deeds, plain.WHAT_NEXT, opened=say_talk).stay(OpenTalk(visit, partner_id))


def say_talk(it: OpenTalk) -> None:
    """What they share now, the next time, and the newest words, the newest first."""
    talk = it.read()
    say = it.visit.talk.say
    say(*([words.WORDS_PAUSED.format(name=talk.name)] if talk.is_paused else []))
    say(f"{words.THEY_SHARE.format(name=talk.name)}:")
    goals = talk.page.goals if talk.page else ()
    for goal in goals:
        say(*goal_in_lines(goal), words.UNTIL_DAY.format(until=day_in_words(goal.until)))
    if not goals:
        say(words.NOTHING_FROM_THEM)
    theirs = talk.page.line if talk.page else None
    say(f"{words.NEXT_TIME}:")
    say(*([words.OF_THEIRS.format(name=talk.name, text=theirs)] if theirs else []))
    say(*([words.OF_MINE.format(text=talk.line)] if talk.line else []))
    say(*([] if theirs or talk.line else [said.NO_NEXT_TIME]))
    say(f"{words.MESSAGES}:", *(_letter(talk, *each) for each in talk.letters[:MOST_SAID]))
    say(*([] if talk.letters else [said.NO_LETTERS]))


def _letter(talk: Talk, letter: Letter, is_mine: bool) -> str:
    about = letter_about(letter, talk.titles)
    who = words.YOU if is_mine else talk.name
    said_about = words.ABOUT.format(title=" ".join(about.split())) if about else ""
    head = ", ".join(part for part in (short_day(letter.at[:10]), who, said_about) if part)
    return f"{head}: {letter.text}"


def write(it: OpenTalk, begun: Draft | None = None) -> None:
    """A few words, about a goal that one of the two shares, or to the person alone; kept while they are typed.

    Args:
        it: with whom.
        begun: the draft to go on with; the latest of theirs where left out.
    """
    visit, journal, talk = it.visit, it.visit.journal, it.read()
    if not talk.is_connected:
        visit.talk.say(words.NOT_CONNECTED)
        return
    titles = [(shared, " ".join(title.split())) for shared, title in talk.titles.items() if title]
    if begun is not None:
        # Words about what is not shared any more go as words to the person.
        about = next((shared for shared, _ in titles if shared == message_about(begun)), None)
    else:
        about = ask_one_of(visit.talk, said.ABOUT_WHAT, titles) if titles else None
    draft = begun or begun_at(visit, message(it.id, about))
    if draft.body:
        visit.talk.say(shown.DRAFT_BACK, draft.body)
    visit.talk.say(together.READ_LATER.format(name=talk.name))
    typed = ask_long(
        visit.talk,
        with_ending(f"{words.WORDS_FOR.format(name=talk.name)}:"),
        begun=draft.body,
        keep=lambda text: journal.keep_draft(replace(draft, body=text)),
    )
    if typed is not None and typed.strip():
        visit.save(lambda: Words(journal).encourage(it.id, typed, about))
        visit.save(lambda: journal.keep_draft(replace(draft, body="")))
        visit.talk.say(together.ENCOURAGED)


def keep(it: OpenTalk) -> None:
    """Some of their words for a hard day, or not any more."""
    talk = it.read()
    theirs = [letter for letter, is_mine in talk.letters if not is_mine][:MOST_SAID]
    if not theirs:
        it.visit.talk.say(together.NOTHING_CAME)
        return
    letter = ask_one_of(it.visit.talk, said.WHICH_LETTER, [(each, " ".join(each.text.split())) for each in theirs])
    if letter is not None:
        it.visit.save(lambda: Words(it.visit.journal).keep(letter, not letter.kept))
        it.visit.talk.say(words.NOT_KEPT_WORDS if letter.kept else words.KEPT_WORDS)


def say_next_time(it: OpenTalk, begun: Draft | None = None) -> None:
    """A line or a few, which both see; a full stop alone ends it, and nothing takes it away but `clear`."""
    visit, journal, talk = it.visit, it.visit.journal, it.read()
    if not talk.is_connected:
        visit.talk.say(words.NOT_CONNECTED)
        return
    draft = begun or begun_at(visit, Place(NEXT_MEETING, it.id))
    visit.talk.say(*([words.OF_MINE.format(text=talk.line)] if talk.line else []))
    visit.talk.say(*([shown.DRAFT_BACK, draft.body] if draft.body else []))
    visit.talk.say(words.SEES_THIS.format(name=talk.name))
    typed = ask_long(
        visit.talk,
        with_ending(said.NEXT_TIME_LINE),
        begun=draft.body,
        keep=lambda text: journal.keep_draft(replace(draft, body=text)),
        at_once=(plain.CLEAR,),
    )
    if typed is None:
        return
    line = typed.strip() if typed.strip() and typed != plain.CLEAR else None
    visit.save(lambda: Words(journal).say_line(it.id, line))
    visit.save(lambda: journal.keep_draft(replace(draft, body="")))
    visit.talk.say(words.NEXT_TIME_SAVED if line else words.NEXT_TIME_GONE)


def say_yes_to_theirs(it: OpenTalk) -> None:
    """Their part as it is now, and a yes to it if it is right."""
    visit, talk = it.visit, it.read()
    if talk.page is None or not talk.page.agreement:
        visit.talk.say(words.NOTHING_OF_THEIRS.format(name=talk.name))
        return
    visit.talk.say(*theirs_in_lines(talk.page, talk.name, talk.partner.has_agreement))
    if not talk.page.said_yes and ask_yes(visit.talk, said.SAY_YES_TO_IT):
        between, seen = Words(visit.journal), talk.page.agreement
        visit.save(lambda: between.say_yes_to_theirs(it.id, seen))
        visit.talk.say(words.YES_SAID)


def ask_to_send_part(it: OpenThing) -> None:
    """Whether one's part of the agreement is to go as it is, where the partner sees another."""
    visit = it.visit
    if not Words(visit.journal).part_waits(it.id):
        return
    partner = visit.journal.partner(it.id)
    visit.talk.say(words.PART_WAITS.format(name=partner.partner_alias), *agreed_in_lines(partner))
    if ask_yes(visit.talk, words.SEND_PART_ASKED):
        visit.talk.say(visit.save(lambda: part_sent(visit.journal, it.id)))


def go_on_writing(visit: Visit, draft: Draft) -> None:
    """Words to a partner that were begun."""
    write(OpenTalk(visit, str(draft.item_id)), draft)


def go_on_with_line(visit: Visit, draft: Draft) -> None:
    """A line for the next time that was begun."""
    say_next_time(OpenTalk(visit, str(draft.item_id)), draft)
