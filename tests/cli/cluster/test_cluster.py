"""`--cluster`: the same work on a scheduler's workers."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from benchmarks.local_cluster import LocalCluster
from tests.cli.conftest import Call, call, essay, folder

__all__ = ["call", "folder"]  # fixtures

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

_TEXT = (
    "So it is [@alexander2010, p. {number}], and @jimenez2014 [p. 4] agrees{more}.\n"
)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCluster]:
    started = LocalCluster(tmp_path_factory.mktemp("cluster"))
    started.add_worker()
    yield started
    started.end()


def write_essays(folder: Path, count: int) -> list[Path]:
    """Short essays, of which each tenth cites a key that no source has."""
    return [
        essay(
            folder,
            _TEXT.format(number=number, more="" if number % 10 else " [@nobody]"),
            f"papers/{number:03}.md",
        )
        for number in range(count)
    ]


def contents(folder: Path) -> Mapping[str, bytes]:
    """The files of a folder and below, without the reports of shards."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".loccit" not in path.parts
    }


def shard_reports(folder: Path) -> Sequence[Path]:
    return sorted(folder.glob(".loccit/*/*.json"))


def started(*arguments: str) -> subprocess.Popen[str]:
    """A client in a process of its own."""
    command = [sys.executable, "-m", "loccit", *arguments]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def wait_for_reports(folder: Path, client: subprocess.Popen[str]) -> None:
    """Wait until the first shards are done."""
    while client.poll() is None and len(shard_reports(folder)) < 2:
        time.sleep(0.01)


def test_every_essay_is_written_once_though_a_worker_is_killed(
    call: Call, folder: Path, cluster: LocalCluster
) -> None:
    write_essays(folder, 200)
    serial = call("format", "papers", "-o", "serial")
    victim = cluster.add_worker()
    client = started("format", "papers", "-o", "out", "--cluster", cluster.address)
    wait_for_reports(folder / "out", client)
    victim.kill()
    _, said = client.communicate(timeout=300)
    assert contents(folder / "out") == contents(folder / "serial")
    assert client.returncode == serial.exit_code == 1  # keys without a source
    assert said.splitlines()[-2] == serial.stderr.splitlines()[-1]


def test_a_run_goes_on_where_it_was_killed(
    call: Call, folder: Path, cluster: LocalCluster
) -> None:
    write_essays(folder, 200)
    arguments = ("format", "papers", "-o", "out", "--cluster", cluster.address)
    client = started(*arguments)
    wait_for_reports(folder / "out", client)
    client.kill()
    client.communicate()
    before = {path: path.stat().st_mtime_ns for path in shard_reports(folder / "out")}
    result = call(*arguments)
    assert result.exit_code == 1
    assert "200 essays formatted, 420 citations, 20 problems, " in result.stderr
    assert " of them done before" in result.stderr
    assert {path: path.stat().st_mtime_ns for path in before} == before
    call("format", "papers", "-o", "serial")
    assert contents(folder / "out") == contents(folder / "serial")


def test_only_what_has_changed_is_done_again(
    call: Call, folder: Path, cluster: LocalCluster
) -> None:
    first, second, *_ = write_essays(folder, 12)
    arguments = ("format", "papers", "-o", "out", "--cluster", cluster.address)
    call(*arguments)
    assert "12 of them done before" in call(*arguments).stderr
    first.write_text("Another essay.\n")
    (folder / "out" / second.name).unlink()
    assert "10 of them done before" in call(*arguments).stderr
    assert (folder / "out" / first.name).read_text() == "Another essay.\n"
    assert (folder / "out" / second.name).exists()
    assert "done before" not in call(*arguments, "--style", "mla").stderr


def test_problems_are_in_the_reports_as_one_process_says_them(
    call: Call, folder: Path, cluster: LocalCluster
) -> None:
    with (folder / "bibliography" / "sources.bib").open("a") as file:
        file.write("@book{doe, title = {A}, crossref = {roe}}\n")
    essay(folder, "[@doe] [@nobody]\n", "papers/a.md")
    essay(folder, b"\xff\xfe\x00", "papers/b.docx")
    said = call("format", "papers/a.md", "-o", "a.md").stderr.splitlines()
    result = call("format", "papers", "-o", "out", "--cluster", cluster.address)
    assert result.exit_code == 2
    assert "papers/b.docx: This is not a document of Word" in result.stderr
    reports = [json.loads(path.read_text()) for path in shard_reports(folder / "out")]
    (of_essay,) = (
        each
        for report in reports
        for each in report["essays"]
        if each["essay"] == "papers/a.md"
    )
    placed = [each for each in said if each.startswith(("papers/a.md:1", "bibl"))]
    assert of_essay["problems"] == placed
    assert len(placed) > 1


