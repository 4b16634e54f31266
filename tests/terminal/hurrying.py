"""A cairn for which minutes go by in seconds, so that a test of locking by itself waits for words and not for time."""

import sys

HURRY = """
import time
steady = time.monotonic
time.monotonic = lambda: 60 * steady()
import tui.presence
time.monotonic = steady
tui.presence.LOOK_EVERY_S = 0.05
"""
"""Run before anything else of cairn is loaded: its clock takes a second for a minute, and it looks often."""

HURRIED = [sys.executable, "-P", "-c", f"{HURRY}\nimport sys\nfrom tui.cli import main\nsys.exit(main())"]
