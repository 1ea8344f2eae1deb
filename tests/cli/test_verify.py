"""`loccit verify` against a server that answers as the services do."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote_plus, urlencode

import pytest

from loccit.lookup import http
from tests.cli.conftest import Call, essay
from tests.lookup.conftest import Reply, Server, reply, server

__all__ = ["server"]  # the fixture

CRENSHAW = """\
@article{crenshaw1991,
  author = {Crenshaw, Kimberlé},
  title = {Mapping the Margins},
  journal = {Stanford Law Review},
  year = 1990,
  volume = {41},
  number = {6},
  pages = {1241--1299},
  doi = {10.2307/1229039},
}
"""
RECORD: dict[str, object] = {
    "DOI": "10.2307/1229039",
    "type": "journal-article",
    "title": ["Mapping the Margins"],
    "container-title": ["Stanford Law Review"],
    "author": [
        {"given": "Kimberle", "family": "Crenshaw", "sequence": "first"},
    ],
    "issued": {"date-parts": [[1991, 7]]},
    "published-print": {"date-parts": [[1991, 7]]},
    "volume": "43",
    "issue": "6",
    "page": "1241",
    "ISSN": ["0038-9765"],
}
DOI = "/works/10.2307%2F1229039"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, and no waiting for services that fail."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(http, "RETRIES", 0)
    return tmp_path / "cache"


@pytest.fixture
def bib(folder: Path) -> Path:
    path = folder / "bibliography" / "sources.bib"
    path.write_text(CRENSHAW, "utf-8")
    return path


def work(**other: object) -> Reply:
    return reply({"status": "ok", "message": {**RECORD, **other}})


def search(title: str, year: int, name: str) -> str:
    """The path of a search in Crossref."""
    query = {
        "query.bibliographic": f"{title} {year}",
        "query.author": name,
        "rows": 5,
    }
    return f"/works?{urlencode(query)}"


def items(*records: Mapping[str, object]) -> Reply:
    return reply({"message": {"items": [{**RECORD, **each} for each in records]}})


SEARCH = search("Mapping the Margins", 1990, "Crenshaw")
OPEN_LIBRARY = (
    "/search.json?title={}&author={}"
    "&fields=key%2Ctitle%2Csubtitle%2Cauthor_name%2Cpublish_year&limit=5"
)


def nothing_found(server: Server, search_path: str, title: str, name: str) -> None:
    """Let all services answer that they have nothing."""
    words = title.lower()
    tagged = [
        *(f"{word}[Title]" for word in words.split() if word != "the"),
        f"{name.lower()}[Author]",
    ]
    term = quote_plus(" AND ".join(tagged))
    feed = b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>'
    arxiv = urlencode(
        {"search_query": f'ti:"{words}" AND au:"{name.lower()}"', "max_results": 5}
    )
    server.answers(search_path, reply({"message": {"items": []}}))
    server.answers(
        f"/esearch.fcgi?db=pubmed&term={term}&retmode=json&retmax=5",
        reply({"esearchresult": {"idlist": []}}),
    )
    server.answers(
        f"/api/query?{arxiv}", Reply(feed, content_type="application/atom+xml")
    )


def test_the_same_data(call: Call, bib: Path, server: Server) -> None:
    bib.write_text(CRENSHAW.replace("1990", "1991").replace("{41}", "{43}"), "utf-8")
    server.answers(DOI, work())
    result = call("verify")
    assert result.exit_code == 0, result.output
    assert result.stdout == "crenshaw1991: found at Crossref, with the same data\n"
    assert result.stderr == "1 source: 1 found with the same data.\n"


def test_differences_field_by_field(call: Call, bib: Path, server: Server) -> None:
    server.answers(DOI, work())
    result = call("verify")
    assert result.exit_code == 1
    assert result.stdout == (
        "crenshaw1991: found at Crossref, with differences\n"
        f"  {bib}:5:3: warning: The year differs: “1990” here, “1991” at Crossref. [different-data]\n"
        f"  {bib}:6:3: warning: The volume differs: “41” here, “43” at Crossref. [different-data]\n"
    ).replace(f"{bib.parents[1]}/", "")
    assert "2 can be fixed with --fix --unsafe-fixes." in result.stderr


def test_safe_fixes_add_and_unsafe_ones_replace(
    call: Call, bib: Path, server: Server
) -> None:
    short = CRENSHAW.replace("  number = {6},\n", "")
    bib.write_text(short, "utf-8")
    server.answers(DOI, work())
    assert call("verify", "--fix").exit_code == 1
    assert bib.read_text("utf-8") == short  # as other fields differ
    assert call("verify", "--fix", "--unsafe-fixes").exit_code == 0
    after = bib.read_text("utf-8")
    assert "year = 1991," in after or "year = {1991}" in after
    assert "volume = {43}," in after
    assert "number = 6," in after
    assert "month" not in after
    assert call("verify", "--fix", "--unsafe-fixes").exit_code == 0
    assert bib.read_text("utf-8") == after


def test_what_is_missing_is_a_note(call: Call, bib: Path, server: Server) -> None:
    right = CRENSHAW.replace("1990", "1991").replace("{41}", "{43}")
    bib.write_text(right.replace("  doi = {10.2307/1229039},\n", ""), "utf-8")
    server.answers(search("Mapping the Margins", 1991, "Crenshaw"), items({}))
    server.answers(DOI, work())
    result = call("verify")
    assert result.exit_code == 0
    assert (
        "note: The DOI is missing here; Crossref has “10.2307/1229039”. [missing-data]"
        in result.stdout
    )
    assert call("verify", "--fix").exit_code == 0
    assert bib.read_text("utf-8") == right


def test_a_doi_of_another_work(call: Call, bib: Path, server: Server) -> None:
    other = {
        "title": ["On Trees"],
        "author": [{"given": "Jo", "family": "Roe"}],
        "published-print": {"date-parts": [[2011]]},
    }
    server.answers(DOI, work(**other))
    server.answers(SEARCH, items({"DOI": "10.1000/right"}))
    result = call("verify")
    assert result.exit_code == 1
    assert (
        "9:3: warning: At Crossref, the DOI 10.2307/1229039 is of another work: "
        "Roe (2011), “On Trees”, https://doi.org/10.2307/1229039. "
        "This work is at Crossref: https://doi.org/10.1000/right. [other-work]"
    ) in result.stdout
    assert "The DOI differs: “10.2307/1229039” here, “10.1000/right”" in result.stdout


def test_an_unknown_doi(call: Call, bib: Path, server: Server) -> None:
    nothing_found(server, SEARCH, "Mapping the Margins", "Crenshaw")
    result = call("verify")
    assert result.exit_code == 1
    assert "crenshaw1991: not found\n" in result.stdout
    assert (
        "Crossref, DataCite and doi.org know no DOI 10.2307/1229039. Check it for a typo"
        in result.stdout
    )
    assert "Crossref, PubMed and arXiv have no such work." in result.stdout
    assert "That proves nothing" in result.stdout


def test_similar_works(call: Call, bib: Path, server: Server) -> None:
    bib.write_text(CRENSHAW.replace("  doi = {10.2307/1229039},\n", ""), "utf-8")
    nothing_found(server, SEARCH, "Mapping the Margins", "Crenshaw")
    roe = {"author": [{"given": "Jo", "family": "Roe"}], "DOI": "10.1000/roe"}
    server.answers(SEARCH, items(roe | {"page": "1", "volume": "2"}))
    result = call("verify")
    assert result.exit_code == 1
    assert (
        "Roe (1991), “Mapping the Margins”, https://doi.org/10.1000/roe (Crossref). "
        "Compare them with yours. [similar-works]"
    ) in result.stdout


@pytest.mark.parametrize(
    "failure",
    [
        Reply(b"", 503),
        Reply(b"", 429, headers=(("Retry-After", "0"),)),
        Reply(b"<html>Please log in</html>", content_type="text/html"),
        Reply(b'{"message": {"ti'),
    ],
    ids=["down", "busy", "log-in page", "cut"],
)
def test_a_failure_is_not_a_finding(
    call: Call, bib: Path, server: Server, failure: Reply
) -> None:
    nothing_found(server, SEARCH, "Mapping the Margins", "Crenshaw")
    server.answers(DOI, failure)
    result = call("verify")
    assert result.exit_code == 2
    assert "crenshaw1991: could not be asked\n" in result.stdout
    assert "error: This could not be looked up: 127.0.0.1 " in result.stdout
    assert "not-found" not in result.stdout
    server.answers(DOI, work())
    assert call("verify").exit_code == 1


def test_what_was_answered_is_not_asked_again(
    call: Call, bib: Path, server: Server
) -> None:
    second = CRENSHAW.replace("crenshaw1991", "second").replace("1229039", "2")
    bib.write_text(CRENSHAW + second, "utf-8")
    nothing_found(server, SEARCH, "Mapping the Margins", "Crenshaw")
    server.answers(DOI, work())
    server.answers("/works/10.2307%2F2", Reply(b"", 503))
    assert call("verify").exit_code == 2
    del server.asked[:]
    server.answers("/works/10.2307%2F2", work(DOI="10.2307/2"))
    assert call("verify").exit_code == 1
    assert [path for path, _ in server.asked] == ["/works/10.2307%2F2"]


def test_an_essay(call: Call, folder: Path, bib: Path, server: Server) -> None:
    typed = (
        "So it is [@crenshaw1991], and so on (Moss, 2019).\n\n# References\n\n"
        "Moss, A. (2019). What neighbors owe. *Urban Commons*, *12*(3), 201–219.\n"
    )
    path = essay(folder, typed)
    server.answers(DOI, work(volume="41"))
    nothing_found(server, search("What neighbors owe", 2019, "Moss"), "What neighbors owe", "Moss")  # fmt: skip
    result = call("verify", path)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:3] == [
        "crenshaw1991: found at Crossref, with differences",
        "  bibliography/sources.bib:5:3: warning: The year differs: “1990” here, “1991” at Crossref. [different-data]",
        "“Moss, A. (2019). What neighbors owe. Urban Commons, 12(3), 2…”: not found",
    ]
    assert f"  {path}:5:1: warning: Crossref, PubMed and arXiv have" in result.stdout


def test_a_folder_and_a_file(
    call: Call, folder: Path, bib: Path, server: Server
) -> None:
    server.answers(DOI, work())
    essay(folder, "So [@crenshaw1991].", "texts/one.md")
    assert "crenshaw1991: found" in call("verify", folder / "texts").stdout
    assert "crenshaw1991: found" in call("verify", bib).stdout
    (folder / "empty").mkdir()
    assert call("verify", folder / "empty").exit_code == 2


def test_keys(call: Call, bib: Path, server: Server) -> None:
    server.answers(DOI, work())
    assert "volume" in call("verify", "crenshaw1991").stdout
    assert call("verify", "nobody2000").exit_code == 1
    assert call("verify", "missing.md").exit_code == 2


def test_what_no_service_lists(call: Call, bib: Path, server: Server) -> None:
    bib.write_text(
        "@online{page, title={Walls}, author={Moss, A.}, url={https://example.org/a}}"
    )
    result = call("verify")
    assert (result.exit_code, server.asked) == (0, [])
    assert "page: not looked up" in result.stdout


def test_a_retracted_work(call: Call, bib: Path, server: Server) -> None:
    bib.write_text(CRENSHAW.replace("1990", "1991").replace("{41}", "{43}"), "utf-8")
    notice = {"DOI": "10.1000/r", "type": "retraction", "label": "Retraction"}
    server.answers(DOI, work(**{"updated-by": [notice]}))
    result = call("verify")
    assert result.exit_code == 1
    assert "This work was retracted. See https://doi.org/10.1000/r. [retracted]" in (
        result.stdout
    )


COLUMNS = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,"
    "RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
    "OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes\n"
)
ROW = (
    '1,Mapping the Margins,(SOC),Uni,Stanford Law Review,JSTOR,United States,"Kimberle Crenshaw",'
    ",Research Article,4/15/2021 0:00,10.1000/r,0,7/1/1991 0:00,10.2307/1229039,0,Retraction,"
    "+Concerns/Issues About Data;+Investigation by Journal/Publisher;,No,\n"
)


def test_retraction_watch(call: Call, folder: Path, bib: Path, server: Server) -> None:
    listed = folder / "retraction_watch.csv"
    listed.write_text(COLUMNS + ROW, "utf-8")
    bib.write_text(CRENSHAW.replace("1990", "1991").replace("{41}", "{43}"), "utf-8")
    server.answers(DOI, work())
    result = call("verify", "--retractions", listed)
    assert result.exit_code == 1
    assert f"{listed}: 1 notice, the newest of 2021-04-15." in result.stderr
    assert (
        "This work was retracted on 2021-04-15, according to Retraction Watch: "
        "Concerns/Issues About Data; Investigation by Journal/Publisher. "
        "See https://doi.org/10.1000/r. [retracted]"
    ) in result.stdout


def test_json(call: Call, bib: Path, server: Server) -> None:
    server.answers(DOI, work())
    result = call("verify", "--to", "json")
    [source] = json.loads(result.stdout)["sources"]
    assert (source["key"], source["outcome"]) == ("crenshaw1991", "different")
    assert source["found"]["item"]["volume"] == "43"
    assert source["differences"] == [
        {"variable": "issued", "stored": "1990", "found": "1991"},
        {"variable": "volume", "stored": "41", "found": "43"},
    ]
    [year, _] = source["findings"]
    assert (year["rule"], year["safety"], year["line"]) == (
        "different-data",
        "unsafe",
        5,
    )


def test_a_preprint_is_not_the_article(call: Call, bib: Path, server: Server) -> None:
    bib.write_text(CRENSHAW.replace("  doi = {10.2307/1229039},\n", ""), "utf-8")
    preprint = {"type": "posted-content", "subtype": "preprint", "volume": None}
    server.answers(SEARCH, items(preprint | {"container-title": []}))
    result = call("verify")
    assert result.exit_code == 0
    assert "note: Crossref has a preprint of this; where it was published" in (
        result.stdout
    )


def test_unsafe_fixes_need_fix(call: Call) -> None:
    assert call("verify", "--unsafe-fixes").exit_code == 2


def test_services_learn_the_address_of_the_settings(
    call: Call, folder: Path, bib: Path, server: Server
) -> None:
    (folder / "loccit.toml").write_text('mailto = "ada@example.org"')
    server.answers(DOI, work())
    call("verify")
    assert "mailto:ada@example.org" in server.asked[0][1]["user-agent"]


@pytest.mark.skipif(os.name == "nt", reason="signals are others there")
def test_ctrl_c_loses_no_answer(
    folder: Path, bib: Path, server: Server, cache: Path
) -> None:
    second = CRENSHAW.replace("crenshaw1991", "second").replace("1229039", "2")
    bib.write_text(CRENSHAW + second, "utf-8")
    server.answers(DOI, work())
    wait = Reply(b"", 429, headers=(("Retry-After", "15"),))
    server.answers("/works/10.2307%2F2", wait)
    command = [sys.executable, "-m", "loccit", "verify"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE) as process:
        while len(server.asked) < 2 and process.poll() is None:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert (process.returncode, b"stopped" in errors) == (130, True)
    del server.asked[:]
    server.answers("/works/10.2307%2F2", work(DOI="10.2307/2"))
    subprocess.run(command, cwd=folder, check=False, timeout=30)
    assert [path for path, _ in server.asked] == ["/works/10.2307%2F2"]


def test_the_help_imports_little() -> None:
    code = "import sys, loccit.cli.commands.verify; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    names = done.stdout.decode().split()
    rooms = ("loccit.csl", "loccit.recognize", "loccit.lookup", "loccit.lint")
    assert [name for name in names if name.startswith(rooms)] == []
