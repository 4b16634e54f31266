"""Imported by Python itself as a process begins, where `PYTHONPATH` leads here: hands out a way into its memory.

A process may always look into itself, and what it opened stays open when it forbids others to look: so a test that
is run by an ordinary user sees as much as root would. `tests/terminal/looking_in.py` is at the other end.
"""

import os
import socket

with (
    open("/proc/self/mem", "rb", buffering=0) as memory,
    open("/proc/self/maps", "rb", buffering=0) as mappings,
    socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as window,
):
    window.connect(os.environ["CAIRN_TESTS_LOOK_IN"])
    socket.send_fds(window, [str(os.getpid()).encode()], [memory.fileno(), mappings.fileno()])
