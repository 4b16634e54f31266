"""The grammar of `cairn vault`, `backup`, `unlock`, `lock`, `export`, `erase` and `settings`."""

import argparse

from tui.commands.calls import command, dash, deeds_of
from tui.wording import usage_of_keeping as usage

FORMATS = ("archive", "json", "markdown")


def add_deeds(name: str, parser: argparse.ArgumentParser) -> None:
    """Describe every deed of `vault` or of `backup`."""
    (_vault if name == "vault" else _backup)(parser)


def _vault(parser: argparse.ArgumentParser) -> None:
    deeds, said = deeds_of(parser), usage.DEEDS["vault"]
    command(deeds, "info", "vault", said["info"])
    command(deeds, "verify", "vault", said["verify"])
    passphrase = command(deeds, "passphrase", "vault_keys", said["passphrase"])
    passphrase.add_argument("--recovery", action="store_true", help=usage.WITH_WORDS)
    dash(passphrase, usage.CHECK_DASH)
    recovery = command(deeds, "recovery", "vault_keys", said["recovery"])
    recovery.add_argument("--check", action="store_true", help=usage.CHECK)
    rotate = command(deeds, "rotate", "vault_keys", said["rotate"])
    for one in (recovery, rotate):
        one.add_argument("--recovery-out", metavar="FILE|-", help=usage.RECOVERY_OUT)
    dash(recovery, usage.CHECK_DASH)
    rotate.add_argument("--delete-old-copies", action="store_true", help=usage.DELETE_OLD_COPIES)
    rescue = command(deeds, "rescue", "vault_rescue", said["rescue"])
    rescue.add_argument("--to", metavar="HOME", required=True, help=usage.RESCUE_TO)


def _backup(parser: argparse.ArgumentParser) -> None:
    deeds, said = deeds_of(parser), usage.DEEDS["backup"]
    command(deeds, "list", "backup", said["list"])
    for name in ("create", "verify", "restore"):
        one = command(deeds, name, "backup", said[name])
        one.add_argument("file", metavar="FILE", help=usage.BACKUP_FILE)
        if name != "create":
            one.add_argument("--recovery", action="store_true", help=usage.RECOVERY)
        if name == "restore":
            dash(one, usage.REPLACE_DASH)


def add_options(name: str, parser: argparse.ArgumentParser) -> None:
    """Describe what one of the others takes."""
    if name == "unlock":
        parser.add_argument("--for", metavar="TIME", dest="hold", required=True, help=usage.FOR)
    elif name == "export":
        parser.add_argument("--format", metavar="WORD", choices=list(FORMATS), required=True, help=usage.FORMAT)
        parser.add_argument("--to", metavar="PATH", required=True, help=usage.TO)
    elif name == "erase":
        parser.add_argument("id", metavar="ID", nargs="?", help=usage.ERASE_ID)
        parser.add_argument("--from", metavar="D", dest="first_day", help=usage.FIRST_DAY)
        parser.add_argument("--to", metavar="D", dest="last_day", help=usage.LAST_DAY)
        parser.add_argument("--everything", action="store_true", help=usage.EVERYTHING)
        dash(parser, usage.ERASE_DASH)
    elif name == "settings":
        parser.add_argument("key", metavar="KEY", nargs="?", help=usage.SETTING)
        parser.add_argument("value", metavar="VALUE", nargs="?", help=usage.SETTING_VALUE)
