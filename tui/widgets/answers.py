"""A few answers, each under its digit: the digit alone chooses, so that an answer is one key."""

from textual import events

from tui.widgets.numbered import Numbered


class Answers(Numbered):
    """Rows with numbers from 1 to 9. A digit, Enter, Space and a click choose; up, down, `j` and `k` look."""

    def on_key(self, event: events.Key) -> None:
        """Choose the row of this number. A digit without one does nothing, and leads nowhere else."""
        if event.character is None or not self.check_consume_key(event.key, event.character):
            return
        event.stop()
        event.prevent_default()
        if 1 <= int(event.character) <= len(self._rows):
            self.looked_at = int(event.character) - 1
            self.action_choose()
