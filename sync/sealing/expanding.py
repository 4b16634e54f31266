"""One key from another, each under a label of its own (HKDF-Expand-SHA256)."""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand


def extract(salt: bytes, secret: bytes) -> bytes:
    """32 bytes that other keys are expanded from (HKDF-Extract-SHA256)."""
    return HKDF.extract(SHA256(), salt, secret)


def expand(root: bytes, label: str, length: int) -> bytes:
    """`length` bytes under `cairn/v1/<label>` and a zero byte."""
    return HKDFExpand(SHA256(), length, f"cairn/v1/{label}\0".encode()).derive(root)
