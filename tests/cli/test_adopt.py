"""`loccit adopt`: typed citations and a typed list become managed ones."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import JIMENEZ, Call, essay
from tests.lookup.conftest import Server, reply, server
from tests.paths import ROOT

__all__ = ["server"]  # the fixture

SCHEMA = json.loads((ROOT / "docs" / "adopt.schema.json").read_text("utf-8"))

LIBRARY = """\
@book{alexander2010,
  author = {Alexander, Michelle},
  title = {Walls Against Neighbors},
  publisher = {The New Press},
  date = {2010},
}
@book{jimenez2014,
  author = {Jimenez, Jillian and Pasztor, Eileen Mayers and Chambers, Ruth M. and Fujii, Cheryl Pearlman},
  title = {Social Policy and Social Change},
  edition = {2},
  publisher = {SAGE},
  date = {2014},
}
"""
ALEXANDER = "Alexander, M. (2010). *Walls against neighbors*. The New Press."

TYPED = """\
# Coalitions

Race divides (Alexander, 2010, p. 46-47). Jimenez (2014) explains why.

# References

Alexander, M. (2010). Walls against Neighbors. New Press.

Jimenez, J. (2014). Social Policy and Social Change. SAGE.
"""
ADOPTED = f"""\
# Coalitions

Race divides [@alexander2010, pp. 46-47]. @jimenez2014 explains why.

# References

{ALEXANDER}

{JIMENEZ}
"""
#: An essay whose sources no library has.
UNKNOWN = """\
So it is (Doe, 2001, p. 3).

# References

Doe, J. (2001). On harbors. Press.
"""
#: What a test decides, so that it does not depend on how sure the entry's fields are.
NEW = json.dumps([{"id": "e1", "new": True}]).encode()
#: A citation of one of two works.
AMBIGUOUS = "So it is (Moss, 2001).\n"
TWO = """\
@book{moss2001a, author = {Moss, Ada}, title = {On Harbors}, date = {2001}}
@book{moss2001b, author = {Moss, Ada}, title = {On Walls}, date = {2001}}
"""


@pytest.fixture
def bib(folder: Path) -> Path:
    """The library's file, with the sources of the typed essay."""
    path = folder / "bibliography" / "sources.bib"
    path.write_text(LIBRARY, "utf-8")
    return path


def test_shows_and_writes_nothing(call: Call, folder: Path, bib: Path) -> None:
    path = essay(folder, TYPED)
    result = call("adopt", path.name)
    assert result.exit_code == 0, result.output
    assert "[@alexander2010, pp. 46-47]" in result.stdout
    assert "+Race divides [@alexander2010, pp. 46-47]. @jimenez2014" in result.stdout
    assert "2 of 2 typed citations adopted, 2 of 2 in the list" in result.stderr
    assert (path.read_text(), bib.read_text("utf-8")) == (TYPED, LIBRARY)
    assert max(map(len, result.stdout.partition("---")[0].splitlines())) <= 80


def test_write_twice_is_once(call: Call, folder: Path, bib: Path) -> None:
    path = essay(folder, TYPED)
    assert call("adopt", path, "--write").exit_code == 0
    assert (path.read_text(), bib.read_text("utf-8")) == (ADOPTED, LIBRARY)
    result = call("adopt", path, "--write")
    assert (result.exit_code, path.read_text()) == (0, ADOPTED)
    assert "no typed citations" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1252"])
def test_all_else_stays_byte_for_byte(
    call: Call, folder: Path, bib: Path, encoding: str
) -> None:
    path = essay(folder, _cafe(TYPED).encode(encoding), "essay.txt")
    assert call("adopt", path, "--write").exit_code == 0
    plain = _cafe(ADOPTED).replace("*", "")
    assert path.read_bytes() == plain.encode(encoding)


def _cafe(text: str) -> str:
    """A text with letters that encodings differ in, and with Windows' line endings."""
    other = text.replace("# ", "").replace("Race", "Café\N{NO-BREAK SPACE}race")
    return other.replace("\n", "\r\n")


def test_new_sources_make_a_library(call: Call, folder: Path, bib: Path) -> None:
    bib.unlink()
    bib.parent.rmdir()
    path = essay(folder, UNKNOWN)
    shown = call("adopt", path, "--decisions", "-", stdin=NEW)
    assert "bibliography/sources.bib (a new file): 1 new source" in shown.stderr
    assert not bib.exists()
    result = call("adopt", path, "--decisions", "-", "--write", stdin=NEW)
    assert result.exit_code == 0, result.output
    assert "So it is [@doe2001, p. 3]." in path.read_text()
    assert "typed-reference = {Doe, J. (2001). On harbors. Press.}" in bib.read_text()
    undone = call("adopt", "--undo")
    assert undone.exit_code == 0, undone.output
    assert (path.read_text(), bib.parent.exists()) == (UNKNOWN, False)


