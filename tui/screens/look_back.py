"""Look back: a person's own notes, counted: one view at a time, as a picture and in the same words underneath."""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from journal.domain.entry import Draft
from journal.domain.look_back import DimensionLookBack, LookBack, YearAtAGlance
from journal.domain.prompts import Prompt
from journal.paths import Home
from journal.use_cases.preferences import read_preferences
from tui.actions import deeds_of
from tui.screens import look_back_views as views
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.look_back_question import Questions
from tui.screens.look_back_sheet import PICTURES, UNDER_PICTURES, LookBackSheet
from tui.screens.look_back_views import Picture, View
from tui.screens.sections import section_nav
from tui.store_thread import Desk
from tui.widgets.chart import Chart
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.tabs_line import TabsLine
from tui.widgets.year import Year
from tui.wording import look_back as told_words
from tui.wording import look_back_screen as words
from tui.wording.journal import NOT_ASKED_AGAIN

ROWS_FOR_TWO = 30
"""Rows from which two pictures stand one under another. Source: screens brief, Size and space."""


class LookBackScreen(Hearing):
    """The section. Nothing of what is looked at is kept, and every view can be passed over."""

    WHERE = "look-back"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("look-back"))

    def __init__(self, desk: Desk, home: Home) -> None:
        super().__init__()
        self._desk = desk
        self._home = home
        self._days = next(iter(words.WINDOWS))
        self._look: LookBack | None = None
        self._year: YearAtAGlance | None = None
        self._year_of: str | None = None
        """The dimension of the year; none for the first that is noticed."""
        self._views: list[View] = views.views_of(())
        self._view: View | None = None
        self._as_table = False
        self._middles = False
        self._quiet = False
        """Known with the first answer, before anything is drawn."""
        self._questions = Questions()
        self._begun = False

    def compose(self) -> ComposeResult:
        yield section_nav("look-back")
        yield TabsLine([view.title for view in self._views], id="tabs")
        yield LookBackSheet(id="column")
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        picture = Picture(drawn=bool(self._drawn), rows=self._in_rows, quiet=self._quiet, middles=self._middles)
        return views.keys_of(self._view, picture)

    def on_mount(self) -> None:
        self._sheet.focus()

    @property
    def _sheet(self) -> LookBackSheet:
        return self.query_one(LookBackSheet)

    # Reading

    def journal_changed(self) -> None:
        """Counted again here and now alone where it can be seen; coming back reads it anyway."""
        if self.is_active:
            self._read()

    def on_screen_resume(self) -> None:
        self._begin(False)
        self._read()

    def _read(self) -> None:
        days, home = self._days, self._home
        asked = self._desk.ask(lambda it: (it.look_back(days), it.look_back_prompts(), read_preferences(home).quiet))
        self.hear(asked, lambda answer: self._heard(*answer))

    async def _heard(self, look: LookBack, prompts: list[Prompt], quiet: bool) -> None:
        """An answer for a window that was left meanwhile is left alone."""
        if look.days != self._days:
            return
        self._quiet = quiet
        self._look, self._questions.prompts = look, prompts
        self._set_views()
        await self._show()

    def on_resize(self) -> None:
        """Two pictures or one, as there is room."""
        self._begin(self._begun)
        if self._look is not None and self._set_views():
            self.call_later(self._show)

    @property
    def _in_rows(self) -> bool:
        """Whether days stand in a table, by choice or because the screen is to be quiet."""
        return self._as_table or self._quiet

    @property
    def _drawn(self) -> list[DimensionLookBack]:
        """What there is a picture of in this view."""
        if self._look is None or self._view is None:
            return []
        return [one for one in views.shown_in(self._look, self._view) if views.can_be_drawn(one)]

    def _set_views(self) -> bool:
        """The views that there are now, and the one that was open among them; says whether they are others."""
        before = self._views
        dimensions = [one.dimension for one in self._look.dimensions] if self._look else []
        together = views.SIDE_BY_SIDE if self.size.height >= ROWS_FOR_TWO and not self._in_rows else 1
        self._views = views.views_of(dimensions, together)
        at = views.view_like(self._views, self._view)
        self._view = self._views[at]
        tabs = self.query_one(TabsLine)
        tabs.show_names([view.title for view in self._views])
        tabs.current = at
        return before != self._views

    def _begin(self, begun: bool = True) -> None:
        """The first line has been read: where there is little room, what it opens takes its place."""
        self._begun = begun
        self.query_one("#opening").display = not (begun and self.has_class("-compact") and self.has_class("-short"))

    # Views

    def action_turn(self, by: int) -> None:
        """The next view; after the last the first again."""
        self._turn_to((self.query_one(TabsLine).current + by) % len(self._views))

    @on(TabsLine.Chosen)
    def tab_chosen(self, event: TabsLine.Chosen) -> None:
        self._turn_to(event.index)

    def _turn_to(self, index: int) -> None:
        self.query_one(TabsLine).current = index
        self._view = self._views[index]
        self._begin()
        self.query_one(Chart).day = None
        self._sheet.scroll_to(y=0, animate=False)
        self.call_later(self._show)

    def _turn_to_view(self, name: str) -> bool:
        """Go there first, where one is elsewhere; says whether one was."""
        is_elsewhere = self._view is None or self._view.name != name
        if is_elsewhere:
            self._turn_to(next(at for at, view in enumerate(self._views) if view.name == name))
        return is_elsewhere

    def action_window(self) -> None:
        """Further back; after a year four weeks again."""
        lengths = list(words.WINDOWS)
        self._days = lengths[(lengths.index(self._days) + 1) % len(lengths)]
        self.query_one(Chart).day = None
        self._read()

    def action_table(self) -> None:
        """A table in place of the picture, or the picture again."""
        if self._quiet:
            self.app.notify(words.QUIET, markup=False)
        elif self._view is None or not (self._view.dimensions or self._view.name == views.YEAR):
            self.app.notify(words.NO_PICTURE, markup=False)
        else:
            self._as_table = not self._as_table
            self._set_views()
            self.call_later(self._show)

    def action_middles(self) -> None:
        """The middle of every seven days in place of each day, or each day again."""
        if self._view is None or not self._view.dimensions:
            self.app.notify(words.NO_PICTURE, markup=False)
        elif self._in_rows:
            self.app.notify(words.BOTH_IN_TABLE, markup=False)
        else:
            self._middles = not self._middles
            self.call_later(self._show)

    def action_year_of(self) -> None:
        """The year of the next thing that is noticed."""
        if self._turn_to_view(views.YEAR) or self._year is None or self._look is None:
            return
        names = [one.dimension for one in self._look.dimensions]
        if self._year.dimension in names:
            self._year_of = names[(names.index(self._year.dimension) + 1) % len(names)]
        elif names:
            self._year_of = names[0]
        self._read_year()

    # Showing

    async def _show(self) -> None:
        if self._view is None or self._look is None or not self.is_attached:
            return
        if self._view.name == views.YEAR:
            self._sheet.hide("#chart")
            self._read_year()
        elif self._view.name == views.QUESTION:
            self._sheet.hide(*PICTURES, *UNDER_PICTURES)
            self._ask_question()
        else:
            self._sheet.hide("#year", "#legend")
            await self._show_counted(self._look, self._view)
        self.query_one(KeysLine).show_keys(self.keys_shown())

    async def _show_counted(self, look: LookBack, view: View) -> None:
        sheet, drawn = self._sheet, self._drawn
        sheet.tell(views.said_of(look, view, keyed(self, words.STARTS_IT)), beside=len(view.dimensions) > 1)
        sheet.end_with(told_words.CAVEAT if drawn or not view.dimensions else "", apart=not view.dimensions)
        if not drawn:
            sheet.hide(*PICTURES, *UNDER_PICTURES)
            sheet.stand_on(sheet)
        elif self._in_rows:
            sheet.hide("#chart", "#reading")
            await sheet.show_rows(told_words.TABLE_HEADS, told_words.table_rows(drawn[0]))
        else:
            panels = views.panels_of(drawn, look.days, middles=self._middles)
            self._read_out(sheet.show_pictures(panels, views.dates_of(drawn[0].noted)))

    # One day in words

    @on(Chart.Chosen, "#chart")
    def day_chosen(self, event: Chart.Chosen) -> None:
        self._read_out(event.day)
        self._sheet.come_to_the_reading()

    def _read_out(self, day: int | None) -> None:
        if day is None:
            self._sheet.say_reading(words.READ_A_MIDDLE if self._middles else words.READ_A_DAY, is_hint=True)
        else:
            self._sheet.say_reading("\n".join(views.day_read(self._drawn, day, middles=self._middles)))

    @on(Year.Chosen, "#year")
    def day_of_the_year_chosen(self, event: Year.Chosen) -> None:
        self._read_out_of_the_year(event.day)
        self._sheet.come_to_the_reading()

    def _read_out_of_the_year(self, day: int | None) -> None:
        year = self._year
        if year is not None and day is None:
            self._sheet.say_reading(words.READ_A_DAY_OF_THE_YEAR, is_hint=True)
        elif year is not None and day is not None:
            self._sheet.say_reading(words.day_of_the_year(year.days[day], year.dimension, year.scale_id))

    # A year

    def _read_year(self) -> None:
        dimension = self._year_of
        self.hear(self._desk.ask(lambda journal: journal.year_at_a_glance(dimension)), self._show_year)

    async def _show_year(self, year: YearAtAGlance) -> None:
        self._year = year
        if self._view is None or self._view.name != views.YEAR:
            return
        others = (told_words.OTHER_SCALES,) if year.other_scales else ()
        self._sheet.tell([views.Said("", (told_words.year_in_words(year), *others))])
        self._sheet.end_with(told_words.CAVEAT, apart=True)
        if self._in_rows:
            self._sheet.hide("#year", *UNDER_PICTURES)
            rows = [words.year_row(day, year.dimension, year.scale_id) for day in year.days]
            await self._sheet.show_rows(words.YEAR_HEADS, rows)
        else:
            self.hear(self._desk.ask(lambda journal: journal.choices().first_day), partial(self._draw_year, year))

    def _draw_year(self, year: YearAtAGlance, first_day: int) -> None:
        if self._view is not None and self._view.name == views.YEAR and not self._in_rows:
            self._read_out_of_the_year(self._sheet.show_year(year, first_day))

    # A question

    def _ask_question(self) -> None:
        self._sheet.tell([self._questions.said(keyed(self, words.SKIPPED))])
        self._sheet.end_with(keyed(self, words.QUESTION_HOW) if self._questions.shown else "", apart=True)
        self._sheet.stand_on(self._sheet)

    @property
    def _asked(self) -> Prompt | None:
        """The question that stands on the screen now; none in another view."""
        return self._questions.shown if self._view is not None and self._view.name == views.QUESTION else None

    def action_another(self) -> None:
        """The next of the weekly questions; a skipped one comes again when it is its turn."""
        if not self._turn_to_view(views.QUESTION):
            self._questions.another()
            self._ask_question()

    def action_skip(self) -> None:
        if self._asked is not None:
            self._questions.skip()
            self._ask_question()

    def action_not_again(self) -> None:
        """This one is not to come any more; settings bring it back."""
        shown = self._asked
        if shown is not None:
            self.hear(self._desk.ask(lambda journal: journal.hide_prompt(shown.id)), lambda _: self._hidden())

    def _hidden(self) -> None:
        self.app.notify(NOT_ASKED_AGAIN, markup=False)
        self.announce_change()

    def action_answer(self) -> None:
        """A page with this question over it; elsewhere the key has nothing to open."""
        shown = self._asked
        if shown is not None:
            asked = self._desk.ask(lambda journal: journal.blank_page(prompt_id=shown.id))
            self.hear(asked, self._write)

    def _write(self, draft: Draft) -> None:
        from tui.screens.write import Write

        # The key may have been pressed twice while the page was on its way.
        if self.is_active:
            self.app.push_screen(Write(self._desk, draft=draft))
