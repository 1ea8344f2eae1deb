"""Attacks: other pages, other hosts, wrong tokens, too much of anything."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import httpx
import pytest

from loccit.servers.desk import read_request
from tests.servers.desk.running_desk import (
    PATIENCE,
    RunningDesk,
    desk_in_thread,
    make_folder,
)

#: What every answer has, whatever was asked.
_EVERYWHERE = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
}


def ask(desk: RunningDesk, path: str, **headers: str) -> httpx.Response:
    """Ask without the token, with other headers."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    address = f"http://127.0.0.1:{desk.port}{path}"
    return httpx.get(address, headers=names, timeout=PATIENCE)


def bearer(desk: RunningDesk) -> str:
    return f"Bearer {desk.token}"


def test_the_token_opens_the_door(desk: RunningDesk) -> None:
    answer = ask(desk, "/api/essays", authorization=bearer(desk))
    assert answer.status_code == 200
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer wrong", "Basic {}", "Bearer {}x", "{}"]
)
def test_a_wrong_token_is_refused(desk: RunningDesk, authorization: str) -> None:
    given = authorization.format(desk.token)
    answer = ask(desk, "/api/essays", authorization=given)
    assert answer.status_code == 401
    assert answer.json()["error"]["kind"] == "unauthorized"


def test_a_token_in_the_address_or_a_cookie_is_none(desk: RunningDesk) -> None:
    assert ask(desk, f"/api/essays?token={desk.token}").status_code == 401
    cookie = f"token={desk.token}"
    assert ask(desk, "/api/essays", cookie=cookie).status_code == 401


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{}", "127.0.0.1", "127.0.0.1:1", "[::1]:{}", ""],
)
@pytest.mark.parametrize("path", ["/", "/api/essays", "/assets/x.js"])
def test_another_host_is_refused(desk: RunningDesk, host: str, path: str) -> None:
    # "DNS rebinding": evil.example may lead to 127.0.0.1, and its page has our address.
    given = host.format(desk.port)
    answer = ask(desk, path, host=given, authorization=bearer(desk))
    assert answer.status_code in (400, 403)


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "http://127.0.0.1", "https://127.0.0.1:{}", ""],
)
def test_another_origin_is_refused(desk: RunningDesk, origin: str) -> None:
    given = origin.format(desk.port)
    answer = ask(desk, "/api/essays", origin=given, authorization=bearer(desk))
    assert answer.status_code == 403


def test_our_own_origin_is_welcome(desk: RunningDesk) -> None:
    for host in ("127.0.0.1", "localhost"):
        origin = f"http://{host}:{desk.port}"
        answer = ask(desk, "/api/essays", origin=origin, authorization=bearer(desk))
        assert answer.status_code == 200


def test_a_request_from_another_site_is_refused(desk: RunningDesk) -> None:
    for site in ("cross-site", "same-site"):
        answer = ask(
            desk, "/api/essays", sec_fetch_site=site, authorization=bearer(desk)
        )
        assert answer.status_code == 403


def test_a_form_of_another_page_changes_nothing(desk: RunningDesk) -> None:
    # What a form can send without asking first (Fetch Standard, "CORS-safelisted").
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        answer = desk.client.post(
            "/api/essays/new",
            content=json.dumps({"path": "evil.md"}),
            headers={"content-type": kind},
        )
        assert answer.status_code == 400
    assert desk.client.options("/api/essays").status_code == 405


@pytest.mark.parametrize("path", ["/", "/api/essays", "/api/nothing", "/nothing"])
def test_every_answer_is_kept_to_itself(desk: RunningDesk, path: str) -> None:
    for answer in (ask(desk, path), desk.client.get(path)):
        for name, value in _EVERYWHERE.items():
            assert answer.headers[name] == value
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy


def test_only_this_machine_is_answered(desk: RunningDesk) -> None:
    addresses = {each[4][0] for each in socket.getaddrinfo(socket.gethostname(), None)}
    for address in addresses - {"127.0.0.1", "::1"}:
        with socket.socket() as other, pytest.raises(OSError):
            other.settimeout(5)
            other.connect((address, desk.port))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"nonsense",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"path":' * 200_000,
        b'{"path": ' + b"9" * 100_000 + b"}",
        b'{"path": 1e999}',
        b'{"path": "essay.md", "base": 1e999, "edits": []}',
        b'{"path": "essay.md", "base": NaN, "edits": []}',
        b'{"path": "essay.md", "base": -1, "edits": []}',
        b'{"path": "essay.md", "base": 1.5, "edits": []}',
        b'{"path": "essay.md", "base": true, "edits": []}',
        b'{"path": "essay.md", "base": 1, "edits": 7}',
        b'{"path": "essay.md", "base": 1, "edits": [7]}',
        b'{"path": "essay.md", "base": 1, "edits": [{"start": 0}]}',
        b'{"path": "essay.md", "base": 1, "edits": [{"start": 9, "end": 99999, "new": ""}]}',
        (
            b'{"path": "essay.md", "base": 1, "edits": [{"start": 9, "end": 9, "new": ""},'
            b' {"start": 4, "end": 5, "new": ""}]}'
        ),
        b'{"path": ["essay.md"], "base": 1, "edits": []}',
        b'{"path": "essay.md", "base": 1, "edits": [{"start": 0, "end": 0, "new": "\\u0000"}]}',
    ],
)
def test_broken_requests_are_refused(desk: RunningDesk, body: bytes) -> None:
    answer = desk.client.post(
        "/api/essay/edit", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"]["kind"] == "invalid"
    assert desk.get("essay", path="essay.md")["version"] == 1


def test_a_large_upload_is_refused_before_it_is_read(desk: RunningDesk) -> None:
    with socket.create_connection(("127.0.0.1", desk.port), PATIENCE) as sent:
        sent.sendall(
            b"POST /api/essays/upload?name=big.md HTTP/1.1\r\n"
            + f"Host: 127.0.0.1:{desk.port}\r\n".encode()
            + f"Authorization: Bearer {desk.token}\r\n".encode()
            + b"Content-Type: application/octet-stream\r\n"
            + b"Content-Length: 104857600\r\n\r\n"
        )
        assert sent.recv(1000).startswith(b"HTTP/1.1 413")


def test_an_upload_that_hides_its_length_is_refused(desk: RunningDesk) -> None:
    def chunks() -> object:
        for _ in range(100):
            yield b"x" * 2**20

    try:
        answer = desk.client.post(
            "/api/essays/upload?name=big.md",
            content=chunks(),  # type: ignore[arg-type]  # any iterable of bytes
            headers={"content-type": "application/octet-stream"},
        )
    except httpx.WriteError:  # the desk has hung up
        return
    assert answer.status_code == 413


def test_a_body_that_never_ends_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_request, "PATIENCE", 0.2)
    with (
        desk_in_thread(make_folder(tmp_path / "Essays")) as desk,
        socket.create_connection(("127.0.0.1", desk.port), PATIENCE) as slow,
    ):
        slow.sendall(
            b"POST /api/essay/edit HTTP/1.1\r\n"
            + f"Host: 127.0.0.1:{desk.port}\r\n".encode()
            + f"Authorization: Bearer {desk.token}\r\n".encode()
            + b"Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
        )
        assert desk.get("essays")  # others are answered meanwhile
        assert slow.recv(1000).startswith(b"HTTP/1.1 408")
