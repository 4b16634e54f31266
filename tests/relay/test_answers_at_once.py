"""No half of an answer is held back until the other side has said that the first one arrived, which takes 40 ms."""

import socket

from sync.relay.running import listening_at
from tests.relay.served import chosen


def test_whatever_is_accepted_sends_at_once() -> None:
    with (
        listening_at(chosen()) as listening,
        socket.create_connection(listening.getsockname()[:2], timeout=5),
    ):
        listening.setblocking(True)
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