@pytest.mark.parametrize("target", ["text", "json", "jsonl", "sarif"])
def test_a_check_writes_what_it_writes_of_one_essay(
    call: Call, folder: Path, cluster: LocalCluster, target: str
) -> None:
    essay(folder, "So it is (Doe 2001), and [@nobody].\n", "papers/a.md")
    (folder / "loccit.toml").write_text('[check]\nignore = ["T01"]\n')
    one = call("check", "papers/a.md", "--to", target, "-o", "one")
    result = call(
        "check", "papers", "--to", target, "-o", "out", "--cluster", cluster.address
    )
    assert result.exit_code == one.exit_code == 1
    (data,) = contents(folder / "out").values()
    assert data == (folder / "one").read_bytes()


def test_an_export_writes_what_each_essay_cites(
    call: Call, folder: Path, cluster: LocalCluster
) -> None:
    write_essays(folder, 2)
    export = ("export", "--to", "csl-json", "--cited-in")
    call(*export, "papers/001.md", "-o", "one.json")
    result = call(*export, "papers", "-o", "out", "--cluster", cluster.address)
    assert (result.exit_code, "2 essays exported" in result.stderr) == (1, True)
    assert contents(folder / "out")["001.md.json"] == Path("one.json").read_bytes()


def test_essays_in_an_archive(call: Call, folder: Path, cluster: LocalCluster) -> None:
    files = write_essays(folder, 6)
    with zipfile.ZipFile("essays.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            archive.write(path, path.relative_to(folder))
        archive.writestr("papers/../../evil.md", "[@alexander2010]")
        archive.writestr("papers/bomb.md", bytes(50_000_000))
    named = "zip://papers/**/*.md::essays.zip"
    result = call("format", named, "-o", "out/deep", "--cluster", cluster.address)
    call("format", *files, "-o", "serial")
    assert contents(folder / "out") == {
        f"deep/{name}": data for name, data in contents(folder / "serial").items()
    }
    assert "bomb.md::" in result.stderr and "far too large" in result.stderr
    assert "evil.md::" in result.stderr and "leads out of its folder" in result.stderr


def test_essays_with_different_libraries(
    call: Call, folder: Path, cluster: LocalCluster
) -> None:
    essay(folder, "[@alexander2010]", "papers/a.md")
    (folder / "other").mkdir()
    essay(folder, "@book{doe, title = {A}}", "other/bibliography/a.bib")
    essay(folder, "[@doe]", "other/b.md")
    run = ("format", "papers", "other", "-o", "out", "--cluster", cluster.address)
    result = call(*run)
    assert (result.exit_code, "several libraries" in result.stderr) == (2, True)
    named = ("-b", "bibliography/sources.bib", "-b", "other/bibliography")
    assert call(*run, *named).exit_code == 0
    assert [*contents(folder / "out")] == ["a.md", "b.md"]


def test_ctrl_c_cancels_the_run(folder: Path, cluster: LocalCluster) -> None:
    write_essays(folder, 600)
    client = started("format", "papers", "-o", "out", "--cluster", cluster.address)
    wait_for_reports(folder / "out", client)
    client.send_signal(signal.SIGINT)
    _, said = client.communicate(timeout=60)
    assert (client.returncode, "Traceback" in said) == (130, False)
    done: Sequence[Path] = ()
    while done != (now := shard_reports(folder / "out")):  # what was begun is ended
        done = now
        time.sleep(3)
    written = contents(folder / "out")
    assert 0 < len(written) < 600
    assert all(name.endswith(".md") for name in written)


@pytest.mark.parametrize("is_archive", [False, True])
def test_settings_and_library_are_found_as_at_home(
    call: Call,
    folder: Path,
    cluster: LocalCluster,
    monkeypatch: pytest.MonkeyPatch,
    is_archive: bool,
) -> None:
    (folder / "loccit.toml").write_text('lang = "de-DE"\ncsl = "styles/mine.csl"\n')
    (folder / "styles").mkdir()
    essay(folder, _STYLE, "styles/mine.csl")
    (folder / "thesis").mkdir()
    essay(folder, "@book{doe, title = {Doors}}\n", "thesis/bibliography/a.bib")
    essay(folder, "So [@doe].\n", "thesis/essays/a.md")
    own = "---\nbibliography: own.bib\n---\n[@doe]\n"
    essay(folder, own, "thesis/essays/own.md")
    monkeypatch.chdir(folder / "thesis")
    essays = "essays"
    if is_archive:
        essays = "zip://*.md::essays.zip"
        with zipfile.ZipFile("essays.zip", "w") as archive:
            for path in sorted(Path("essays").iterdir()):
                archive.write(path, path.name)
    result = call("format", essays, "-o", "out", "--cluster", cluster.address)
    assert contents(Path("out")) == {"a.md": "So «Doors».\n".encode()}
    assert (result.exit_code, result.stderr.count("own.bib: There is no")) == (2, 1)


_STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Mine</title><id>mine</id><updated>2026-01-01T00:00:00Z</updated></info>
<citation><layout prefix="«" suffix="»"><text variable="title"/></layout></citation>
</style>"""


def test_what_is_written_is_no_essay(
    call: Call, folder: Path, cluster: LocalCluster
) -> None:
    write_essays(folder, 2)
    run = ("format", "papers", "--cluster", cluster.address, "-o")
    call(*run, "papers/out")
    assert "2 essays formatted" in call(*run, "papers/out").stderr
    for output in ("papers", "."):
        result = call(*run, output)
        assert (result.exit_code, "might be overwritten" in result.stderr) == (2, True)


def test_what_a_kill_left_is_deleted(
    call: Call, folder: Path, cluster: LocalCluster
) -> None:
    write_essays(folder, 2)
    left = essay(folder, "half", "out/.000.md.0123456789abcdef.tmp")
    other = essay(folder, "of the user", "out/.own.tmp")
    call("format", "papers", "-o", "out", "--cluster", cluster.address)
    assert (left.exists(), other.exists()) == (False, True)


def test_a_scheduler_that_is_killed(folder: Path, tmp_path: Path) -> None:
    write_essays(folder, 400)
    (tmp_path / "cluster").mkdir()
    cluster = LocalCluster(tmp_path / "cluster")
    cluster.add_worker()
    client = started("format", "papers", "-o", "out", "--cluster", cluster.address)
    wait_for_reports(folder / "out", client)
    cluster.processes[0].kill()
    _, said = client.communicate(timeout=120)
    cluster.end()
    assert (client.returncode, "Traceback" in said) == (2, False)
    assert f"The scheduler at `{cluster.address}` is out of reach." in said


def test_no_scheduler(call: Call, folder: Path) -> None:
    essay(folder, "[@alexander2010]")
    result = call("format", "essay.md", "-o", "out", "--cluster", "nowhere")
    assert result.exit_code == 2
    assert "No scheduler answers at `nowhere`. Start one with" in result.stderr


def test_a_protocol_that_is_unknown(call: Call) -> None:
    result = call("format", "tape://a.md", "-o", "out", "--cluster", "tcp://[::1]:1")
    assert result.exit_code == 2
    assert "This can't be opened: Protocol not known: tape" in result.stderr


def test_a_protocol_without_its_package(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    result = call("format", "s3://a/*.md", "-o", "out", "--cluster", "tcp://[::1]:1")
    assert result.exit_code == 2
    assert "A package is missing that reads `s3://`: Install s3fs" in result.stderr


def test_the_extra_is_not_installed(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    essay(folder, "[@alexander2010]")
    for name in list(sys.modules):
        if name.startswith("loccit.cli.cluster."):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = call("format", "essay.md", "-o", "out", "--cluster", "tcp://[::1]:1")
    assert result.exit_code == 2
    assert 'Install it: `pip install "loccit[cluster]"`' in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("format", "essay.md"),
        ("format", "essay.md", "-o", "-"),
        ("format", "essay.md", "-o", "out", "--in-place"),
        ("check", "essay.md", "-o", "out", "--fix"),
        ("export", "-o", "out"),
        ("export", "--cited-in", "essay.md", "--to", "html", "-o", "out"),
    ],
)
def test_what_a_cluster_does_not_do(call: Call, arguments: tuple[str, ...]) -> None:
    result = call(*arguments, "--cluster", "tcp://[::1]:1")
    assert (result.exit_code, "--cluster" in result.stderr) == (2, True)
