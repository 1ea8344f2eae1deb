"""Papers as pages."""

from __future__ import annotations

from lxml import html

from tests.export.paper.essays import ESSAY, make


def page(text: str, kind: str | None = None) -> html.HtmlElement:
    return html.document_fromstring(make(text, kind, ".html").data.decode())


def texts(element: html.HtmlElement, path: str) -> list[str]:
    return [
        " ".join(each.text_content().split())
        for each in element.xpath(path)
        if isinstance(each, html.HtmlElement)
    ]


def test_a_student_paper() -> None:
    made = page(ESSAY)
    assert made.get("lang") == "en-GB"
    assert texts(made, "//title") == ["On Doors: An Essay"]
    assert texts(made, "//h1") == ["On Doors: An Essay"]
    assert texts(made, "//h2") == ["Abstract", "A Heading", "References"]
    assert texts(made, "//div[@class='course']") == ["SOC 101: Doors"]
    assert texts(made, "//*[@role='list']/*") == ["Doe, J. (2001). Doors. Norton."]


def test_citations_lead_to_entries() -> None:
    made = page(ESSAY)
    [link] = made.xpath("//a[@role='doc-biblioref']")
    assert isinstance(link, html.HtmlElement)
    assert link.get("href") == "#ref-doe"
    assert len(made.xpath("//*[@id='ref-doe']")) == 1


def test_captions_are_of_their_tables() -> None:
    table = "| a |\n|---|\n| 1 |\n\n: Counts {#tbl-one}\n"
    assert texts(page(table), "//table[@id='tbl-one']/caption") == ["Table 1 Counts"]


def test_a_heading_of_level_four_is_beside_its_paragraph() -> None:
    made = page("#### How\n\nWe asked.\n")
    assert texts(made, "//*[@class='run-in']/*") == ["How.", "We asked."]


def test_nothing_runs() -> None:
    made = page("<script>alert(1)</script>\n\n<b onclick='alert(1)'>Doors</b>\n")
    assert not made.xpath("//script | //@onclick")
    assert texts(made, "//strong") == ["Doors"]
    assert made.xpath("//meta[@http-equiv='Content-Security-Policy']")


def test_titles_are_escaped() -> None:
    made = page("---\ntitle: '`<b>` & \"x\"'\n---\n\nText.\n")
    assert texts(made, "//title") == ["<b> & “x”"]
