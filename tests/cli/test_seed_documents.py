"""An essay that somebody typed, saved by LibreOffice as Word's and as its own document, is
made right in place.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.test_adopt_loose import SEED, SEED_LIBRARY

#: As the essay that loccit began with: citations by hand, wrongly, and a loose list.
BLOG = """\
The Need for Company

As Michelle Alexander shows, old ways of ruling return under new names. “Just as race had
been used before, so it was used again” (Alexander, 2010, p. 46-47).

Jimenez (2014) explains that people need each other.

Sources:

The New Jim Crow by Michelle Alexander

Social Policy & Social Change Toward the Creation of Social & Economic Justice by Jillian Jimenez et al.

Previous
"""
LIST = [
    "Alexander, M. (2010). The new Jim Crow. The New Press.",
    (
        "Jimenez, J., Pasztor, E. M., Chambers, R. M., & Fujii, C. P. (2014). Social "
        "policy and social change: Toward the creation of social and economic justice "
        "(2nd ed.). SAGE."
    ),
]
needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice (`soffice`) is not installed"
)


def converted(path: Path, to: str) -> Path:
    """The file in another format, by LibreOffice."""
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    folder = path.parent / to[:3]
    subprocess.run(
        [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            folder,
            path,
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{path.stem}.{to[:4].rstrip(':')}"


def lines(path: Path) -> list[str]:
    """What LibreOffice reads in a document."""
    text = converted(path, "txt:Text (encoded):UTF8").read_text("utf-8-sig")
    return [line.strip() for line in text.splitlines() if line.strip()]


@needs_libreoffice
@pytest.mark.parametrize("ending", ["docx", "odt"])
@pytest.mark.parametrize("essay", [BLOG, SEED], ids=["blog", "seed"])
def test_an_essay_in_a_document(
    call: Call, tmp_path: Path, essay: str | Path, ending: str
) -> None:
    if isinstance(essay, Path):
        if not essay.exists():
            pytest.skip("needs ../shared/seed")
        essay = essay.read_text("utf-8")
    bib = tmp_path / "bibliography" / "sources.bib"
    bib.parent.mkdir(exist_ok=True)
    bib.write_text(SEED_LIBRARY, "utf-8")
    (tmp_path / "essay.txt").write_text(essay, "utf-8")
    document = converted(tmp_path / "essay.txt", ending)
    before = lines(document)
    assert any("p. 46-47" in line for line in before)
    result = call("format", "--in-place", "--bibliography", bib, document)
    assert result.exit_code == 0, result.output
    after = lines(document)
    start = before.index("Sources:") + 1
    expected = [*before[:start], *LIST, *before[start + 2 :]]
    expected = [
        line.replace(
            "(Alexander, 2010, p. 46-47)", "(Alexander, 2010, pp. 46–47)"
        ).replace("Jimenez (2014)", "Jimenez et al. (2014)")
        for line in expected
    ]
    assert after == expected
    data = document.read_bytes()
    assert call("format", "--in-place", "--bibliography", bib, document).exit_code == 0
    assert document.read_bytes() == data, "formatted twice"
