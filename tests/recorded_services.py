"""Answers of services to the questions of docs/verify.md, in the services' own shapes."""

from __future__ import annotations

from tests.lookup.conftest import Server, reply

#: Crossref, `works/{doi}`: an article, and one that was retracted.
_ARTICLE = {
    "DOI": "10.2307/1229039",
    "type": "journal-article",
    "title": [
        "Mapping the Margins: Intersectionality, Identity Politics, and Violence against Women of Color"
    ],
    "author": [{"given": "Kimberle", "family": "Crenshaw", "sequence": "first"}],
    "container-title": ["Stanford Law Review"],
    "published-print": {"date-parts": [[1991, 7]]},
    "issued": {"date-parts": [[1991, 7]]},
    "volume": "43",
    "issue": "6",
    "page": "1241",
}
_RETRACTED = {
    "DOI": "10.1000/juc.2019.201",
    "type": "journal-article",
    "title": ["What Neighbors Owe"],
    "author": [{"given": "Ada", "family": "Moss", "sequence": "first"}],
    "container-title": ["Journal of Urban Commons"],
    "issued": {"date-parts": [[2019, 6]]},
    "volume": "12",
    "issue": "3",
    "page": "201-219",
    "updated-by": [
        {
            "DOI": "10.1000/juc.2021.7",
            "type": "retraction",
            "label": "Retraction",
            "source": "retraction-watch",
            "updated": {"date-parts": [[2021, 4, 15]]},
        }
    ],
}
#: Open Library, `api/books?jscmd=details`: an edition.
_BOOK = {
    "ISBN:9781595581037": {
        "bib_key": "ISBN:9781595581037",
        "details": {
            "title": "The new Jim Crow",
            "subtitle": "mass incarceration in the age of colorblindness",
            "authors": [{"key": "/authors/OL1A", "name": "Michelle Alexander"}],
            "publishers": ["New Press"],
            "publish_date": "2010",
        },
    }
}


def answer(server: Server) -> None:
    """Let a server answer."""
    server.answers("/works/10.2307%2F1229039", reply({"message": _ARTICLE}))
    server.answers("/works/10.1000%2Fjuc.2019.201", reply({"message": _RETRACTED}))
    server.answers(
        "/api/books?bibkeys=ISBN:9781595581037&jscmd=details&format=json", reply(_BOOK)
    )
    search = "/works?query.bibliographic=Sharing+the+Garden+Wall+2018&query.author=Roe&rows=5"
    server.answers(search, reply({"message": {"items": []}}))
    server.answers(
        "/esearch.fcgi?db=pubmed&term=sharing%5BTitle%5D+AND+garden%5BTitle%5D+AND+wall%5BTitle%5D"
        "+AND+roe%5BAuthor%5D"
        "&retmode=json&retmax=5",
        reply({"esearchresult": {"count": "0", "idlist": []}}),
    )
    server.answers(
        "/api/query?search_query=ti%3A%22sharing+the+garden+wall%22+AND+au%3A%22roe%22&max_results=5",
        reply({})._replace(
            body=b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>',
            content_type="application/atom+xml",
        ),
    )
