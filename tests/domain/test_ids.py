"""An id is a random UUID, as the standard library would have made it."""

from uuid import RFC_4122, UUID

from journal.domain.ids import new_id


def test_an_id_is_a_uuid_of_version_4_in_its_usual_form() -> None:
    for _ in range(200):
        drawn = new_id()
        read = UUID(drawn)
        assert (read.version, read.variant, str(read)) == (4, RFC_4122, drawn)


def test_no_two_are_the_same_and_every_other_bit_is_drawn() -> None:
    drawn = [UUID(new_id()).int for _ in range(1000)]
    assert len(set(drawn)) == 1000
    ever = never = drawn[0]
    for one in drawn:
        ever, never = ever | one, never & one
    assert (ever & ~never).bit_count() == 122
