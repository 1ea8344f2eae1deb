"""Citations to write and to read again, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from loccit.essays.live_citations.programs.zotero.write import Item
from loccit.model import Citation, Cite, CiteMode, Locator, Mark, Marked, RichText

ITALIC = Mark("font-style", "italic")
#: Characters that codes of some kind treat differently.
_SIGNS = 'aé–“”"\\{}<>&; 1😀\u2028#|_'
texts = st.text(_SIGNS, min_size=1, max_size=8)
#: What people write around a cite: no tags, and no blanks alone.
affixes = st.one_of(
    st.just(RichText()),
    st.text("aé–, .“”'\\{}&;", max_size=8).map(RichText.of),
    st.text("aé", min_size=1).map(lambda text: RichText.of(text).marked(ITALIC)),
)
rich_texts = st.lists(
    st.one_of(texts, texts.map(lambda text: Marked(ITALIC, RichText.of(text)))),
    max_size=4,
).map(lambda nodes: RichText(tuple(nodes)))
keys = st.sampled_from(["bell2009", "roe:10", "müller", "a b"])
labels = st.sampled_from(["page", "chapter", "volume", "sub-verbo"])
locators = st.builds(Locator, labels, st.sampled_from(["3", "3-4", "iv, 7 ff.", "é\\"]))
modes: list[CiteMode] = ["parenthetical", "suppress-author", "author-only"]


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    cites = draw(
        st.lists(
            st.builds(
                Cite,
                keys,
                st.sampled_from(modes),
                affixes,
                affixes,
                st.none() | locators,
            ),
            min_size=1,
            max_size=4,
        )
    )
    return Citation(tuple(cites), note=draw(st.integers(0, 3)))


def item_of(key: str) -> Item:
    return Item({"id": key, "type": "book", "title": f"The Book of {key}"})


ITEMS = {key: item_of(key) for key in ("bell2009", "roe:10", "müller", "a b")}
