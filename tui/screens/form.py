"""A form: the parts of anything, to be filled in or changed. Everything typed is kept until it is saved."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar
from uuid import uuid4

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from journal.domain.draft_kinds import parts_of
from journal.domain.entry import Draft, answers_of
from journal.domain.parts import Part, Value, read_part
from journal.errors import BadInput, CairnError, NotFound
from tui.actions import deeds_of
from tui.language import _, hint_of, sentence_of
from tui.screens.hearing import bindings_of
from tui.screens.saved_once import SavedOnce
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import Keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.part_field import PartField
from tui.wording import form as words
from tui.wording import saved as saved_words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

T = TypeVar("T")
Save = Callable[["OpenJournal", dict[str, Value], str], T]
"""Takes what was filled in or changed, by name, and the id of the draft that goes with the save."""


class Form(SavedOnce, Generic[T]):
    """Fills in parts, in their order.

    Args:
        desk: the journal.
        kind: what it is, as `tui/wording/parts.py` names it; also the kind of its draft.
        parts: asked at once, in this order.
        save: the deed; a `BadInput` it raises is said on the form.
        values: what the thing has now, by part; nothing for something new.
        heading: what stands on top.
        item_id: what is being changed, if anything: its draft is kept beside it.
        draft_kind: the kind of the draft where one kind of thing has several forms.
        lines: sentences under the heading.
        more: parts behind one key, shown at once only where one of them is filled in.
        saved: what is said after the save, perhaps about what came of it.
        then: called with what came of it, when the form has gone.
    """

    WHERE = "form"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("form"))

    def __init__(
        self,
        desk: Desk,
        kind: str,
        parts: Sequence[Part],
        save: "Save[T]",
        *,
        heading: str,
        values: Mapping[str, Value] | None = None,
        item_id: str | None = None,
        draft_kind: str | None = None,
        lines: Sequence[str] = (),
        more: Sequence[Part] = (),
        saved: str | Callable[[T], str] = saved_words.CHANGED,
        then: Callable[[T], object] | None = None,
    ) -> None:
        super().__init__(desk)
        self._kind = kind
        self._draft_kind = draft_kind or kind
        self._parts = (*parts, *more)
        self._more = {part.name for part in more}
        self._save = save
        self._heading = heading
        self._lines = lines
        self._item_id = item_id
        self._said_after = saved
        self._afterwards = then
        self._draft_id = str(uuid4())
        self._known = values or {}
        self._values: dict[str, Value] = {part.name: self._has(part) for part in self._parts}
        self._beside: dict[str, object] = {}
        """What a draft holds that no field here can show: kept with it."""
        self._begun = dict(self._values)
        """What stood in the fields when the form opened: words that nobody has changed are not kept again."""
        self._touched = False
        self._rested: Widget | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static(as_content(self._heading), classes="heading")
            for line in self._lines:
                yield Static(as_content(line), classes="muted")
            for part in self._parts:
                yield PartField(self._kind, part, self._values[part.name])
            yield Keyed(words.MORE, id="more", classes="muted")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Ctrl+S", _("save")), ("Esc", _("draft")), ("Tab", _("next"))]

    def on_mount(self) -> None:
        self.say("")
        self._fold(not any(self._values[name] for name in self._more))
        self._fields[0].field.focus()
        self.hear(self._desk.ask(self._find_begun), self._go_on_with)

    def _has(self, part: Part) -> Value:
        """What the thing has in this part."""
        return self._known.get(part.name) or (() if part.is_many else None)

    @property
    def _fields(self) -> list[PartField]:
        return [field for field in self.query(PartField) if field.is_mounted]

    # The rest behind one key

    def action_more(self) -> None:
        """Show the rest, and go to the first of it."""
        if self._more:
            self._fold(False)
            next(field for field in self._fields if field.part.name in self._more).field.focus()

    def _fold(self, folded: bool) -> None:
        for field in self._fields:
            if field.part.name in self._more:
                field.display = not folded
        more = folded and bool(self._more)
        self.query_one("#more").display = more
        self.query_one(KeysLine).show_keys([*self.keys_shown(), ("F5", _("more"))] if more else self.keys_shown())

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What stands above a field comes into sight with it."""
        field = next((parent for parent in event.widget.ancestors if isinstance(parent, PartField)), None)
        if field is not None:
            self.call_after_refresh(field.scroll_visible, animate=False)

    # Keeping

    def _find_begun(self, journal: "OpenJournal") -> Draft | None:
        """What was begun here before, taken up."""
        return journal.begun(self._draft_kind, self._item_id)

    async def _go_on_with(self, draft: Draft | None) -> None:
        """Put back the parts that were begun; a field in which something was typed meanwhile stays as it is.

        What the draft does not name was not touched, so it is what the thing has now.
        """
        if draft is None:
            return
        self._draft_id = draft.id
        self._beside = answers_of(draft)
        await self._ask_also([part for part in parts_of(self._kind) if part.name in self._beside])
        begun = {field: self._take_begun(field.part) for field in self._fields if field.part.name in self._beside}
        for field, value in begun.items():
            name = field.part.name
            if field.value == self._values[name]:
                await field.fill(value)
            self._begun[name] = value
        # A draft that says what the thing says by now is of no more use: leaving lets it go.
        self._touched |= all(value == self._values[field.part.name] for field, value in begun.items())
        filled_in, named = self._filled_in(), {field.part.name for field in begun}
        self._fold(not any(filled_in[name] or name in named for name in self._more))
        self.say(words.DRAFT_BACK)

    async def _ask_also(self, named: Sequence[Part]) -> None:
        """Parts that were begun on another form of the same thing: what was typed is to be seen, and can be saved."""
        asked = {part.name for part in self._parts}
        missing = [part for part in named if part.name not in asked]
        for part in missing:
            self._values[part.name] = self._begun[part.name] = self._has(part)
        fields = [PartField(self._kind, part, self._values[part.name]) for part in missing]
        await self.query_one("#column").mount_all(fields, before="#more")

    def _take_begun(self, part: Part) -> Value:
        """What the draft holds in this part; where that cannot be understood, what the thing has."""
        kept = self._beside.get(part.name)
        with suppress(BadInput):
            read = _read_back(part, kept)
            del self._beside[part.name]
            return read
        return self._values[part.name]

    @on(PartField.Touched)
    def touched(self) -> None:
        self._touched = True
        self.keep_words()

    def unsaved(self) -> "list[Callable[[OpenJournal], object]]":
        if not self.is_mounted or self._landed:
            return []
        filled_in = self._filled_in()
        if filled_in == self._begun and not self._touched:
            return []
        draft_id, kind, item_id = self._draft_id, self._draft_kind, self._item_id
        kept = self._to_keep({name: value or None for name, value in filled_in.items() if value != self._values[name]})

        def keep(journal: "OpenJournal") -> object:
            # Asked again on the store thread: a save that was on its way may have landed before this comes up.
            if self._landed:
                return None
            blank = replace(journal.blank_page(), id=draft_id, kind=kind, item_id=item_id)
            return journal.keep_parts(blank, kept)

        return [keep]

    def _to_keep(self, changed: dict[str, Value]) -> dict[str, object]:
        """What a draft is to hold: the parts that differ from what the thing has, and what it held beside them."""
        return {**self._beside, **changed}

    def _filled_in(self) -> dict[str, Value]:
        return {field.part.name: field.value for field in self._fields}

    # Saving

    def action_save(self) -> None:
        """Save what is there; where something is needed or cannot be read, say so and stay."""
        self.after_typing(self._begin_to_save)

    def _begin_to_save(self) -> None:
        if self._saving:
            return
        try:
            changed = self._changed()
        except BadInput:
            return
        if changed:
            self.begin_saving()
            self.hear(self._desk.ask(self._saver(changed)), self._done, self.refused)
        elif any(self._values.values()):
            self.leave()
        else:
            self.say(words.NOTHING_YET)

    def _changed(self) -> dict[str, Value]:
        """What differs from what the thing has, as the journal takes it.

        Raises:
            BadInput: said on the form already, with the field in question chosen.
        """
        changed = {}
        for field in self._fields:
            try:
                read = read_part(field.part, field.value)
            except BadInput:
                self.say(words.NOT_A_DAY if field.part.takes == "day" else words.NEEDS_WORDS)
                field.field.focus()
                raise
            if read != self._values[field.part.name]:
                changed[field.part.name] = read
        return changed

    def _saver(self, changed: dict[str, Value]) -> "Callable[[OpenJournal], T]":
        draft_id = self._draft_id

        def save(journal: "OpenJournal") -> T:
            saved = self._save(journal, changed, draft_id)
            self._landed = True
            return saved

        return save

    def _done(self, came_of_it: T) -> None:
        self.saved(self._said_after if isinstance(self._said_after, str) else self._said_after(came_of_it))
        if self._afterwards is not None:
            self.app.call_later(self._afterwards, came_of_it)

    def refused(self, problem: CairnError) -> None:
        super().refused(problem)
        self.say(
            words.GONE if isinstance(problem, NotFound) else words.not_saved(sentence_of(problem), hint_of(problem))
        )

    def rest_fields(self, rest: bool) -> None:
        if rest:
            self._rested = self.focused
            self.set_focus(None)
        elif self._rested is not None:
            self.set_focus(self._rested)

    # Leaving

    def action_back(self) -> None:
        """Away; what is here stays as a draft."""
        self.after_typing(self.leave)

    def holds_words(self) -> bool:
        return self._filled_in() != self._values

    def say_kept(self) -> None:
        self.app.notify(words.KEPT_FOR_LATER, markup=False)

    def say(self, sentence: str) -> None:
        super().say(sentence)
        self.query_one("#said").display = bool(sentence)


def _read_back(part: Part, kept: object) -> Value:
    """What a draft holds in this part, as it was typed: a day or a line need not be one yet.

    Raises:
        BadInput: it cannot be understood.
    """
    if part.is_many or part.takes == "one_of" or not isinstance(kept, str):
        return read_part(replace(part, needed=False), kept)
    return kept
