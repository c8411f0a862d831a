"""Whom the live server answers."""

import pytest

from builder.devserver.safety import host_name, is_known, is_own_origin

NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("localhost", "localhost"),
        ("LOCALHOST:8000", "localhost"),
        ("127.0.0.1:80", "127.0.0.1"),
        ("[::1]:8000", "::1"),
        ("[::1]", "::1"),
        ("[::1", ""),
        ("::1]", ""),
        ("[not an address]", ""),
        ("", ""),
        (":8000", ""),
        ("localhost:port", ""),
        ("localhost:", ""),
        ("localhost:8000\n", ""),
        ("visitor@localhost:8000", ""),
        ("localhost/path", ""),
        ("localhost?query", ""),
        ("localhost#part", ""),
        ("localhost\\evil.example", ""),
        ("evil.example,localhost", ""),
        ("local host", ""),
    ],
)
def test_the_name_in_a_host_header_is_read_strictly(host: str, name: str) -> None:
    assert host_name(host) == name


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "Localhost:1"])
def test_this_machine_is_known_by_its_own_names(host: str) -> None:
    assert is_known(host, NONE)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example@localhost",
        "localhost.",
        "127.0.0.2",
        "0.0.0.0",  # noqa: S104 (refused)
        "192.168.1.5",
        "[::]",
        "[::ffff:127.0.0.1]",
        "",
    ],
)
def test_any_other_name_is_not(host: str) -> None:
    """DNS rebinding: a page of another site has its name lead here, but cannot hide the name."""
    assert not is_known(host, NONE)


def test_a_name_that_was_allowed_is_known_and_names_beneath_it_are_not() -> None:
    allowed = frozenset(("sapar.test",))

    assert is_known("Sapar.TEST:8000", allowed)
    assert is_known("localhost", allowed)
    assert not is_known("other.sapar.test", allowed)


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_a_page_from_here_may_connect(host: str) -> None:
    assert is_own_origin(f"http://{host}", host, NONE)


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://evil.example:8000",
        "http://localhost",
        "http://localhost:8001",
        "http://127.0.0.1:8000",
        "http://localhost:8000@evil.example",
        "http://evil.example/localhost:8000",
        "https://localhost:8000.evil.example",
        "file://",
        "null",
        "",
        "localhost:8000",
        "http://[localhost:8000",
    ],
)
def test_a_page_from_elsewhere_may_not(origin: str) -> None:
    """A program at another port of this machine is another site."""
    assert not is_own_origin(origin, "localhost:8000", NONE)


def test_an_origin_is_not_its_own_under_a_foreign_name() -> None:
    assert not is_own_origin("http://evil.example:8000", "evil.example:8000", NONE)
    assert is_own_origin("http://sapar.test", "sapar.test", frozenset(("sapar.test",)))
