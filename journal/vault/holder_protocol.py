r"""What a quick command and the key holder say to each other: one request a connection, and one answer.

    request
      offset  length  meaning
      0       1       1: the number of this protocol
      1       1       what is asked (`Asked`)
      2       4       n, how many bytes follow, at most 65,536; big-endian, as are all numbers here
      6       n       nothing; a backup's id of 16 bytes; that id and what the MAC covers; what the MAC covers

    answer
      offset  length  meaning
      0       1       1
      1       16      the vault id
      17      4       the generation
      21      4       n, how many bytes follow, at most 128
      25      n       nothing, a raw key of 67 bytes, or a MAC of 32

What is not a request is not answered: the connection ends. Nothing that can be asked gives the root key away.
This module knows bytes; it opens nothing.
"""

from typing import Final

NUMBER: Final = 1
WHICH_JOURNAL: Final = 0
DATABASE_KEY: Final = 1
BACKUP_KEY: Final = 2
BACKUP_MAC: Final = 3
HEADER_MAC: Final = 4
LET_GO: Final = 5

ID_BYTES: Final = 16
"""A vault's id, and a backup's."""
LONGEST_BODY: Final = 65_536
LONGEST_ANSWER: Final = 128
_REQUEST_HEAD: Final = 6
_ANSWER_HEAD: Final = 25


class NoRequest(Exception):
    """These bytes are no request, and no more bytes can make them one."""


def request(asked: int, body: bytes = b"") -> bytes:
    """One request, whole."""
    return bytes((NUMBER, asked)) + len(body).to_bytes(4, "big") + body


def read_request(received: bytes | bytearray) -> tuple[int, bytes] | None:
    """What is asked and the body, or `None` while more bytes must come.

    Raises:
        NoRequest: another protocol, nothing that can be asked, or a length that does not fit.
    """
    if received and received[0] != NUMBER:
        raise NoRequest
    if len(received) < _REQUEST_HEAD:
        return None
    asked, length = received[1], int.from_bytes(received[2:_REQUEST_HEAD], "big")
    if asked > LET_GO or length > LONGEST_BODY or len(received) > _REQUEST_HEAD + length:
        raise NoRequest
    if len(received) < _REQUEST_HEAD + length:
        return None
    return asked, bytes(received[_REQUEST_HEAD:])


def answer(vault_id: bytes, generation: int, content: bytes | bytearray = b"") -> bytearray:
    """One answer, whole, for the caller to wipe: it may hold a key."""
    whole = bytearray(_ANSWER_HEAD + len(content))
    whole[0] = NUMBER
    whole[1:17] = vault_id
    whole[17:21] = generation.to_bytes(4, "big")
    whole[21:_ANSWER_HEAD] = len(content).to_bytes(4, "big")
    whole[_ANSWER_HEAD:] = content
    return whole


def read_answer(received: bytearray) -> tuple[bytes, int, bytearray] | None:
    """Vault id, generation and content; `None` for what is no answer."""
    if len(received) < _ANSWER_HEAD or received[0] != NUMBER:
        return None
    if int.from_bytes(received[21:_ANSWER_HEAD], "big") != len(received) - _ANSWER_HEAD:
        return None
    return bytes(received[1:17]), int.from_bytes(received[17:21], "big"), received[_ANSWER_HEAD:]
