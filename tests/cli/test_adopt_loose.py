"""`loccit adopt` on an essay that cites as a blog does: a loose list in mid-page, with
titles and people but no years, and the page's navigation after it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.paths import ROOT

BLOG = """\
Water & Us

Who owns the water owns the town\N{HORIZONTAL ELLIPSIS} In The Price of Thirst, Karen Rivers shows how. “At first \
there were\N{NO-BREAK SPACE}wells ...then there were bills.” (Rivers, 2014, p. 12-13).

Okafor (2016) says that the wells were never empty.

*Each week I name a group that I like:*

  • Wells for All LA is “a network (2019) of neighbors.”

Sources:

  • The Price of Thirst by Karen Rivers

  • Common Wells & Common Wealth Toward a History of Shared Things by Ada Okafor et al.

Previous
Previous

“who pays for all this?”

Next
"""
RIVERS = """\
@book{rivers2014,
  author = {Rivers, Karen},
  title = {The Price of Thirst},
  publisher = {Harbor Press},
  date = {2014},
}
"""
OKAFOR = """\
@book{okafor2016,
  author = {Okafor, Ada and Lund, Per and Moss, Jo},
  title = {Common Wells and Common Wealth: Toward a History of Shared Things},
  publisher = {Quay},
  date = {2016},
}
"""
CITED = {
    "(Rivers, 2014, p. 12-13)": "[@rivers2014, pp. 12-13]",
    "Okafor (2016)": "@okafor2016",
}
LISTED = BLOG[BLOG.index("  • The Price") : BLOG.index("\n\nPrevious")]
OF_RIVERS = "Rivers, K. (2014). The price of thirst. Harbor Press."
OF_OKAFOR = (
    "Okafor, A., Lund, P., & Moss, J. (2016). Common wells and common wealth: Toward a "
    "history of shared things. Quay."
)


@pytest.fixture
def blog(folder: Path) -> Path:
    path = folder / "blog.txt"
    path.write_bytes(BLOG.encode())
    return path


def adopted(listed: str) -> str:
    """The essay with keys, and with this list."""
    text = BLOG.replace(LISTED, listed)
    for typed, new in CITED.items():
        text = text.replace(typed, new)
    return text


def test_full_library(call: Call, blog: Path, bib: Path) -> None:
    bib.write_text(RIVERS + OKAFOR, "utf-8")
    result = call("adopt", blog, "--write", "--yes")
    assert result.exit_code == 0, result.output
    assert blog.read_bytes().decode() == adopted(f"{OF_OKAFOR}\n\n{OF_RIVERS}")
    assert bib.read_text("utf-8") == RIVERS + OKAFOR


def test_half_a_library(call: Call, blog: Path, bib: Path) -> None:
    bib.write_text(RIVERS, "utf-8")
    result = call("adopt", blog, "--write", "--yes")
    assert result.exit_code == 1, result.output
    text = blog.read_bytes().decode()
    assert "[@rivers2014, pp. 12-13]" in text and "Okafor (2016) says" in text
    assert f"{OF_RIVERS}\n\nPrevious\nPrevious\n" in text
    assert "Toward a History of Shared Things by Ada Okafor et al." in text
    assert bib.read_text("utf-8") == RIVERS


def test_no_library(call: Call, blog: Path, bib: Path) -> None:
    bib.unlink()
    bib.parent.rmdir()
    shown = call("adopt", blog, "--to", "json")
    plan = json.loads(shown.stdout)
    assert [entry["outcome"] for entry in plan["list"]] == ["doubtful", "doubtful"]
    new = [entry["new"] for entry in plan["list"]]
    assert [each["id"] for each in new] == ["rivers2014", "okafor2016"]
    assert [each["title"] for each in new] == [
        "The Price of Thirst",
        "Common Wells & Common Wealth Toward a History of Shared Things",
    ]
    assert plan["list"][0]["missing"] == ["This book has no publisher"]
    assert "the year is from the citation" in plan["list"][0]["why"]
    assert "“et al.” leaves authors out" in plan["list"][1]["missing"]

    stays = call("adopt", blog, "--write", "--yes")
    assert (stays.exit_code, blog.read_bytes().decode()) == (1, BLOG)
    assert not bib.exists()

    decisions = json.dumps([{"id": name, "new": True} for name in ("e1", "e2")])
    result = call(
        "adopt", blog, "--write", "--decisions", "-", stdin=decisions.encode()
    )
    assert result.exit_code == 0, result.output
    rivers = "Rivers, K. (2014). The price of thirst."
    okafor = "Okafor, A., et al. (2016). Common wells & common wealth toward a history of shared things."
    assert blog.read_bytes().decode() == adopted(f"{okafor}\n\n{rivers}")
    assert "author = {Okafor, Ada and others}," in bib.read_text("utf-8")
    twice = call("adopt", blog, "--write", "--yes")
    assert twice.exit_code == 0, twice.output
    assert blog.read_bytes().decode() == adopted(f"{okafor}\n\n{rivers}")


SEED = ROOT.parent / "shared" / "seed" / "essay.txt"
SEED_LIBRARY = """\
@book{alexander2010,
  author = {Alexander, Michelle},
  title = {The New {Jim Crow}},
  publisher = {The New Press},
  date = {2010},
}
@book{jimenez2014,
  author = {Jimenez, Jillian and Pasztor, Eileen Mayers and Chambers, Ruth M. and Fujii, Cheryl Pearlman},
  title = {Social Policy and Social Change: Toward the Creation of Social and Economic Justice},
  edition = {2},
  publisher = {SAGE},
  date = {2014},
}
"""


@pytest.mark.skipif(not SEED.exists(), reason="needs ../shared/seed")
def test_the_seed(call: Call, folder: Path, bib: Path) -> None:
    bib.write_text(SEED_LIBRARY, "utf-8")
    before = SEED.read_bytes()
    path = folder / "essay.txt"
    path.write_bytes(before)
    result = call("adopt", path, "--write", "--yes")
    assert result.exit_code == 0, result.output
    new = path.read_bytes()
    assert b"[@alexander2010, pp. 46-47]." in new and b" @jimenez2014 explains" in new
    head, _, rest = before.partition(b"Sources:\n\n")
    _, _, tail = rest.partition(b"\n\nPrevious")
    new_head, _, new_rest = new.partition(b"Sources:\n\n")
    listed, _, new_tail = new_rest.partition(b"\n\nPrevious")
    assert tail == new_tail
    assert new_head == head.replace(
        b"(Alexander, 2010, p. 46-47)", b"[@alexander2010, pp. 46-47]"
    ).replace(b"Jimenez (2014)", b"@jimenez2014")
    assert listed.decode() == (
        "Alexander, M. (2010). The new Jim Crow. The New Press.\n\n"
        "Jimenez, J., Pasztor, E. M., Chambers, R. M., & Fujii, C. P. (2014). Social policy and "
        "social change: Toward the creation of social and economic justice (2nd ed.). SAGE."
    )
    assert call("adopt", "--undo", path).exit_code == 0
    assert path.read_bytes() == before
