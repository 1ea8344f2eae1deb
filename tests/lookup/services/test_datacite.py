"""DataCite's records of data sets, theses and preprints."""

from __future__ import annotations

from loccit.model import DateParts, Name
from tests.lookup.conftest import Server, found, reply, start


def test_datacite_is_asked_next(server: Server) -> None:
    record = {
        "data": {
            "id": "10.5281/zenodo.1",
            "attributes": {
                "doi": "10.5281/zenodo.1",
                "titles": [
                    {"title": "Walls"},
                    {"title": "Measured", "titleType": "Subtitle"},
                ],
                "creators": [
                    {
                        "name": "Moss, Ada",
                        "nameType": "Personal",
                        "givenName": "Ada",
                        "familyName": "Moss",
                    },
                    {"name": "Wall Survey", "nameType": "Organizational"},
                    {"name": "Berg, Jan"},
                ],
                "publisher": {"name": "Zenodo"},
                "publicationYear": 2020,
                "dates": [{"date": "2020-05-04", "dateType": "Issued"}],
                "types": {"resourceTypeGeneral": "Dataset"},
                "version": "1.2",
            },
        }
    }
    server.answers("/dois/10.5281%2Fzenodo.1", reply(record))
    answer = found("10.5281/zenodo.1")
    assert (answer.service, answer.source.type) == ("DataCite", "dataset")
    assert answer.source.text("title") == "Walls: Measured"
    assert answer.source.names("author")[1:] == (
        Name(literal="Wall Survey"),
        Name(family="Berg", given="Jan"),
    )
    assert start(answer.source) == DateParts(2020, 5, 4)
    assert [path for path, _ in server.asked] == [
        "/works/10.5281%2Fzenodo.1",
        "/dois/10.5281%2Fzenodo.1",
    ]
