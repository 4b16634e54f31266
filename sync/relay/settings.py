"""What a relay is told: from the environment, as `CAIRN_RELAY_…`. `cairn relay` puts its flags there too."""

import ipaddress
import re
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from sync.relay.refusals import CallIsOff

PREFIX = "CAIRN_RELAY_"
_PLACE = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^:\[\]/\s]+):(?P<port>[0-9]{1,5})")
_STORES = re.compile(r"sqlite:.+|postgres(ql)?://.+", re.DOTALL)


class Settings(BaseSettings):
    """Everything that can be chosen. What is not said is as security.md, e.2, has it."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="ignore", hide_input_in_errors=True)

    listen: str = "127.0.0.1:8750"
    """HOST:PORT; an address of IPv6 stands in brackets; port 0: any that is free."""
    store: SecretStr = Field(default=SecretStr(""), validate_default=True)
    """`sqlite:PATH`, or `postgresql://…`, which may hold a password."""
    admission_file: Path | None = None
    """One token a line; without it, everybody may make slots."""
    writes_a_minute: int = Field(default=60, ge=1, le=100_000)
    """To one slot."""
    waiting_reads: int = Field(default=4, ge=1, le=100)
    """At one slot, at a time."""
    wait_s: int = Field(default=25, ge=1, le=300)
    """The longest wait of a read. Proxies close what is silent for longer than 30 to 60 s."""
    makes_a_day_for_a_token: int = Field(default=100, ge=1, le=1_000_000)
    makes_a_day_for_an_address: int = Field(default=10, ge=1, le=1_000_000)
    """On a relay that asks for no token."""
    lifetime_days: float = Field(default=120, gt=0, le=36_500)
    """How long a slot stays that nobody writes or reads."""
    connections: int = Field(default=4_000, ge=8, le=1_000_000)
    """At a time; whoever comes beyond hears 503."""
    proxies: Annotated[tuple[str, ...], NoDecode] = ()
    """Addresses or networks, with commas between, whose `X-Forwarded-For` is believed: of the reverse proxy alone."""
    metrics_for: Annotated[tuple[str, ...], NoDecode] = ("127.0.0.0/8", "::1")
    """Addresses or networks, as above, that are shown `/metrics`. Never by way of a proxy."""

    @field_validator("listen")
    @classmethod
    def _is_a_place(cls, listen: str) -> str:
        found = _PLACE.fullmatch(listen)
        if found is None or int(found["port"]) > 65_535:
            raise ValueError("HOST:PORT")
        return listen

    @field_validator("store")
    @classmethod
    def _is_a_store(cls, store: SecretStr) -> SecretStr:
        if not _STORES.fullmatch(store.get_secret_value()):
            raise ValueError("sqlite:PATH or postgresql://")
        return store

    @field_validator("proxies", "metrics_for", mode="before")
    @classmethod
    def _are_networks(cls, said: object) -> object:
        if not isinstance(said, str):
            return said
        named = tuple(part.strip() for part in said.split(",") if part.strip())
        for one in named:
            ipaddress.ip_network(one, strict=False)
        return named

    @property
    def host(self) -> str:
        """Without brackets."""
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """0: any that is free."""
        return int(self.listen.rpartition(":")[2])


def read_settings() -> Settings:
    """What the environment says.

    Raises:
        CallIsOff: naming what cannot be as it is, and no value.
    """
    try:
        return Settings()
    except ValidationError as problem:
        name = str(problem.errors(include_input=False, include_context=False)[0]["loc"][0])
        raise CallIsOff(_TAKES.get(name, f"{PREFIX}{name.upper()} is not a value that a relay takes.")) from None


_TAKES = {
    "listen": "--listen takes HOST:PORT, such as 127.0.0.1:8750.",
    "store": "--store takes sqlite:PATH or postgresql://….",
    "admission_file": "--admission-file takes the path of a file.",
    "proxies": "CAIRN_RELAY_PROXIES takes addresses with commas between.",
    "metrics_for": "CAIRN_RELAY_METRICS_FOR takes addresses with commas between.",
}
