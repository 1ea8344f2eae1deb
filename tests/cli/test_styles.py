"""`loccit styles`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Call


def test_styles(call: Call) -> None:
    lines = call("styles", "chicago", "author-date").stdout.splitlines()
    assert any(line.startswith("chicago-author-date\t") for line in lines)
    assert all("chicago" in line.lower() for line in lines)
    assert call("styles", "nosuchstyle").exit_code == 1
    assert call("styles", "list", "chicago", "author-date").stdout.splitlines() == lines


def test_styles_check(call: Call, folder: Path) -> None:
    sound = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        "<info><title>T</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation></style>'
    )
    (folder / "sound.csl").write_text(sound)
    (folder / "broken.csl").write_text(sound.replace("title", "titel"))
    result = call("styles", "check", "sound.csl")
    assert (result.exit_code, result.output) == (0, "")
    result = call("styles", "check", "sound.csl", "broken.csl")
    assert result.exit_code == 1
    assert "broken.csl:1:" in result.stderr
    result = call("styles", "check", "missing.csl", "broken.csl")
    assert result.exit_code == 2
    assert "loccit: missing.csl: There is no such file." in result.stderr
    assert "broken.csl:1:" in result.stderr
