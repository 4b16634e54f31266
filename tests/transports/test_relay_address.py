"""A relay as it is typed: what is one, what is none and why, and what is told of it."""

import pytest

from journal.errors import BadInput
from sync.transports.relay_address import read_address, with_token
from sync.transports.via import check_via, is_relay, proxy_on_the_way
from tui.wording.meeting_place import as_they_type, place_told, relay_typed, seen_there, via_told

FORM = "A relay is written as relay:https://HOST, with :PORT after it where it has one."
HOST = "The relay needs a name in plain letters, digits, dots and hyphens, or an address."
HTTPS = "http is for a relay on this computer, or one whose name ends in .onion. Any other needs https."
PORT = "The port of a relay is a number from 1 to 65535."
TOKEN = "The token before the @ holds a sign that no relay's token has."


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("relay:https://relay.example.org", "https://relay.example.org"),
        ("relay:https://relay.example.org/", "https://relay.example.org"),
        ("relay:HTTPS://Relay.Example.org:8443", "https://relay.example.org:8443"),
        ("relay:https://my_box.local", "https://my_box.local"),
        ("relay:https://192.0.2.7", "https://192.0.2.7"),
        ("relay:https://[2001:db8::1]:8750", "https://[2001:db8::1]:8750"),
        ("relay:http://127.0.0.1:8750", "http://127.0.0.1:8750"),
        ("relay:http://127.9.9.9:8750", "http://127.9.9.9:8750"),
        ("relay:http://[::1]:8750", "http://[::1]:8750"),
        ("relay:http://localhost:8750", "http://localhost:8750"),
        ("relay:http://abcdefghij234567.onion", "http://abcdefghij234567.onion"),
        ("relay:https://a-token_1.2~3@relay.example.org", "https://relay.example.org"),
    ],
)
def test_what_a_relay_is(typed: str, origin: str) -> None:
    check_via(typed)
    assert read_address(typed).origin == origin


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("relay:", FORM),
        ("relay:relay.example.org", FORM),
        ("relay:ftp://relay.example.org", FORM),
        ("relay:https:relay.example.org", FORM),
        ("relay:https://relay.example.org/v1", FORM),
        ("relay:https://relay.example.org/?a=b", FORM),
        ("relay:https://relay.example.org:1:2", PORT),
        ("relay:https://a@b@relay.example.org", FORM),
        ("relay:https://", HOST),
        ("relay:https://relay..example", HOST),
        ("relay:https://-relay.example", HOST),
        ("relay:https://relay.example%0d%0aX", HOST),
        ("relay:https://relay example", HOST),
        ("relay:https://rélay.example", HOST),
        ("relay:https://relay.example\r\nX: y", HOST),
        ("relay:https://\x1b[31mrelay", HOST),
        ("relay:https://127.1", HOST),
        ("relay:https://2130706433", HOST),
        ("relay:https://[::1%25lo]", HOST),
        ("relay:https://[nowhere]", HOST),
        ("relay:https://" + "a." * 200 + "example", HOST),
        ("relay:http://relay.example.org", HTTPS),
        ("relay:http://192.168.0.2:8750", HTTPS),
        ("relay:http://localhost.example.org", HTTPS),
        ("relay:http://onion", HTTPS),
        ("relay:https://relay.example.org:", PORT),
        ("relay:https://relay.example.org:0", PORT),
        ("relay:https://relay.example.org:65536", PORT),
        ("relay:https://relay.example.org:٣", PORT),
        ("relay:https://relay.example.org:" + "1" * 5_000, PORT),
        ("relay:https://@relay.example.org", TOKEN),
        ("relay:https://to ken@relay.example.org", TOKEN),
        ("relay:https://tok:en@relay.example.org", TOKEN),
    ],
)
def test_what_is_none_and_why(typed: str, sentence: str) -> None:
    with pytest.raises(BadInput) as found:
        check_via(typed)
    assert found.value.said == sentence


def test_no_error_holds_what_was_typed() -> None:
    with pytest.raises(BadInput) as found:
        check_via("relay:https://private token@relay.example.org")
    assert "private" not in str(found.value) + found.value.hint


def test_a_token_is_in_no_origin_and_told_to_nobody() -> None:
    via = with_token("relay:https://relay.example.org:8443", "for-two")
    assert read_address(via).token == "for-two"
    for told in (read_address(via).origin, place_told(via), via_told(via), as_they_type(via), *seen_there(via, None)):
        assert "relay.example.org:8443" in told
        assert "for-two" not in told
    assert "for-two" not in repr(read_address(via))


def test_a_token_is_put_where_there_is_none_and_into_no_folder() -> None:
    assert with_token("relay:https://mine@relay.example", "other") == "relay:https://mine@relay.example"
    assert with_token("folder:/media/stick", "other") == "folder:/media/stick"
    assert with_token("relay:https://relay.example", "") == "relay:https://relay.example"


@pytest.mark.parametrize(
    ("typed", "via"),
    [
        ("relay:https://relay.example", "relay:https://relay.example"),
        ("  Relay: https://relay.example ", "relay:https://relay.example"),
        ("https://relay.example", "relay:https://relay.example"),
        ("http://127.0.0.1:8750", "relay:http://127.0.0.1:8750"),
        ("~/Shared with Sam", None),
        ("relay", None),
        ("/media/relay:https", None),
    ],
)
def test_in_a_field_the_beginning_of_a_web_address_is_enough(typed: str, via: str | None) -> None:
    assert relay_typed(typed) == via


def test_a_folder_is_told_as_before_and_nothing_is_seen_there() -> None:
    assert (place_told("folder:/both"), as_they_type("folder:/both")) == ("/both", "/both")
    assert (seen_there("folder:/both", None), is_relay("folder:/both")) == ([], False)
    assert proxy_on_the_way("folder:/both") is None


def test_what_is_seen_at_a_relay_and_on_the_way_is_said() -> None:
    relay, proxy = seen_there("relay:https://relay.example", "proxy.example:3128")
    assert "the relay relay.example" in relay
    assert "proxy.example:3128" in proxy
