"""What is said once something was saved, marked or taken back, the same on the screen and in a shell."""

SAVED = "Saved. Thank you for taking a moment."
SAVED_PAGE = "Saved in your journal."
NOTHING_ELSE = "Nothing else is needed."
NOTHING_ANSWERED = "Nothing was answered, so nothing was saved. That is fine."
EMPTY_PAGE = "There is nothing on the page, so nothing was saved."
EMPTY_CHANGE = "There were no new words, so nothing was changed."
CHANGED = "Changed. The earlier words are kept."
KEPT = "Kept for a hard day."
NOT_KEPT = "Not kept for a hard day any more."
BRINGING = "Marked to bring to a session."
NOT_BRINGING = "Not marked to bring any more."
NOTHING_FOUND = "No words like that yet."
LAST_WORDS = "Your last words could not be kept."


def undone(kind: str, items: int) -> str:
    """After a deed was taken back; `kind` is `delete` or `import`."""
    return f"Back again: {things(items)}." if kind == "delete" else f"The import was taken back: {things(items)}."


def things(count: int) -> str:
    return "1 thing" if count == 1 else f"{count} things"
