"""Corrections of MLA's styles by the MLA Handbook (9th edition)."""

from __future__ import annotations

from loccit.csl.styles.corrections import Correction
from loccit.csl.styles.corrections.review_titles import without_review_of
from loccit.csl.styles.corrections.short_titles import with_short_title

VARIANTS = ("annotated-bibliography", "no-url")

CORRECTIONS = (
    Correction(
        "6.5",
        prints="Fox et al. argue (5)",
        wants="Fox and others argue (5): et al. is only for parentheses and the list",
        insert=(
            (
                'csl:macro[@name="author-short"]//csl:names/csl:substitute',
                '<et-al narrative-term="and others"/>',
            ),
        ),
    ),
    Correction(
        "5.38–47",
        prints="Edited by Hannah Arendt, Translated by Harry Zohn",
        wants="Edited by Hannah Arendt, translated by Harry Zohn",
        macros="""
            <macro name="container1-contributor">
              <choose>
                <if variable="container-title">
                  <text macro="container1-contributor"/>
                </if>
                <else>
                  <text macro="container1-contributor" text-case="capitalize-first"/>
                </else>
              </choose>
            </macro>
            """,
        attributes=(
            (
                'csl:macro[starts-with(@name, "container1-contributor")]//csl:label',
                (("text-case", "lowercase"),),
            ),
        ),
    ),
    Correction(
        "5",
        prints="Review of *Review of Peat Bogs*",
        wants="Review of *Peat Bogs*",
        source=without_review_of,
    ),
    Correction(
        "5",
        prints="# References",
        wants="# Works Cited",
        list_heading="Works Cited",
    ),
    Correction(
        "6.10",
        prints="(Smith, *Home Girls: A Black Feminist Anthology* 3)",
        wants="(Smith, *Home Girls* 3): shortened titles have no subtitles",
        source=with_short_title,
    ),
)
