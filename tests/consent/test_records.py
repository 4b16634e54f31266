"""Rows of sharing come back as they were put, whatever stands in them."""

from dataclasses import fields, replace
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.store.connection import Connection
from journal.use_cases.open_journal import OpenJournal
from sync.protocol.standing import Standing
from sync.records.consents import Consent, Consents, Status
from sync.records.meetings import Meetings
from sync.records.notes import Notes
from sync.records.pairs import Pair, Pairs, State
from sync.sealing.meeting import Meeting
from sync.sealing.meeting_keys import Role

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
BYTES = st.binary(max_size=40)
NUMBER = st.integers(0, 2**53 - 1)
INSTANT = st.integers(0, 2**32).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
MAYBE = st.none() | TEXT
SOME_BYTES = st.none() | BYTES
SOME_NUMBER = st.none() | NUMBER

PAIRS = st.builds(
    Pair, partner=st.just(""), via=TEXT, role=st.sampled_from(Role), begun_at=TEXT, my_name=MAYBE,
    takes_name=st.booleans(), group_name=MAYBE, line=MAYBE, agreement=MAYBE, yes_to=MAYBE, state=st.sampled_from(State),
    why=MAYBE, met_at=MAYBE, said_at=MAYBE, seen_at=MAYBE, ended_at=MAYBE, unreadable=NUMBER, not_read=SOME_BYTES,
    words=MAYBE, root=SOME_BYTES, view=SOME_BYTES, wrote=SOME_BYTES, alarm=SOME_BYTES,
)  # fmt: skip
STANDINGS = st.builds(
    Standing, seed=st.binary(min_size=1, max_size=40), epoch_since=INSTANT, their_key=BYTES, their_epoch=NUMBER,
    epoch=NUMBER, seed_before=BYTES, number=NUMBER, content=BYTES, seen_by_them=NUMBER, noted_by_them=NUMBER,
    sent=st.lists(st.tuples(NUMBER, BYTES), max_size=3).map(tuple), seen_number=NUMBER, seen_digest=BYTES,
    notes_ack=NUMBER, owes=st.booleans(),
)  # fmt: skip
CONSENTS = st.builds(
    Consent, id=st.just("consent"), partner=st.just(""), goal=st.none(), shared=TEXT,
    fields=st.lists(TEXT, max_size=5).map(tuple), words=st.dictionaries(TEXT, TEXT, max_size=5), step=MAYBE,
    step_shared=MAYBE, statement=TEXT, version=NUMBER, said_with=TEXT, starts=TEXT, expires=TEXT, made_at=TEXT,
    status=st.sampled_from(Status), changed_at=MAYBE, sent_number=SOME_NUMBER, sent_at=MAYBE, seen_at=MAYBE,
    gone_number=SOME_NUMBER, gone_at=MAYBE, supersedes=MAYBE,
)  # fmt: skip
MEETINGS = st.builds(
    Meeting, role=st.sampled_from(Role), code=BYTES, seed=BYTES, nonce=BYTES, contribution=BYTES, since=INSTANT,
    m1=BYTES, m2=BYTES, m3=BYTES, m4=BYTES,
)  # fmt: skip
ONE_JOURNAL = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)


def paired(journal: OpenJournal, pair: Pair) -> Pair:
    """The pair with a partner who is in the journal."""
    partners = journal.things("partner") or [journal.add_thing("partner", {"partner_alias": "Sam"})]
    return replace(pair, partner=partners[0].id)


@given(first=PAIRS, second=PAIRS)
@ONE_JOURNAL
def test_a_pair_comes_back_with_every_column_new_or_changed(journal: OpenJournal, first: Pair, second: Pair) -> None:
    pairs = Pairs(journal.connection)
    for pair in (paired(journal, first), paired(journal, second)):
        pairs.put(pair)
        assert pairs.get(pair.partner) == pair
        assert pairs.all() == [pair]


@given(pair=PAIRS, standing=STANDINGS, other=PAIRS)
@ONE_JOURNAL
def test_what_is_remembered_of_the_pages_comes_back_whatever_else_is_written(
    journal: OpenJournal, pair: Pair, standing: Standing, other: Pair
) -> None:
    pairs, pair = Pairs(journal.connection), paired(journal, pair)
    pairs.put(pair)
    pairs.put_standing(pair.partner, standing)
    assert pairs.standing(pair.partner) == standing
    pairs.put(paired(journal, other))
    assert pairs.standing(pair.partner) == standing
    pairs.put_standing(pair.partner, None)
    assert pairs.standing(pair.partner) is None
    assert not _not_empty(journal.connection, [field.name for field in fields(Standing)])


@given(pair=PAIRS, first=CONSENTS, second=CONSENTS)
@ONE_JOURNAL
def test_a_yes_comes_back_as_it_was_said(journal: OpenJournal, pair: Pair, first: Consent, second: Consent) -> None:
    pair = paired(journal, pair)
    Pairs(journal.connection).put(pair)
    consents = Consents(journal.connection)
    for consent in (replace(each, partner=pair.partner) for each in (first, second)):
        consents.put(consent)
        assert consents.all() == consents.of(pair.partner) == [consent]


@given(pair=PAIRS, meeting=MEETINGS)
@ONE_JOURNAL
def test_a_meeting_on_its_way_comes_back(journal: OpenJournal, pair: Pair, meeting: Meeting) -> None:
    pair, meetings = paired(journal, pair), Meetings(journal.connection)
    Pairs(journal.connection).put(pair)
    meetings.put(pair.partner, meeting)
    assert meetings.get(pair.partner, meeting.role) == meeting
    meetings.remove(pair.partner)
    assert meetings.get(pair.partner, meeting.role) is None


@given(pair=PAIRS, texts=st.lists(TEXT, max_size=4), anew=st.integers(0, 2))
@ONE_JOURNAL
def test_words_come_back_in_their_order_however_often_two_begin_anew(
    journal: OpenJournal, pair: Pair, texts: list[str], anew: int
) -> None:
    pair, notes = paired(journal, pair), Notes(journal.connection)
    Pairs(journal.connection).put(pair)
    before = len(notes.received(pair.partner))
    for _ in range(anew):
        notes.begin_anew(pair.partner)
    first = max((letter.no for letter in notes.received(pair.partner)), default=0)
    for number, text in enumerate(texts, max(first, 0) + 1):
        notes.receive(pair.partner, number, None, text, "at")
    received = notes.received(pair.partner)
    assert [letter.text for letter in reversed(received)][before:] == texts
    assert len({letter.no for letter in received}) == before + len(texts)


def _not_empty(connection: Connection, names: list[str]) -> list[str]:
    (row,) = connection.rows(f"SELECT {', '.join(names)} FROM pair")
    return [name for name, value in zip(names, row, strict=True) if value is not None]
