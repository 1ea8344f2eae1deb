"""Attacks by what is written: no title, note or address becomes markup of the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.servers.desk.running_desk import RunningDesk, desk_in_thread

EVIL = (
    '<script>alert(1)</script><img src=x onerror="alert(1)"> "\'><svg/onload=alert(1)>'
)
LIBRARY = f"""\
@book{{evil,
  author = {{{{{EVIL}}}}},
  title = {{{EVIL}}},
  note = {{{EVIL}}},
  abstract = {{{EVIL}}},
  url = {{javascript:alert(1)}},
  doi = {{10.1/"onmouseover="alert(1)}},
  date = {{2001}},
}}
@online{{sly,
  author = {{Sly, Sam}},
  title = {{[x](javascript:alert(1)) \\href{{javascript:alert(1)}}{{y}}}},
  url = {{ JaVaScRiPt:alert(1)}},
  date = {{2002}},
}}
@online{{data, title = {{D}}, url = {{data:text/html,<script>alert(1)</script>}}}}
"""
ESSAY = f"""\
# {EVIL.replace('"', "")}

So *{EVIL.replace("*", "")}* [see {EVIL.replace("[", "").replace("]", "")} @evil, p. 3; @sly; @data].
"""
#: Where answers have HTML.
_HTML = frozenset(["html", "citation", "entry"])
_ELEMENTS = frozenset(
    ["a", "b", "code", "div", "em", "i", "mark", "span", "sub", "sup"]
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    folder: Path = tmp_path_factory.mktemp("evil")
    (folder / "bibliography").mkdir()
    (folder / "bibliography" / "sources.bib").write_text(LIBRARY, "utf-8")
    (folder / "essay.md").write_text(ESSAY, "utf-8")
    (folder / "page.html").write_text(f"<p>So [@evil]. {EVIL}</p>", "utf-8")
    with desk_in_thread(folder) as found:
        yield found


def html_in(value: object, name: str = "") -> Iterator[str]:
    """Yield the HTML in an answer."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from html_in(inner, name if name in ("html", "entries") else key)
    elif isinstance(value, list):
        for inner in value:
            yield from html_in(inner, name)
    elif isinstance(value, str) and (name in _HTML or name == "entries"):
        yield value


@pytest.mark.parametrize(
    ("route", "query"),
    [
        ("essay", {"path": "essay.md"}),
        ("essay", {"path": "page.html"}),
        ("essay/printed", {"path": "essay.md", "since": 0}),
        ("essay/paper", {"path": "essay.md"}),
        ("essay/paper", {"path": "page.html"}),
        (
            "essay/complete",
            {"path": "essay.md", "version": 1, "at": ESSAY.index("@e") + 2},
        ),
        ("essay/at", {"path": "essay.md", "version": 1, "at": ESSAY.index("@e") + 2}),
        ("source", {"key": "evil"}),
        ("source", {"key": "sly"}),
        ("source", {"key": "data", "essay": "essay.md"}),
        ("styles/preview", {"id": "ieee", "essay": "essay.md"}),
        ("sources/duplicates", {}),
        ("findings", {"path": "essay.md"}),
    ],
)
def test_answers_have_harmless_html(
    desk: RunningDesk, route: str, query: dict[str, object]
) -> None:
    answer = desk.get(route, **query)
    found = list(html_in(answer))
    assert found or route in ("sources/duplicates", "findings")
    for html in found:
        require_harmless(html)


@pytest.mark.parametrize("text", [LIBRARY, EVIL + " (2001). *Title of it*. Press."])
def test_previews_are_harmless(desk: RunningDesk, text: str) -> None:
    for html in html_in(desk.post("sources/look", text=text)):
        require_harmless(html)


def test_links_lead_to_the_web_only(desk: RunningDesk) -> None:
    for key in ("evil", "sly", "data"):
        for link in desk.get("source", key=key)["links"]:
            assert link["href"].startswith(("https://", "http://"))


def test_what_is_exported_is_never_shown_as_a_page(desk: RunningDesk) -> None:
    answer = desk.client.get(
        "/api/export", params={"path": "page.html", "to": "formatted"}
    )
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def require_harmless(html: str) -> None:
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for element in list(tree.iter())[1:]:
        assert isinstance(element, Element) or hasattr(element, "tag")
        assert element.tag in _ELEMENTS, html
        assert set(element.keys()) <= {"class", "href"}, html
        assert element.get("href", "https://").startswith(("https://", "http://")), html
