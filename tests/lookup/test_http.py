"""The network as it is: slow, broken, busy, absent."""

from __future__ import annotations

import json
import socket
import threading
import time

import pytest

from loccit.errors import LookupFailed
from loccit.lookup import Web, identify, look_up
from loccit.lookup import http as web
from tests.lookup.conftest import Reply, Server

DOI = "10.1000/a"
PATH = "/works/10.1000%2Fa"
RECORD = Reply(json.dumps({"message": {"type": "book", "title": ["Walls"]}}).encode())


def title() -> str:
    identifier = identify(DOI)
    assert identifier
    return look_up(identifier).source.text("title")


def failure() -> str:
    with pytest.raises(LookupFailed) as caught:
        title()
    assert caught.value.advice
    return caught.value.message


def test_an_answer_that_is_packed(server: Server) -> None:
    server.answers(PATH, RECORD._replace(packed=True))
    assert title() == "Walls"


def test_a_server_that_stumbles_is_asked_again(server: Server) -> None:
    server.answers(
        PATH, Reply(b"", 503), Reply(b"", 429, headers=(("Retry-After", "0"),)), RECORD
    )
    assert title() == "Walls"
    assert len(server.asked) == 3


def test_a_server_that_is_always_busy(server: Server) -> None:
    server.answers(PATH, Reply(b"", 429, headers=(("Retry-After", "0"),)))
    assert failure() == "127.0.0.1 refused to answer (status 429)."


def test_one_that_is_told_to_wait_for_hours_gives_up_soon(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "PATIENCE", 0)
    server.answers(PATH, Reply(b"", 429, headers=(("Retry-After", "7200"),)))
    slept: list[float] = []
    monkeypatch.setattr(time, "sleep", slept.append)
    assert "refused" in failure()
    assert max(slept, default=0) < 60


def test_it_moved(server: Server) -> None:
    server.answers(PATH, Reply(b"", 302, headers=(("Location", "/elsewhere"),)))
    server.answers("/elsewhere", RECORD)
    assert title() == "Walls"


def test_it_moves_without_end(server: Server) -> None:
    server.answers(PATH, Reply(b"", 302, headers=(("Location", PATH),)))
    assert failure() == "127.0.0.1 redirects without end."


def test_an_answer_that_is_no_json(server: Server) -> None:
    server.answers(PATH, Reply(b"<html>Please log in</html>"))
    assert failure() == "127.0.0.1 did not answer with JSON."


def test_an_answer_that_breaks_off(server: Server) -> None:
    server.answers(PATH, RECORD._replace(headers=(("Content-Length", "9999"),)))
    assert failure() == "127.0.0.1 broke off its answer."


def test_an_answer_that_is_too_large(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "LARGEST", 1_000_000)
    server.answers(PATH, Reply(b" " * 3_000_000, packed=True))
    assert failure() == "127.0.0.1 answered with more than 1 MB."


def test_one_that_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "READ", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        for name in ("CROSSREF", "DATACITE", "DOI_ORG"):
            monkeypatch.setenv(
                f"LOCCIT_{name}", f"http://127.0.0.1:{silent.getsockname()[1]}"
            )
        monkeypatch.setattr(web, "RETRIES", 0)
        assert failure() == "127.0.0.1 did not answer in time."


def test_nobody_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "RETRIES", 0)
    for name in ("CROSSREF", "DATACITE", "DOI_ORG"):
        monkeypatch.setenv(f"LOCCIT_{name}", "http://127.0.0.1:9")
    assert failure() == "127.0.0.1 can't be reached."
    for name in ("CROSSREF", "DATACITE", "DOI_ORG"):
        monkeypatch.setenv(f"LOCCIT_{name}", "http://nowhere.invalid")
    assert (
        failure()
        == "nowhere.invalid can't be found: the network is down, or does not know it."
    )


def test_one_service_that_is_down_does_not_hide_another(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "RETRIES", 0)
    monkeypatch.setenv("LOCCIT_CROSSREF", "http://127.0.0.1:9")
    server.answers(
        "/dois/10.1000%2Fa",
        Reply(
            json.dumps(
                {"data": {"attributes": {"titles": [{"title": "Doors"}]}}}
            ).encode()
        ),
    )
    assert title() == "Doors"


def test_services_are_given_the_pause_they_ask_for(server: Server) -> None:
    pauses: list[float] = []
    asker = Web(sleep=pauses.append)
    identifier = identify("2101.00123")
    assert identifier
    for _ in range(2):
        with pytest.raises(LookupFailed):
            look_up(identifier, asker)
    assert len(pauses) == 1
    assert 2 < pauses[0] <= 3


def test_proxies_of_the_environment_are_used(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.address)
    monkeypatch.setenv("LOCCIT_CROSSREF", "http://api.example.org")
    monkeypatch.delenv("no_proxy", raising=False)
    server.answers(f"http://api.example.org{PATH}", RECORD)
    assert title() == "Walls"


def test_ctrl_c_while_waiting(server: Server) -> None:
    def interrupted(_: float) -> None:
        raise KeyboardInterrupt

    asker = Web(sleep=interrupted)
    identifier = identify("2101.00123")
    assert identifier and threading.current_thread() is threading.main_thread()
    with pytest.raises(LookupFailed):
        look_up(identifier, asker)
    with pytest.raises(KeyboardInterrupt):
        look_up(identifier, asker)


def test_a_service_out_of_reach_is_left_alone_after_some_failures(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "RETRIES", 0)
    server.answers("/api/query?id_list=2101.00123&max_results=1", Reply(b"", 503))
    asker = Web(sleep=lambda _: None)
    identifier = identify("2101.00123")
    assert identifier
    for _ in range(5):
        with pytest.raises(LookupFailed, match="refused"):
            look_up(identifier, asker)
    assert len(server.asked) == 3


def test_services_know_whom_to_write_to(server: Server) -> None:
    server.answers(PATH, RECORD)
    identifier = identify(DOI)
    assert identifier
    look_up(identifier, Web(mailto="ada@example.org"))
    assert server.asked[0][1]["user-agent"].endswith(" (mailto:ada@example.org)")
