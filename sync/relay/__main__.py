"""`python -m sync.relay` is what `cairn relay` becomes."""

import os
import sys

if __name__ == "__main__":
    os.umask(0o077)
    from sync.relay.running import main

    sys.exit(main(sys.argv[1:]))
