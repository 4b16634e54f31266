"""What is said when cairn itself is at fault: one calm line, and where in the code, with no value at all."""

from collections.abc import Iterator
from contextlib import contextmanager

from journal.errors import CairnError
from tui.exits import OUR_FAULT, aside


def frames_of(problem: BaseException) -> list[str]:
    """The kind of error and the places in the code it came through. No message, no line of source, no value."""
    import traceback

    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(problem.__traceback__)]
    return [type(problem).__name__, *places]


@contextmanager
def never_a_traceback(as_json: bool) -> Iterator[None]:
    """Turn what nobody expected into one calm line and exit code 1; what is expected passes through."""
    try:
        yield
    except (CairnError, BrokenPipeError, EOFError):
        raise
    except Exception as problem:  # noqa: BLE001  # the edge of the program
        raise SystemExit(tell_crash(problem, as_json)) from None


def tell_crash(problem: BaseException, as_json: bool = False) -> int:
    """Say it on standard error and return exit code 1."""
    if as_json:
        import json

        told = {"code": CairnError.code, "message": CairnError.sentence, "hint": ""}
        aside(json.dumps({"error": told}))
        return OUR_FAULT
    return tell_places(frames_of(problem))


def tell_places(places: list[str]) -> int:
    """Say one calm line, and the last places in the code for whoever mends it."""
    aside(CairnError.sentence)
    last = [places[0], *(place.rsplit("/", 1)[-1] for place in places[1:][-3:])] if places else []
    aside("  ".join(["Code:", *last]))
    return OUR_FAULT
