"""My page for a facilitator: three parts first, the rest one key away. Whatever is saved stays here until a yes."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.domain.draft_kinds import MY_PAGE
from journal.domain.groups import ASKED_FIRST, REST_OF_SUMMARY, FacilitatorSummary
from journal.domain.parts import Part, Value, values_of
from sync.consent.summaries import Summaries
from sync.records.consents import Status
from tui.actions import deeds_of
from tui.language import _
from tui.screens.deleting import erase
from tui.screens.form import Form
from tui.screens.hearing import bindings_of
from tui.screens.my_page_goals import PageGoals
from tui.screens.my_page_look import look_at_page
from tui.screens.my_page_reading import Written, heading_of, written
from tui.screens.my_page_sentences import PageSentences
from tui.screens.one_thing import EraseWanted, OneThing
from tui.sharing_reading import Share
from tui.store_thread import Desk
from tui.widgets.keyed import Keyed, keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.labelled import labelled
from tui.wording import my_page as words
from tui.wording import screen, sharing
from tui.wording.sharing_lines import receipt_told

LINES = "look_back_lines"
_CHOSEN_ELSEWHERE = ("goals", LINES, "valid_until")
"""Chosen on screens of their own: goals part by part, sentences one by one, the last day before the yes."""
_REST = tuple(part for part in REST_OF_SUMMARY if part.name not in _CHOSEN_ELSEWHERE)
_SENTENCES = tuple(part for part in REST_OF_SUMMARY if part.name == LINES)


class MyPage(OneThing):
    """The page as it is here. Where nothing is written yet, the three parts are asked at once."""

    WHERE = "my-page"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("my-page"))

    def __init__(self, desk: Desk, partner_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._partner_id = partner_id
        self._written: Written | None = None
        self._asked = False
        """Whether the three parts were asked by themselves."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="stands")
            yield Keyed(words.EMPTY, id="empty", classes="muted part")
            yield Static("", id="page", classes="part")
            yield Keyed(words.WHAT_CAN_BE_DONE, id="can-be-done", classes="muted part")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [
            ("S", _("look, then share")), ("Esc", _("back")), ("E", _("words")), ("G", _("goals")),
            ("L", _("look back")), ("W", _("what is shared")),
        ]  # fmt: skip

    def on_mount(self) -> None:
        for name in ("stands", "empty", "page", "can-be-done"):
            self.query_one(f"#{name}").display = False
        self.query_one("#column").focus()
        self._read()

    # Reading

    def _read(self) -> None:
        partner_id = self._partner_id
        self.hear(self._desk.ask(lambda journal: written(journal, partner_id)), self._show, self._not_there)

    def _show(self, found: Written) -> None:
        self._written = found
        stands = [words.NOBODY_SEES.format(name=found.name)] if found.share is None else page_stands(found.share)
        self._put_up(
            {
                "head": heading_of(found.name),
                "stands": "\n".join(stands),
                "page": labelled(found.told, airy=self.has_class("-tall")),
            }
        )
        self.query_one("#empty").display = not found.told
        self.query_one("#can-be-done").display = True
        if found.page is None and not self._asked and self.is_active:
            self.action_edit()
        self._asked = True

    def _forget(self) -> None:
        self._written = None

    # Writing. Nothing leaves.

    def action_edit(self) -> None:
        if (found := self._written) is not None:
            self.app.push_screen(_page_form(self._desk, self._partner_id, found))

    def action_goals(self) -> None:
        if self._written is not None:
            self.app.push_screen(PageGoals(self._desk, self._partner_id))

    def action_sentences(self) -> None:
        if self._written is not None:
            self.app.push_screen(PageSentences(self._desk, self._partner_id, self._edit_sentences))

    def _edit_sentences(self, page: FacilitatorSummary) -> None:
        """What was ticked is in the page as it came; here it can be said otherwise."""
        if (found := self._written) is not None:
            self.app.push_screen(
                _form(self._desk, self._partner_id, found.name, page, _SENTENCES, line=words.IN_YOUR_WORDS)
            )

    # A look, a yes, and afterwards

    def action_look(self) -> None:
        if self._written is not None:
            look_at_page(self, self._desk, self._partner_id, self._say)

    def action_shares(self) -> None:
        from tui.screens.sharing_list import Shares

        self.app.push_screen(Shares(self._desk))

    def action_delete(self) -> None:
        if (page := self._page) is not None:
            self._delete(page.id, keyed(self, screen.DELETED))

    def action_erase(self) -> None:
        if (page := self._page) is not None:
            erase(self, self._desk, page.id, lambda: self.post_message(EraseWanted(page.id, self.dismiss)))

    @property
    def _page(self) -> FacilitatorSummary | None:
        return self._written.page if self._written is not None else None


def page_stands(share: Share) -> list[str]:
    """How a page stands that was said yes to, and what is known of it on the other side."""
    consent, name = share.consent, share.name
    lines = [words.sees_until(name, consent.expires, is_paused=consent.status is Status.PAUSED)]
    lines.append(receipt_told(consent, name, share.is_told))
    lines += [words.ENDS_THEN] if share.ends_soon else []
    return [*lines, *([sharing.NEW_WORDS_WAIT.format(name=name)] if share.has_new_words else [])]


def _page_form(desk: Desk, partner_id: str, found: Written) -> Form[object]:
    """The three parts, and behind one key the rest that is typed."""
    with_lines = found.page is not None and found.page.look_back_lines
    more = [part for part in REST_OF_SUMMARY if part in _REST or (with_lines and part in _SENTENCES)]
    return _form(desk, partner_id, found.name, found.page, ASKED_FIRST, more, line=words.STAYS_HERE)


def _form(
    desk: Desk,
    partner_id: str,
    name: str,
    page: FacilitatorSummary | None,
    parts: Sequence[Part],
    more: Sequence[Part] = (),
    *,
    line: str,
) -> Form[object]:
    values: dict[str, Value] = {} if page is None else values_of(page, (*parts, *more))
    return Form(
        desk,
        "summary",
        parts,
        lambda journal, changed, draft_id: Summaries(journal).write(partner_id, changed, draft_id),
        heading=heading_of(name),
        values=values,
        item_id=partner_id,
        draft_kind=MY_PAGE,
        lines=(line,),
        more=more,
        saved=words.SAVED,
    )
