"""The page: its files, and the policy that they live under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.desk.running_desk import RunningDesk, desk_in_thread

page = pytest.importorskip(
    "loccit.servers.desk.page", reason="the extra `desk` is not installed"
)


@pytest.fixture
def static(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in the place of that with the built page."""
    static = tmp_path / "static"
    (static / "assets").mkdir(parents=True)
    (static / "index.html").write_text('<meta content="{{nonce}}">', "utf-8")
    (static / "assets" / "page.js").write_text("1", "utf-8")
    (tmp_path / "secret.js").write_text("secret", "utf-8")
    (static / "assets" / "link.js").symlink_to(tmp_path / "secret.js")
    monkeypatch.setattr(page, "STATIC", static)
    return static


@pytest.fixture
def desk(static: Path, tmp_path: Path) -> Iterator[RunningDesk]:
    with desk_in_thread(tmp_path) as found:
        yield found


def test_each_page_has_a_nonce_of_its_own(desk: RunningDesk) -> None:
    nonces = set()
    for _ in range(2):
        answer = desk.client.get("/", headers={"authorization": ""})
        assert answer.headers["content-type"].startswith("text/html")
        [nonce] = re.findall('content="([^"]+)"', answer.text)
        policy = answer.headers["content-security-policy"]
        assert f"style-src 'self' 'nonce-{nonce}'" in policy
        assert "script-src 'self';" in policy
        nonces.add(nonce)
    assert len(nonces) == 2


def test_its_files_are_served_and_no_others(desk: RunningDesk) -> None:
    answer = desk.client.get("/assets/page.js")
    assert "javascript" in answer.headers["content-type"]
    assert answer.headers["cache-control"] == "no-store"
    for name in (
        "link.js",
        "../index.html",
        "%2e%2e/%2e%2e/secret.js",
        "..%5csecret.js",
    ):
        answer = desk.client.get(f"/assets/{name}")
        assert answer.status_code == 404 or answer.text.startswith("<meta"), name
        assert "secret" not in answer.text


def test_a_page_that_is_not_built_says_so(desk: RunningDesk, static: Path) -> None:
    (static / "index.html").unlink()
    answer = desk.client.get("/")
    assert answer.status_code == 501
    assert "npm run build" in answer.text
