"""What doi.org's registrars tell of DOIs that others register."""

from __future__ import annotations

import json

from tests.lookup.conftest import Reply, Server, found


def test_doi_org_is_asked_last(server: Server) -> None:
    item = {
        "type": "journal-article",
        "title": "W &amp; X",
        "author": [{"family": "Ito"}],
        "indexed": {"a": 1},
        "DOI": "1",
    }
    answer = Reply(
        json.dumps(item).encode(),
        content_type="application/vnd.citationstyles.csl+json",
    )
    server.answers("/10.7777/x", answer)
    source = found("10.7777/x").source
    assert (source.type, source.text("title")) == ("article-journal", "W & X")
    assert "indexed" not in source.variables