def test_a_key_that_is_taken(call: Call, folder: Path, bib: Path) -> None:
    bib.write_text("@book{doe2001, title = {Something Else}}\n")
    path = essay(folder, UNKNOWN)
    result = call("adopt", path, "--decisions", "-", "--write", stdin=NEW)
    assert "[@doe2001a, p. 3]" in path.read_text(), result.output
    assert "{doe2001a," in bib.read_text()


def test_several_essays_share_new_sources(call: Call, folder: Path, bib: Path) -> None:
    one, two = essay(folder, UNKNOWN), essay(folder, UNKNOWN, "two.md")
    new = json.dumps([{"file": str(one), "id": "e1", "new": True}]).encode()
    result = call("adopt", one, two, "--decisions", "-", "--write", stdin=new)
    assert result.exit_code == 0, result.output
    assert one.read_text() == two.read_text()
    assert bib.read_text("utf-8").count("On harbors") == 2  # title, and as typed


def test_a_work_that_is_listed_twice(call: Call, folder: Path, bib: Path) -> None:
    work = "Doe, J. (2001). On harbors and their cities. Harbor Press."
    path = essay(folder, f"# References\n\n{work}\n\n{work} doi:10.1000/182\n")
    new = json.dumps([{"id": "e1", "new": True}, {"id": "e2", "new": True}]).encode()
    result = call("adopt", path, "--decisions", "-", "--write", stdin=new)
    assert result.exit_code == 0, result.output
    assert path.read_text().count("*On harbors and") == 1
    assert bib.read_text("utf-8").count("{doe2001,") == 1


def test_a_mark_for_the_author_above_keeps_its_place(
    call: Call, folder: Path, bib: Path
) -> None:
    mark = "____. Walls. 1993."
    listed = "Jimenez, J. (2014). Social Policy and Social Change. SAGE."
    text = f"Jimenez et al. (2014) say.\n\n# References\n\n{listed}\n\n{mark}\n"
    path = essay(folder, text)
    typed = json.dumps([{"id": "e2", "as_typed": True}]).encode()
    result = call("adopt", path, "--write", "--decisions", "-", stdin=typed)
    assert result.exit_code == 0, result.output
    assert path.read_text() == text.replace("Jimenez et al. (2014)", "@jimenez2014")


def test_what_nobody_knows_stays(call: Call, folder: Path, bib: Path) -> None:
    path = essay(
        folder, "It is said (Nobody et al., 1999, p. 3) and known (Alexander, 2010).\n"
    )
    result = call("adopt", path, "--write", "--yes")
    assert result.exit_code == 1
    assert path.read_text() == (
        "It is said (Nobody et al., 1999, p. 3) and known [@alexander2010].\n"
    )


def test_nothing_is_asked_of_a_pipe(call: Call, folder: Path, bib: Path) -> None:
    bib.write_text(TWO, "utf-8")
    path = essay(folder, AMBIGUOUS)
    result = call("adopt", path, "--write")
    assert (result.exit_code, path.read_text()) == (1, AMBIGUOUS)
    assert "@moss2001a or @moss2001b?" in " ".join(result.stdout.split())


@pytest.mark.parametrize("locked", ["essay.md", "bibliography/sources.bib"])
def test_all_or_nothing(call: Call, folder: Path, bib: Path, locked: str) -> None:
    path = essay(folder, UNKNOWN)
    (folder / locked).chmod(0o444)
    result = call("adopt", path, "--decisions", "-", "--write", stdin=NEW)
    assert (result.exit_code, "read-only" in result.stderr) == (2, True), result.output
    assert (path.read_text(), bib.read_text("utf-8")) == (UNKNOWN, LIBRARY)
    assert not list(folder.rglob(".*"))


@pytest.mark.parametrize("error", [OSError(28, "No space left"), KeyboardInterrupt()])
@pytest.mark.parametrize("fatal", [1, 2, 3])
def test_a_failure_takes_all_back(
    call: Call,
    folder: Path,
    bib: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    fatal: int,
) -> None:
    path = essay(folder, UNKNOWN)
    replace, calls = Path.replace, []

    def failing(self: Path, target: Path) -> Path:
        if Path(target).name != ".loccit-journal":
            calls.append(target)
        if len(calls) == fatal:
            calls.append(target)
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    result = call("adopt", path, "--decisions", "-", "--write", stdin=NEW)
    assert result.exit_code in (2, 130), result.output
    assert (path.read_text(), bib.read_text("utf-8")) == (UNKNOWN, LIBRARY)
    assert not list(folder.rglob(".*"))


