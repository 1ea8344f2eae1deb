"""Whoever knows one version needs only what came later."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loccit.drafting.printed.since import PrintedSince

PRINTED = st.lists(st.sampled_from("abcd"), max_size=5)


@given(st.lists(PRINTED, min_size=1, max_size=8), st.data())
def test_what_is_new_completes_what_is_known(
    versions: list[list[str]], data: st.DataObject
) -> None:
    printed = PrintedSince[str]()
    known: dict[int, str] = {}
    seen = 0
    for version, texts in enumerate(versions, 1):
        numbers = printed.update(version, texts)
        if data.draw(st.booleans()) or version == len(versions):
            known.update(printed.since(seen))
            seen = version
            assert [known[number] for number in numbers] == texts


def test_what_is_not_printed_any_more_is_forgotten() -> None:
    printed = PrintedSince[str]()
    for version in range(1, 1000):
        printed.update(version, [str(version)])
    assert printed.since(0) == {999: "999"}
