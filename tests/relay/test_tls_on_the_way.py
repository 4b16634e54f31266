"""A relay is reached by TLS, checked as everybody checks it: who cannot show that they are it hears nothing."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from sync.errors import NotTrusted
from sync.protocol.sizes import WIRE
from sync.transports import relay_client
from sync.transports.patience import Patience
from sync.transports.relay_address import read_address

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
_ANSWER = json.dumps({"version": 1, "octets": WIRE, "admission": False}).encode()


@pytest.fixture(autouse=True)
def _whom_to_believe_is_looked_up() -> Iterator[None]:
    relay_client._trusted.cache_clear()
    yield
    relay_client._trusted.cache_clear()


def certificate(place: Path, name: str = "localhost", ends: datetime = NOW + DAY) -> Path:
    """One that vouches for itself, with its key, in one file."""
    key, subject = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    made = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number(), NOW - 9 * DAY, ends)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=True)
        .sign(key, hashes.SHA256())
    )
    key_bytes = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = place / "certificate"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + key_bytes)
    return file


@asynccontextmanager
async def shown(file: Path, heard: list[bytes]) -> AsyncIterator[relay_client.Relay]:
    """The way to somebody who shows this certificate and answers as a relay would."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(_ANSWER), _ANSWER))
        writer.close()

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    async with await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context) as server:
        port = server.sockets[0].getsockname()[1]
        yield relay_client.Relay(read_address(f"relay:https://localhost:{port}"), patience=Patience())


async def test_a_relay_that_this_computer_believes_is_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, heard = certificate(tmp_path), list[bytes]()
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    async with shown(file, heard) as relay:
        await relay.check()
    assert [call.split()[:2] for call in heard] == [[b"GET", b"/v1/info"]]


@pytest.mark.parametrize(
    ("name", "ends", "is_believed"),
    [("localhost", NOW + DAY, False), ("relay.example.org", NOW + DAY, True), ("localhost", NOW - DAY, True)],
    ids=["nobody vouches for it", "for another name", "until yesterday"],
)
async def test_who_cannot_show_that_they_are_the_relay_hears_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, ends: datetime, is_believed: bool
) -> None:
    file, heard = certificate(tmp_path, name, ends), list[bytes]()
    if is_believed:
        monkeypatch.setenv("SSL_CERT_FILE", str(file))
    async with shown(file, heard) as relay:
        with pytest.raises(NotTrusted):
            await relay.check()
    assert heard == []
