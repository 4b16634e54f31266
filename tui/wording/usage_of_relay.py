"""Help texts of `cairn relay`."""

from tui.language import _

LISTEN = _("where it listens, HOST:PORT; 127.0.0.1:8750 where nothing is given, and port 0 is any that is free")
STORE = _(
    "where slots are kept: sqlite:PATH, or postgresql://HOST/NAME. With a password, give CAIRN_RELAY_STORE instead"
)
ADMISSION_FILE = _("a file of tokens, one a line: whoever has one can make room here; without it everybody can")
NOT_INSTALLED = _("A relay needs packages that a journal does not: install cairn with its extra named relay.")
