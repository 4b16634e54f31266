"""`python -m sync.relay` is what `cairn relay` becomes."""

import os
import sys

INTERRUPTED = 130
"""As a shell has it of whoever was told to stop by Ctrl+C."""

if __name__ == "__main__":
    os.umask(0o077)
    try:
        from sync.relay.running import main

        code = main(sys.argv[1:])
    except KeyboardInterrupt:
        # Once it listens, that is its way to leave.
        sys.stderr.write("cairn: stopped before it listened.\n")
        code = INTERRUPTED
    sys.exit(code)
