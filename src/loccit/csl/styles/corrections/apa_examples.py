"""Corrections of `apa.csl` by the reference examples of APA 7 (chapters 10 and 11)."""

from __future__ import annotations

from loccit.csl.styles.corrections import Correction
from loccit.csl.styles.corrections.apa_sources import (
    as_dated_document,
    as_unpublished,
    degree_as_thesis,
    makers_as_authors,
)

#: The condition for works whose month and day `apa.csl` prints; conditions for others
#: are inserted before it.
DATE_TYPES = 'csl:macro[@name="date"]//csl:if[contains(@type, "article-magazine")]'

EXAMPLES = (
    Correction(
        "10.1",
        prints="nothing about the article that a comment is on",
        wants="[Comment on the article “How workout buddies can help stave off loneliness”] (example 18)",
        macros="""
            <macro name="description"><choose>
              <if variable="commented-title"><group delimiter=" " prefix="[" suffix="]">
                <text variable="genre" text-case="capitalize-first"/><text variable="commented-title" quotes="true"/>
              </group></if>
              <else><text macro="description"/></else>
            </choose></macro>""",
    ),
    Correction(
        "10.4",
        prints="(2019) for a press release",
        wants="(2019, February 14) (example 59)",
        source=as_dated_document,
    ),
    Correction(
        "10.6",
        prints="[Ph.D., University of Vermont], as databases have it",
        wants="[Doctoral dissertation, University of Vermont]",
        source=degree_as_thesis,
    ),
    Correction(
        "10.6",
        prints="[Doctoral dissertation]. University of Vermont.",
        wants="[Unpublished doctoral dissertation]. University of Vermont. (example 64)",
        source=as_unpublished,
    ),
    Correction(
        "10.11",
        prints="(Database Record No. TC022704), and (No. ED545393) for a number in an online database",
        wants="(TC022704), without a label (examples 74 and 83)",
        macros="""
            <macro name="label-number"><choose>
              <if type="dataset post software webpage" match="any"><text variable="number"/></if>
              <else><text macro="label-number"/></else>
            </choose></macro>""",
    ),
    Correction(
        "10.12",
        prints="Fosha, D. (Guest Expert), Levenson, H. (Host); Barris, K. (Writer), Barris, K. (Director)",
        wants="Fosha, D. (Guest Expert), & Levenson, H. (Host); Barris, K. (Writer & Director)",
        source=makers_as_authors,
    ),
    Correction(
        "10.14",
        prints="(2019) for lecture notes and maps with a full date",
        wants="(2019, May 22) (example 102)",
        insert=(
            (
                DATE_TYPES,
                '<if type="graphic"><text macro="date-issued-month-day"/></if>',
            ),
        ),
    ),
    Correction(
        "11.5",
        prints="(1971 & 2009)",
        wants="(1971 & rev. 2009) (example 13)",
        insert=(
            (
                'csl:macro[@name="legal-date"]//csl:if[@variable="issued"]/csl:text',
                '<choose><if variable="original-date"><text value="rev."/></if></choose>',
            ),
        ),
    ),
    Correction(
        "11.7",
        prints="(2016)",
        wants="(proposed May 23, 2016) (example 20)",
        macros="""
            <macro name="legal-date"><choose>
              <if type="regulation" variable="submitted"><group prefix="(proposed " suffix=")">
                <date variable="submitted" form="text"/>
              </group></if>
              <else><text macro="legal-date"/></else>
            </choose></macro>""",
    ),
    Correction(
        "11.9",
        prints="(U.S. Const. amend. XIX, n.d.)",
        wants="(U.S. Const. amend. XIX)",
        macros="""
            <macro name="date-short"><choose>
              <if type="legislation"><choose>
                <if variable="issued"><text macro="date-short"/></if>
              </choose></if>
              <else><text macro="date-short"/></else>
            </choose></macro>""",
    ),
    Correction(
        "11.10",
        prints="Title, November 20, 1989. https://...",
        wants="Title, November 20, 1989, https://... (example 29)",
        insert=(
            (
                'csl:macro[@name="bibliography"]//csl:if[csl:text[@macro="legal-reference"]]',
                """<if type="treaty"><group delimiter=", ">
                     <text macro="legal-reference"/><text macro="source-DOI-URL"/>
                   </group></if>""",
            ),
        ),
    ),
)