def test_undo(call: Call, folder: Path, bib: Path) -> None:
    one, two = essay(folder, TYPED), essay(folder, UNKNOWN, "two.md")
    call("adopt", one, "--write")
    call("adopt", two, "--decisions", "-", "--write", stdin=NEW)
    assert call("adopt", "--undo", one).exit_code == 0
    assert one.read_text() == TYPED
    assert "[@doe2001, p. 3]" in two.read_text()
    assert call("adopt", "--undo").exit_code == 0
    assert (two.read_text(), bib.read_text("utf-8")) == (UNKNOWN, LIBRARY)
    again = call("adopt", "--undo")
    assert (again.exit_code, "No adoption here" in again.stderr) == (2, True)
    assert not list(folder.rglob(".*"))


def test_undo_after_other_changes(call: Call, folder: Path, bib: Path) -> None:
    path = essay(folder, UNKNOWN)
    call("adopt", path, "--decisions", "-", "--write", stdin=NEW)
    path.write_text(f"More.\n\n{path.read_text()}\nEnd.\n")
    more = "\n@book{roe, title = {Ships}}\n"
    bib.write_text(bib.read_text("utf-8") + more, "utf-8")
    result = call("adopt", "--undo")
    assert result.exit_code == 0, result.output
    assert path.read_text() == f"More.\n\n{UNKNOWN}\nEnd.\n"
    assert bib.read_text("utf-8").replace("\n\n", "\n") == LIBRARY + more[1:]


def test_undo_refuses_a_conflict(call: Call, folder: Path, bib: Path) -> None:
    path = essay(folder, UNKNOWN)
    call("adopt", path, "--decisions", "-", "--write", stdin=NEW)
    changed = path.read_text().replace("@doe2001, p. 3", "@doe2001, p. 4")
    path.write_text(changed)
    library = bib.read_text("utf-8")
    result = call("adopt", "--undo")
    assert (result.exit_code, "was changed after" in result.stderr) == (2, True)
    assert (path.read_text(), bib.read_text("utf-8")) == (changed, library)


def test_undo_keeps_what_is_cited_elsewhere(
    call: Call, folder: Path, bib: Path
) -> None:
    path = essay(folder, UNKNOWN)
    call("adopt", path, "--decisions", "-", "--write", stdin=NEW)
    essay(folder, "Also @doe2001.\n", "other.md")
    result = call("adopt", "--undo")
    assert (result.exit_code, "`doe2001` stays" in result.stderr) == (0, True)
    assert path.read_text() == UNKNOWN
    assert "@misc{doe2001," in bib.read_text() or "@book{doe2001," in bib.read_text()


def test_json(call: Call, folder: Path, bib: Path) -> None:
    path = essay(folder, TYPED)
    result = call("adopt", path, "--to", "json")
    found = json.loads(result.stdout)
    first = found["citations"][0]
    assert TYPED[first["start"] : first["end"]] == "(Alexander, 2010, p. 46-47)"
    assert (first["id"], first["outcome"], first["becomes"], first["line"]) == (
        "c1",
        "adopted",
        "[@alexander2010, pp. 46-47]",
        3,
    )
    assert [entry["becomes"] for entry in found["list"]] == [
        "alexander2010",
        "jimenez2014",
    ]


@pytest.mark.parametrize("text", [TYPED, UNKNOWN, AMBIGUOUS, "Nothing.\n"])
def test_the_schema_is_the_json(call: Call, folder: Path, bib: Path, text: str) -> None:
    bib.write_text(TWO, "utf-8")
    one, two = essay(folder, text), essay(folder, text, "two.md")
    jsonschema.validate(json.loads(call("adopt", one, "--to", "json").stdout), SCHEMA)
    lines = call("adopt", one, two, "--to", "json").stdout.splitlines()
    assert [json.loads(line)["file"] for line in lines] == [str(one), str(two)]
    for line in lines:
        jsonschema.validate(json.loads(line), SCHEMA)


def test_decisions(call: Call, folder: Path, bib: Path) -> None:
    bib.write_text(TWO, "utf-8")
    path = essay(folder, AMBIGUOUS)
    asked = json.loads(call("adopt", path, "--to", "json").stdout)["citations"]
    assert [(each["id"], each["outcome"]) for each in asked] == [("c1", "doubtful")] * 1
    candidates = asked[0]["cites"][0]["candidates"]
    assert {each["key"] for each in candidates} == {"moss2001a", "moss2001b"}
    for decision, expected, code in (
        ({"key": "moss2001b"}, "So it is [@moss2001b].\n", 0),
        ({"as_typed": True}, AMBIGUOUS, 0),
        ({"file": "other.md", "key": "moss2001b"}, AMBIGUOUS, 2),
    ):
        path.write_text(AMBIGUOUS)
        decisions = json.dumps([{"id": "c1", **decision}]).encode()
        result = call("adopt", path, "--decisions", "-", "--write", stdin=decisions)
        assert (result.exit_code, path.read_text()) == (code, expected)


