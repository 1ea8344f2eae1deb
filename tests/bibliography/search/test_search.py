"""Searching a library: what is found, in which order, and that an index that was kept
says the same as a new one.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.bibliography.search.query import parse_query
from loccit.bibliography.search.search import search
from tests.zotero_sqlite import COLLECTIONS, ENTRIES, make_database

LIBRARY = """\
@book{alexander2010, author = {Alexander, Michelle}, title = {The New {Jim Crow}}, publisher = {The New Press},
  date = {2010}, keywords = {prisons, law}}
@article{munoz2015, author = {Mu{\\~n}oz, Jos\\'e Esteban}, title = {Theorizing Queer Inhumanisms},
  journaltitle = {GLQ}, date = {2015-06}, doi = {10.1215/10642684-2843323}, abstract = {After Alexander.}}
@inbook{woodward1955, author = {Woodward, C. Vann}, title = {Forgotten Alternatives},
  booktitle = {The Strange Career of Jim Crow}, date = {1955}}
@book{untitled, title = {Pamphlet without a Year}}
@book{davis2003, author = {Davis, Angela Y. and hooks, bell}, title = {Are \\emph{Prisons} Obsolete?},
  date = {2003}, origdate = {1998}, note = {the crow}}
"""


@pytest.fixture(autouse=True)
def cache(cache_folder: Path) -> Path:
    """An empty folder for caches."""
    return cache_folder


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.bib"
    path.write_text(LIBRARY, "utf-8")
    return path


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A library that an index is kept of."""
    path = tmp_path / "large.bib"
    words = " ".join(f"w{number}" for number in range(150))
    entries = (
        f"@book{{doe{n}, author = {{Doe, Jane}}, title = {{Book {n}}}, note = {{{words}}}}}\n"
        for n in range(400)
    )
    return written(path, LIBRARY + "".join(entries))


def written(path: Path, text: str) -> Path:
    """A file that was not changed just now, so that its times tell any change from now
    on.
    """
    path.write_text(text, "utf-8")
    an_hour_ago = time.time() - 3600
    os.utime(path, (an_hour_ago, an_hour_ago))
    return path


def found(path: Path, query: str) -> list[str]:
    return [source.key for source in search([path], parse_query(query)).summaries]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        (
            "crow",
            ["alexander2010", "woodward1955", "davis2003"],
        ),  # a title's counts for more than a note's
        ("CRO", ["alexander2010", "woodward1955", "davis2003"]),
        ("row", []),
        ('"jim crow"', ["alexander2010", "woodward1955"]),
        ('"crow jim"', []),
        ('"jim cro"', ["alexander2010", "woodward1955"]),
        ('"davis bell"', []),  # not across two names
        ("alexander", ["alexander2010", "munoz2015"]),
        ("author:alexander", ["alexander2010"]),
        ("abstract:alexander", ["munoz2015"]),
        ("munoz", ["munoz2015"]),
        ("muñoz", ["munoz2015"]),
        ("title:crow", ["alexander2010"]),
        ("title:prisons", ["davis2003"]),
        ("in:crow", ["woodward1955"]),
        ("keyword:law", ["alexander2010"]),
        ("crow -law -note:crow", ["woodward1955"]),
        ("-crow", ["munoz2015", "untitled"]),
        ("year:2010..", ["alexander2010", "munoz2015"]),
        ("year:..2010", ["alexander2010", "woodward1955", "davis2003"]),
        ("year:2010", ["alexander2010"]),
        ("year:1998", ["davis2003"]),
        ("-year:2003..", ["woodward1955", "untitled"]),
        ("crow 1955", ["woodward1955"]),
        ("type:book", ["untitled", "alexander2010", "davis2003"]),
        ("type:article", ["munoz2015"]),
        ("-type:book year:2015", ["munoz2015"]),
        ("doi:10.1215/10642684-2843323", ["munoz2015"]),
        ("key:wood", ["woodward1955"]),
        ('title:"new jim" publisher:press', ["alexander2010"]),
        ("AND OR NOT NEAR", []),
        ("emph", []),
    ],
)
def test_what_is_found(library: Path, query: str, keys: list[str]) -> None:
    assert found(library, query) == keys


def test_a_collection_in_zoteros_database_is_searched(
    tmp_path: Path, large: Path, cache: Path
) -> None:
    database = make_database(tmp_path / "zotero.sqlite", ENTRIES, COLLECTIONS)
    assert found(database, "justice") == ["carson2020"]
    law = database / "Law"
    terms = parse_query("type:case")
    answer = search([law, large], terms).summaries
    assert [source.key for source in answer] == ["brown1954"]
    assert not cache.exists()


def test_the_likeliest_come_first_and_all_are_counted(large: Path) -> None:
    query = parse_query("book")
    few, all_ = search([large], query, 3), search([large], query)
    assert (few.summaries, few.total) == (all_.summaries[:3], all_.total)
    assert (
        all_.total == len(all_.summaries) == 403
    )  # three of that type are not called so
    assert search([large], query, 1000) == all_


def test_small_libraries_are_read_and_nothing_is_kept(
    library: Path, cache: Path
) -> None:
    assert found(library, "crow")
    assert not cache.exists()


