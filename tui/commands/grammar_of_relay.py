"""The grammar of `cairn relay`. What else can be chosen comes from the environment, as `CAIRN_RELAY_…`."""

import argparse

from tui.wording import usage_of_relay as usage


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe what it takes."""
    parser.add_argument("--listen", metavar="HOST:PORT", help=usage.LISTEN)
    parser.add_argument("--store", metavar="sqlite:PATH", help=usage.STORE)
    parser.add_argument("--admission-file", metavar="FILE", help=usage.ADMISSION_FILE)