@pytest.mark.parametrize(
    ("decisions", "said"),
    [
        (b"{", "This is not JSON"),
        (b"{}", "not a list of decisions"),
        (b"[1]", "not a list of decisions"),
        (b'[{"id": "c1"}]', "needs exactly one of"),
        (b'[{"id": "c1", "new": true}]', "needs exactly one of"),
        (
            b'[{"id": "c1", "as_typed": true, "key": "moss2001a"}]',
            "needs exactly one of",
        ),
        (
            b'[{"id": "c1", "key": "moss2001a", "text": "(Moss, 2002)"}]',
            "is about `(Moss, 2002)`",
        ),
        (b'[{"id": "c1", "entry": "e7"}]', "The list has no entry `e7`"),
        (b'[{"id": "c7", "as_typed": true}]', "Nothing has the id `c7`"),
    ],
)
def test_unusable_decisions(
    call: Call, folder: Path, bib: Path, decisions: bytes, said: str
) -> None:
    bib.write_text(TWO, "utf-8")
    path = essay(folder, AMBIGUOUS)
    result = call("adopt", path, "--decisions", "-", "--write", stdin=decisions)
    assert (result.exit_code, said in result.stderr) == (2, True), result.output
    assert path.read_text() == AMBIGUOUS


def test_a_decision_for_an_unknown_key(call: Call, folder: Path, bib: Path) -> None:
    path = essay(folder, TYPED)
    decisions = b'[{"id": "c1", "key": "nobody"}]'
    result = call("adopt", path, "--decisions", "-", "--write", stdin=decisions)
    assert "No source has the key `nobody`" in result.stderr
    assert (result.exit_code, path.read_text()) == (1, TYPED)


def test_decisions_about_what_is_sure(call: Call, folder: Path, bib: Path) -> None:
    path = essay(folder, TYPED)
    decisions = [{"id": "c1", "as_typed": True}, {"id": "e2", "as_typed": True}]
    stdin = json.dumps(decisions).encode()
    result = call("adopt", path, "--decisions", "-", "--write", stdin=stdin)
    assert result.exit_code == 0, result.output
    assert path.read_text() == TYPED.replace(
        "Alexander, M. (2010). Walls against Neighbors. New Press.", ALEXANDER
    )


def test_an_unreadable_essay_among_several(call: Call, folder: Path, bib: Path) -> None:
    path = essay(folder, TYPED)
    result = call("adopt", path, folder / "missing.md", "--write")
    assert (result.exit_code, path.read_text()) == (2, ADOPTED)


def test_lookup_completes_what_agrees(
    call: Call, folder: Path, bib: Path, server: Server
) -> None:
    path = essay(folder, UNKNOWN)
    query = "/works?query.bibliographic=On+harbors+2001&query.author=Doe&rows=5"
    record = {
        "type": "book",
        "title": ["On Harbors"],
        "author": [
            {"family": "Doe", "given": "Jane"},
            {"family": "Roe", "given": "Jo"},
        ],
        "publisher": "Harbor Press",
        "issued": {"date-parts": [[2001]]},
    }
    server.answers(query, reply({"message": {"items": [record]}}))
    assert "Harbor Press" not in call("adopt", path).stdout
    assert not server.asked
    result = call("adopt", path, "--lookup", "--write", "--to", "json")
    [entry] = json.loads(result.stdout)["list"]
    assert "completed from Crossref" in entry["why"], server.asked
    assert (result.exit_code, entry["outcome"]) == (0, "adopted")
    assert "publisher = {Harbor Press}" in bib.read_text("utf-8")
    assert "Doe, J., & Roe, J. (2001). *On harbors*. Harbor Press." in path.read_text()


def test_a_lookup_that_finds_nothing(
    call: Call, folder: Path, bib: Path, server: Server
) -> None:
    path = essay(folder, UNKNOWN)
    result = call("adopt", path, "--lookup", "--to", "json")
    [entry] = json.loads(result.stdout)["list"]
    assert "no service has such a work" in entry["why"]


def test_an_essay_on_standard_input_is_only_shown(call: Call) -> None:
    shown = call("adopt", "-", "--to", "json", stdin=b"So (Doe, 2001).")
    assert json.loads(shown.stdout)["citations"][0]["text"] == "(Doe, 2001)"
    assert call("adopt", "-", "--write", stdin=b"So (Doe, 2001).").exit_code == 2
