"""Answering on a scale with the keyboard, the mouse and nothing at all."""

import pytest

from journal.errors import OutOfRange
from tests.widgets.stage import on_stage
from tui.widgets.scale import Scale

MOOD = [(number, {0: "very low", 5: "in between", 10: "very good"}.get(number, "")) for number in range(11)]
WORDS = [(1, "not at all"), (2, "a little"), (3, "somewhat"), (4, "quite"), (5, "very")]
QUESTION = "How is your mood today, so far?"
BLANK, SKIPPED = "not answered, that is fine", "left blank"


def mood_scale() -> Scale:
    return Scale("mood", QUESTION, MOOD, skipped_word=SKIPPED, unanswered_word=BLANK, id="mood")


def hope_scale() -> Scale:
    question = "How able do you feel to handle things today?"
    return Scale("hope", question, WORDS, skipped_word=SKIPPED, unanswered_word=BLANK, id="hope")


async def answers_after(*keys: str, scale: Scale | None = None) -> list[int | None]:
    scale = scale or mood_scale()
    async with on_stage(scale) as (stage, pilot):
        scale.focus()
        await pilot.press(*keys)
        return [message.answer for message in stage.all_heard(Scale.Answered)]


async def test_it_shows_question_numbers_and_nothing_chosen() -> None:
    async with on_stage(mood_scale()) as (stage, _):
        question, numbers, word = (row.strip() for row in stage.picture()[:3])
    assert question == QUESTION
    assert numbers.split() == [str(number) for number in range(11)]
    assert word == BLANK


async def test_the_answer_is_marked_and_its_word_shown_at_once() -> None:
    scale = hope_scale()
    async with on_stage(scale) as (stage, pilot):
        scale.focus()
        await pilot.press("3")
        _, numbers, word = (row.strip(" █") for row in stage.picture()[:3])
    assert numbers == "1 not at all   2 a little  [3 somewhat]  4 quite   5 very"
    assert word == "somewhat"


async def test_between_two_anchors_both_words_are_shown() -> None:
    scale = mood_scale()
    async with on_stage(scale) as (stage, pilot):
        scale.answer = 7
        await pilot.pause()
        assert stage.picture()[2].strip() == "in between … very good"


async def test_the_caller_can_bring_the_words() -> None:
    scale = Scale("mood", "?", MOOD, skipped_word="", unanswered_word="", word_for=lambda answer: f"<{answer}>")
    async with on_stage(scale) as (stage, pilot):
        scale.answer = 7
        await pilot.pause()
        assert stage.picture()[2].strip() == "<7>"


async def test_focus_is_a_thick_bar_and_the_anchors_in_words() -> None:
    scale = mood_scale()
    async with on_stage(scale) as (stage, pilot):
        assert not any("█" in row for row in stage.picture())
        scale.focus()
        await pilot.pause()
        rows = stage.picture()[:3]
    assert all(row.startswith("█") for row in rows)
    assert rows[2].strip(" █") == "0 very low  5 in between  10 very good"


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (["7"], [7]),
        (["1", "0"], [1, 10]),
        (["1", "2"], [1, 2]),
        (["0", "5"], [0, 5]),
        (["1", "0", "1"], [1, 10, 1]),
        (["1", "left", "0"], [1, 0, 0]),
        (["5", "left", "h", "right", "l"], [5, 4, 3, 4, 5]),
        (["right"], [0]),
        (["left"], [10]),
        (["end", "right", "home", "left"], [10, 10, 0, 0]),
        (["4", "backspace"], [4, None]),
        (["backspace"], [None]),
        (["1", "backspace", "0"], [1, None, 0]),
        (["x", "up", "down"], []),
    ],
)
async def test_keys_answer(keys: list[str], answers: list[int | None]) -> None:
    assert await answers_after(*keys) == answers


async def test_a_digit_that_is_not_on_the_scale_changes_nothing() -> None:
    assert await answers_after("4", "0", "9", scale=hope_scale()) == [4]


async def test_a_second_digit_counts_only_while_still_focused() -> None:
    mood, hope = mood_scale(), hope_scale()
    async with on_stage(mood, hope) as (stage, pilot):
        mood.focus()
        await pilot.press("1", "tab", "shift+tab", "0")
        assert [message.answer for message in stage.all_heard(Scale.Answered)] == [1, 0]


async def test_a_digit_never_moves_on() -> None:
    mood, hope = mood_scale(), hope_scale()
    async with on_stage(mood, hope) as (_, pilot):
        mood.focus()
        await pilot.press("9")
        assert mood.has_focus


async def test_a_digit_reaches_no_section_while_a_scale_is_focused() -> None:
    scale = mood_scale()
    async with on_stage(scale) as (stage, pilot):
        went: list[str] = []
        stage.action_go = lambda: went.append("section")  # type: ignore[attr-defined]  # only here
        stage.bind("1", "go")
        await pilot.press("1")
        scale.focus()
        await pilot.press("1")
        assert went == ["section"]
        assert scale.answer == 1


async def test_the_message_names_scale_and_dimension() -> None:
    scale = mood_scale()
    async with on_stage(scale) as (stage, pilot):
        scale.focus()
        await pilot.press("6")
        (message,) = stage.all_heard(Scale.Answered)
    assert (message.control, message.dimension, message.answer) == (scale, "mood", 6)


async def test_clicking_a_number_chooses_it() -> None:
    scale = mood_scale()
    async with on_stage(scale) as (_, pilot):
        for number in (0, 6, 10):
            await pilot.click(scale, offset=(2 + 3 * number + 1, 1))
            assert scale.answer == number


async def test_clicking_beside_the_numbers_chooses_nothing() -> None:
    scale = mood_scale()
    async with on_stage(scale) as (_, pilot):
        for offset in ((3, 0), (3, 2), (60, 1)):
            await pilot.click(scale, offset=offset)
        assert scale.answer is None


async def test_left_blank_says_so() -> None:
    scale = mood_scale()
    async with on_stage(scale) as (stage, pilot):
        scale.focus()
        await pilot.press("4", "backspace")
        assert stage.picture()[2].strip(" █") == SKIPPED


async def test_code_can_set_and_clear_without_a_word_to_anybody() -> None:
    scale = mood_scale()
    async with on_stage(scale) as (stage, pilot):
        scale.answer = 8
        await pilot.pause()
        assert "[8]" in stage.picture()[1]
        scale.clear()
        await pilot.pause()
        assert "[" not in stage.picture()[1]
        assert stage.all_heard(Scale.Answered) == []


async def test_code_cannot_set_what_is_not_on_the_scale() -> None:
    scale = hope_scale()
    async with on_stage(scale):
        with pytest.raises(OutOfRange):
            scale.answer = 0


async def test_eleven_numbers_and_their_anchors_fit_in_forty_columns() -> None:
    scale = mood_scale()
    async with on_stage(scale, size=(40, 12)) as (stage, pilot):
        scale.focus()
        await pilot.press("1", "0")
        assert stage.picture()[1].endswith("[10]")
        assert scale.outer_size.height == 3
        await pilot.press("backspace")
        scale.clear()
        await pilot.pause()
        assert stage.picture()[2].strip(" █") == "0 very low  5 in between  10 very good"


async def test_a_question_too_long_for_the_row_takes_a_second_and_can_still_be_clicked() -> None:
    scale = hope_scale()
    async with on_stage(scale, size=(40, 12)) as (stage, pilot):
        rows = [row.strip() for row in stage.picture()[:4]]
        assert " ".join(rows[:2]) == scale.question
        await pilot.click(scale, offset=(2 + 4 * 2 + 1, 2))
        assert scale.answer == 3
