"""Which support lines are shown, and in which order: the emergency number first, and never another country's."""

from dataclasses import replace
from uuid import uuid4

import pytest

from journal.data import support_lines
from journal.domain.support import CrisisResource, OwnLine, countries, country_code, regions, support_page
from journal.domain.support_own import (
    LONGEST,
    MOST_OWN,
    Arrangement,
    arranged,
    arrangement_in,
    as_stored,
    as_typed,
    lines_to_arrange,
    lines_to_hide,
    may_go_along,
    moved,
    parts_typed,
    with_hidden,
    with_order,
    with_own,
    without_own,
)
from journal.errors import BadInput, NotFound

PRIYA = OwnLine("11111111-1111-4111-8111-111111111111", "Priya", "ring the shop", "mornings")
SAM = OwnLine("22222222-2222-4222-8222-222222222222", "Sam", "knock")


def of(line_id: str) -> CrisisResource:
    return next(line for line in support_lines() if line.id == line_id)


@pytest.mark.parametrize("country", countries(support_lines()))
def test_the_emergency_number_comes_first_and_is_of_the_same_country(country: str) -> None:
    page = support_page(support_lines(), country)
    first = page.all()[0]
    assert isinstance(first, CrisisResource)
    assert (first.kind, first.country) == ("emergency", country)
    assert page.danger_number
    assert all(line.country in (country, "INT") for line in page.all() if isinstance(line, CrisisResource))


def test_an_unknown_country_gets_no_other_countrys_number() -> None:
    page = support_page(support_lines(), None)
    assert (page.emergency, page.first, page.danger_number) == ((), (), None)
    assert [line.id for line in page.listed] == ["intl-fah"]


def test_of_two_numbers_the_first_is_the_one_to_call() -> None:
    said = {country: support_page(support_lines(), country).danger_number for country in ("GB", "IE", "CH", "US")}
    assert said == {"GB": "999", "IE": "112 or 999", "CH": "144 (ambulance) or 112", "US": "911"}


def test_a_region_leaves_out_the_lines_of_the_others() -> None:
    assert regions(support_lines(), "GB") == ["England", "Wales", "Scotland", "Northern Ireland"]
    assert regions(support_lines(), "DE") == []
    page = support_page(support_lines(), "GB", "northern-ireland")
    assert page.region == "Northern Ireland"
    found = {line.region for line in page.all() if isinstance(line, CrisisResource)}
    assert found == {None, "Northern Ireland"}


@pytest.mark.parametrize(("country", "region"), [("GB", "Cornwall"), ("DE", "Bavaria"), (None, "Scotland")])
def test_a_region_without_lines_is_refused(country: str | None, region: str) -> None:
    with pytest.raises(BadInput, match="region"):
        support_page(support_lines(), country, region)


def test_three_lines_at_most_come_first_by_rank() -> None:
    page = support_page(support_lines(), "GB", "England")
    assert [line.id for line in page.first] == ["gb-samaritans", "gb-shout", "gb-eng-111"]


@pytest.mark.parametrize("country", ["GB", "IE", "US", "CA", "AU", "NZ"])
def test_where_a_country_has_a_line_to_write_to_one_is_among_the_first(country: str) -> None:
    page = support_page(support_lines(), country)
    assert any(isinstance(line, CrisisResource) and line.takes_texts for line in page.first)
    assert len(page.first) <= 3


def test_no_line_is_lost_between_the_first_and_the_rest() -> None:
    page = support_page(support_lines(), "AU")
    shown = [line.id for line in page.all()]
    assert sorted(shown) == sorted({*(line.id for line in support_lines() if line.country == "AU"), "intl-fah"})


# A person's own


def test_own_lines_come_first_and_the_emergency_number_before_them() -> None:
    page = arranged(support_page(support_lines(), "GB"), Arrangement(own=(PRIYA, SAM)))
    assert page.all()[0].id == "gb-emergency"
    assert [line.id for line in page.first] == [PRIYA.id, SAM.id, "gb-samaritans"]


def test_a_hidden_line_is_not_shown_and_the_emergency_number_cannot_be_hidden() -> None:
    arrangement = Arrangement(hidden=("gb-samaritans", "gb-emergency", "gb-hubofhope"))
    page = arranged(support_page(support_lines(), "GB"), arrangement)
    shown = {line.id for line in page.all()}
    assert "gb-emergency" in shown
    assert not shown & {"gb-samaritans", "gb-hubofhope"}