def test_a_kept_index_says_the_same(large: Path, cache: Path) -> None:
    queries = ["crow", "doe", "book 7", "-doe", "year:..2010", "w1 -book"]
    new = found(large, queries[0])
    (kept,) = cache.glob("*.words")
    made = kept.stat().st_mtime_ns
    again = [found(large, query) for query in queries]
    assert kept.stat().st_mtime_ns == made
    for query, answer in zip(queries, again, strict=True):
        kept.unlink()
        assert found(large, query) == answer
    assert new == again[0]


def test_a_changed_file_is_read_again(large: Path) -> None:
    before = found(large, "alexander")
    status = large.stat()
    large.write_text(
        large.read_text("utf-8").replace("Alexander, M", "Alixander, M"), "utf-8"
    )
    os.utime(
        large, ns=(status.st_atime_ns, status.st_mtime_ns)
    )  # of the same size and time
    assert "alexander2010" in before
    assert found(large, "alixander") == ["alexander2010"]


@settings(max_examples=12)
@given(
    st.lists(
        st.sampled_from(["new", "change", "drop", "string", "order", "parent"]),
        min_size=1,
        max_size=4,
    )
)
def test_an_index_that_was_brought_up_to_date_is_as_good_as_new(
    tmp_path_factory: pytest.TempPathFactory, changes: list[str]
) -> None:
    """After any changes, what an old index was made into finds what a new one does."""
    folder = tmp_path_factory.mktemp("changes")
    filler = [
        f"@book{{doe{n}, title = {{Book {n} {'w ' * 400}}}}}\n" for n in range(300)
    ]
    head = "@string{press = {Old Press}}\n@book{parent, title = {Home Girls}, publisher = press}\n"
    entries = [
        head,
        "@inbook{child, crossref = {parent}, title = {Turning}}\n",
        *filler,
    ]
    path = written(folder / "a.bib", "".join(entries))
    assert found(path, "old press") == ["parent", "child"]
    for number, change in enumerate(changes):
        if change == "new":
            entries.insert(3, f"@book{{new{number}, title = {{Zebra {number}}}}}\n")
        elif change == "change":
            entries[-1] = f"@book{{doe299, title = {{Zebra changed {number}}}}}\n"
        elif change == "drop":
            del entries[5]
        elif change == "order":
            entries[3:] = reversed(entries[3:])
        elif change == "string":
            entries[0] = entries[0].replace("{Old Press}", f"{{Old Zebra {number}}}")
        else:
            entries[0] = entries[0].replace("Home", f"Zebra{number} Home")
        written(path, "".join(entries))
        copy = written(folder / f"{number}.bib", path.read_text("utf-8"))
        for query in ("zebra", "home", "book", "year:..2000", "-title:book"):
            assert found(path, query) == found(copy, query), (
                query,
                changes[: number + 1],
            )


@pytest.mark.parametrize("keep", [0, 100, 5000, 60_000])
def test_a_broken_index_is_built_anew(large: Path, cache: Path, keep: int) -> None:
    answer = found(large, "doe w3")
    (kept,) = cache.glob("*.words")
    data = kept.read_bytes()
    kept.write_bytes(data[:keep] + b"\xff" * (len(data) - keep))
    assert found(large, "doe w3") == answer
    assert found(large, "doe w3") == answer


@pytest.mark.skipif(
    sys.platform == "win32", reason="a folder's name that is taken by a file"
)
def test_a_cache_that_cannot_be_written_is_no_fault(large: Path, cache: Path) -> None:
    cache.parent.mkdir()
    cache.write_text("not a folder")
    assert found(large, "jim crow") == ["alexander2010", "woodward1955"]
    assert cache.read_text() == "not a folder"


def test_what_is_old_goes(large: Path, cache: Path) -> None:
    cache.mkdir(parents=True)
    old, new = cache / "forgotten.words", cache / "other.words"
    killed, begun = cache / ".killed.tmp", cache / ".begun.tmp"
    for file in (old, new, killed, begun):
        file.write_bytes(b"")
    two_days_ago = time.time() - 2 * 24 * 3600
    os.utime(old, (1, 1))
    os.utime(new, (two_days_ago, two_days_ago))
    os.utime(killed, (two_days_ago, two_days_ago))
    assert found(large, "crow")
    assert not old.exists()
    assert new.exists()
    assert not killed.exists()
    assert begun.exists()


_WORDS = st.lists(
    st.sampled_from(
        ["jim", "crow", "the", "of", "new", "career", "alexander", "2010", "book"]
    ),
    min_size=1,
)


def words_of(text: str) -> Iterator[str]:
    return (word.lower() for word in re.findall(r"\w+", text))


@given(_WORDS)
def test_what_is_found_has_every_word(
    tmp_path_factory: pytest.TempPathFactory, words: list[str]
) -> None:
    """Against the plain words of the entries, of which this library has none in TeX but
    an accent.
    """
    path = tmp_path_factory.getbasetemp() / "words.bib"
    path.write_text(LIBRARY, "utf-8")
    expected = set()
    for entry in re.split(r"^@", LIBRARY, flags=re.MULTILINE)[1:]:
        kind, key = (
            entry[: entry.index("{")],
            entry[entry.index("{") + 1 : entry.index(",")],
        )
        kind = {"inbook": "chapter", "article": "article journal"}.get(kind, kind)
        fields = re.findall(r"\w+ = \{((?:[^{}]|\{[^}]*\})*)\}", entry)
        held = set(words_of(" ".join([key, kind, *fields])))
        if all(any(have.startswith(word) for have in held) for word in words):
            expected.add(key)
    assert set(found(path, " ".join(words))) == expected
