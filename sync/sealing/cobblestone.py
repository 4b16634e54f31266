"""C2SP Cobblestone-256 around one small message: authentic, committing to its key, 72 bytes longer."""

from cryptography.cobblestone import Cobblestone256Decryptor, Cobblestone256Encryptor
from cryptography.exceptions import InvalidTag

from sync.errors import Unreadable


def seal(key: bytes, message: bytes, context: bytes) -> bytes:
    """Seal under a random salt, so that the same message is sealed anew each time."""
    sealer = Cobblestone256Encryptor(key, context)
    return sealer.update(message) + sealer.finalize()


def open_sealed(key: bytes, sealed: bytes, context: bytes) -> bytes:
    """The message.

    Raises:
        Unreadable: another key, another context, or not a byte as it was.
    """
    opener = Cobblestone256Decryptor(key, context)
    try:
        return opener.update(sealed) + opener.finalize()
    except (InvalidTag, ValueError):
        raise Unreadable from None
