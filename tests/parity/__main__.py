"""`python -m tests.parity`: write docs/parity.md anew, from what the test runs."""

import sys

from tests.parity.table import FILE, page


def main() -> int:
    """Write the page and say where it is."""
    FILE.write_text(page(), encoding="utf-8")
    print(FILE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
