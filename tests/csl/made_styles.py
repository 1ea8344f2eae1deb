"""Styles that are made at random, of what the processor's steps depend on."""

from __future__ import annotations

from hypothesis import strategies as st

#: "Doe, Roe, and Poe 2001", "Doe et al." later; a title where nothing else helps.
_MACROS = """
<macro name="author">
  <names variable="author"><name form="{form}" and="text" initialize-with="{initialize}"/>
    <substitute><names variable="editor"/><text variable="title"/></substitute></names>
</macro>
<macro name="number"><text variable="citation-number"/></macro>
<macro name="year"><date variable="issued"><date-part name="year"/></date>
  {suffix}</macro>
<macro name="title"><choose><if disambiguate="true"><text variable="title"/></if></choose></macro>
"""
_SUFFIX = '<text variable="year-suffix"/>'

#: What a cite prints: names and years, numbers, or notes that refer to each other.
_CITES = [
    '<text macro="author"/><text macro="year"/><text macro="title"/><text variable="locator"/>',
    '<text variable="citation-number"/><text variable="locator"/>',
    """<choose>
      <if position="ibid-with-locator"><text term="ibid"/><text variable="locator"/></if>
      <else-if position="ibid"><text term="ibid"/></else-if>
      <else-if position="near-note"><text macro="author"/><text macro="title"/></else-if>
      <else-if position="subsequent"><text macro="author"/><text macro="title"/>
        <text variable="first-reference-note-number" prefix="n. "/></else-if>
      <else><text macro="author"/><text variable="title"/><text macro="year"/></else>
    </choose>""",
]
_SORT_KEYS = [
    "", '<key macro="author"/><key macro="year"/>',
    '<key variable="author"/><key variable="issued" sort="descending"/>',
    '<key variable="issued"/><key variable="citation-number"/>',
    '<key variable="citation-number" sort="descending"/>',
    '<key macro="number" sort="descending"/>',
    '<key variable="title" sort="descending"/><key variable="publisher"/>',
]  # fmt: skip
_ENTRIES = [
    '<text variable="citation-number" suffix=". "/>',
    "",
]

_booleans = st.sampled_from(["true", "false"])
_rules = st.sampled_from(
    [
        "by-cite", "all-names", "all-names-with-initials", "primary-name",
        "primary-name-with-initials",
    ]
)  # fmt: skip
_substitutes = st.sampled_from(
    [
        "", 'subsequent-author-substitute="---"',
        'subsequent-author-substitute="---" subsequent-author-substitute-rule="complete-each"',
        'subsequent-author-substitute="---" subsequent-author-substitute-rule="partial-each"',
    ]
)  # fmt: skip


@st.composite
def styles(draw: st.DrawFn) -> str:
    """A style that parses, as CSL."""
    macros = _MACROS.format(
        form=draw(st.sampled_from(["long", "short"])),
        initialize=draw(st.sampled_from([".", ""])),
        suffix=draw(st.sampled_from(["", _SUFFIX])),
    )
    citation = f"""
    <citation et-al-min="2" et-al-use-first="1" et-al-subsequent-min="{draw(st.integers(1, 3))}"
      et-al-subsequent-use-first="1" near-note-distance="{draw(st.integers(1, 3))}"
      disambiguate-add-names="{draw(_booleans)}" disambiguate-add-givenname="{draw(_booleans)}"
      givenname-disambiguation-rule="{draw(_rules)}"
      disambiguate-add-year-suffix="{draw(_booleans)}"
      collapse="{draw(st.sampled_from(["citation-number", "year", "year-suffix"]))}">
      {_sort(draw(st.sampled_from(_SORT_KEYS)))}
      <layout delimiter="; "><group delimiter=", ">{draw(st.sampled_from(_CITES))}</group></layout>
    </citation>"""
    bibliography = f"""
    <bibliography {draw(_substitutes)}>
      {_sort(draw(st.sampled_from(_SORT_KEYS)))}
      <layout suffix=".">{draw(st.sampled_from(_ENTRIES))}
        <text macro="author"/><text macro="year" prefix=" "/><text variable="title" prefix=" "/>
      </layout>
    </bibliography>"""
    return f"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"
      class="{draw(st.sampled_from(["in-text", "note"]))}">
      <info><id>made</id><title>Made</title><updated>2020-01-01T00:00:00Z</updated></info>
      {macros}{citation}{draw(st.sampled_from([bibliography, bibliography, ""]))}
    </style>"""


def _sort(keys: str) -> str:
    return f"<sort>{keys}</sort>" if keys else ""