def test_a_line_that_was_moved_stays_there_and_a_new_own_line_comes_first_all_the_same() -> None:
    page = support_page(support_lines(), "US")
    ids = moved(lines_to_arrange(page, Arrangement()), "us-ctl", 0)
    assert ids == ["us-ctl", "us-988"]
    arrangement = with_own(with_order(Arrangement(), ids), PRIYA)
    assert [line.id for line in arranged(page, arrangement).first] == [PRIYA.id, "us-ctl", "us-988"]


def test_the_order_of_one_country_says_nothing_of_another() -> None:
    arrangement = with_order(Arrangement(), ["us-ctl", "us-988"])
    assert arranged(support_page(support_lines(), "IE"), arrangement).first[0].id == "ie-pieta"
    both = with_order(arrangement, ["ie-50808", "ie-pieta"])
    assert arranged(support_page(support_lines(), "US"), both).first[0].id == "us-ctl"


def test_a_place_past_the_end_is_the_end() -> None:
    lines = lines_to_arrange(support_page(support_lines(), "US"), Arrangement())
    assert moved(lines, "us-988", 99) == ["us-ctl", "us-988"]
    with pytest.raises(BadInput):
        moved(lines, "gb-shout", 0)


def test_what_is_stored_reads_back_as_it_was() -> None:
    arrangement = Arrangement((PRIYA, SAM), ("gb-shout",), ("gb-calm", PRIYA.id))
    assert arrangement_in(as_stored(arrangement)) == arrangement
    assert arrangement_in(None) == Arrangement()


@pytest.mark.parametrize("stored", ["", "[]", "{", '{"own": 1}', '{"own": [{"id": 1}], "hidden": [], "order": []}'])
def test_what_cannot_be_read_counts_as_nothing_and_says_so(stored: str) -> None:
    assert arrangement_in(stored) == Arrangement(is_unreadable=True)


def test_an_own_line_is_typed_in_rows() -> None:
    assert parts_typed("\n Priya \n ring  the shop\n\nmornings\nand Sunday\n") == {
        "name": "Priya", "reach": "ring the shop", "hours": "mornings and Sunday",
    }  # fmt: skip
    assert parts_typed(as_typed(SAM)) == {"name": "Sam", "reach": "knock", "hours": ""}


@pytest.mark.parametrize("typed", ["", "Priya", "\n\nPriya\n\n", f"{'n' * (LONGEST['name'] + 1)}\nknock"])
def test_an_own_line_without_a_way_to_reach_them_or_too_long_is_refused(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        parts_typed(typed)
    assert "Priya" not in str(refused.value)


def test_there_is_room_for_so_many_own_lines() -> None:
    full = Arrangement(own=tuple(replace(SAM, id=str(number)) for number in range(MOST_OWN)))
    with pytest.raises(BadInput):
        with_own(full, PRIYA)
    assert with_own(full, replace(SAM, id="3", name="Sam D")).own[3].name == "Sam D"


def test_an_own_line_that_is_erased_leaves_nothing_behind() -> None:
    full = with_order(with_hidden(with_own(with_own(Arrangement(), PRIYA), SAM), SAM.id, True), [SAM.id, PRIYA.id])
    assert without_own(full, SAM.id) == Arrangement(own=(PRIYA,), order=(PRIYA.id,))
    with pytest.raises(NotFound):
        without_own(full, "gb-shout")


def test_lines_that_are_not_for_a_crisis_can_be_hidden_and_stay_after_the_others() -> None:
    page = support_page(support_lines(), "GB")
    lines = lines_to_hide(page, Arrangement())
    assert [line.id for line in lines[-3:]] == [line.id for line in page.not_for_crisis]
    with pytest.raises(BadInput, match="stay after"):
        moved(lines_to_arrange(page, Arrangement()), "gb-hubofhope", 0)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("uk", "GB"), (" UK ", "GB"), ("gb", "GB"), ("EL", "GR"), ("usa", "US"), ("ie", "IE"), ("", None), (" ", None)],
)
def test_a_country_is_found_by_what_people_there_call_it(typed: str, code: str | None) -> None:
    assert country_code(typed) == code


def test_an_archive_brings_no_more_own_lines_than_there_is_room_for() -> None:
    full = Arrangement(own=tuple(replace(SAM, id=str(uuid4())) for _ in range(MOST_OWN)))
    assert may_go_along(as_stored(full))
    assert not may_go_along(as_stored(replace(full, own=(*full.own, PRIYA))))
