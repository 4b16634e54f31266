"""`cairn about`: what this is and is not."""

from argparse import Namespace

from tui.commands.terminal import Terminal
from tui.wording import about


def run(options: Namespace) -> int:
    if options.topic == "peer-support":
        document = {"peer_support": [{"question": q, "answer": a} for q, a in about.PEER_SUPPORT]}
        return Terminal(options).answer(document, [line for pair in about.PEER_SUPPORT for line in (*pair, "")])
    document_about = {"intended_purpose": about.INTENDED_PURPOSE}
    return Terminal(options).answer(document_about, [about.INTENDED_PURPOSE, "", *about.WHERE_NEXT])
