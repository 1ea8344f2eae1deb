"""Kakoune reads the configuration that docs/editors.md shows.

kakoune-lsp, which starts the server, is not in Debian: its options and commands are
declared here.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.paths import ROOT

SESSION = """\
declare-option str lsp_servers
declare-option str enabled no
define-command lsp-enable-window %{{ set-option window enabled yes }}
source {settings}
edit -scratch essay
set-option buffer filetype {filetype}
echo -to-file {seen} "%opt{{enabled}} %opt{{lsp_servers}}"
quit!
"""


@pytest.mark.skipif(not shutil.which("kak"), reason="needs Kakoune")
@pytest.mark.parametrize(("filetype", "enabled"), [("markdown", True), ("c", False)])
def test_a_session(tmp_path: Path, filetype: str, enabled: bool) -> None:
    seen, session = tmp_path / "seen", tmp_path / "session.kak"
    settings = ROOT / "editors" / "kakoune" / "loccit.kak"
    text = SESSION.format(settings=settings, filetype=filetype, seen=seen)
    session.write_text(text, "utf-8")
    command = ["kak", "-n", "-ui", "dummy", "-e", f"source {session}"]
    subprocess.run(command, timeout=60, check=True)
    words = seen.read_text("utf-8").split()
    assert words[0] == ("yes" if enabled else "no")
    assert ("[loccit]" in words) == enabled
