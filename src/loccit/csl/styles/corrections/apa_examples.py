"""Corrections of `apa.csl` by the reference examples of APA 7 (chapters 10 and 11)."""

from __future__ import annotations

from loccit.csl.styles.corrections import Correction
from loccit.csl.styles.corrections.apa_courts import court_abbreviated
from loccit.csl.styles.corrections.apa_descriptions import (
    episode_in_words,
    film_with_year,
    first_words_of_post,
    kind_apart_from_number,
    kind_in_words_of_manual,
    music_with_year,
    paper_in_book,
    paper_that_was_given,
    picture_in_one_word,
    preprint_number,
    report_with_label,
    review_of_part,
    version_in_words,
    video_with_address,
)
from loccit.csl.styles.corrections.apa_law import (
    named_in_text,
    proposed_regulation,
    with_history_of_case,
    with_procedural_phrases,
)
from loccit.csl.styles.corrections.apa_makers import (
    author_in_role,
    makers_as_authors,
)
from loccit.csl.styles.corrections.apa_sources import (
    as_dated_document,
)
from loccit.csl.styles.corrections.apa_theses import as_unpublished, degree_as_thesis

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
        "10.4",
        prints="(Working Paper No. W19843) for w19843",
        wants="(Working Paper No. w19843)",
        attributes=(
            (
                'csl:macro[@name="label-number"]//csl:text[@variable="number"]',
                (("text-case", ""),),
            ),
        ),
    ),
    Correction(
        "10.4",
        prints="(NIMH Publication 20-MH-4779)",
        wants="(NIMH Publication No. 20-MH-4779) (example 50)",
        source=report_with_label,
    ),
    Correction(
        "10.5",
        prints="Proceedings of Things, Series, 1–12, for proceedings with a publisher",
        wants="In Proceedings of things (pp. 1–12). Publisher. (example 62)",
        source=paper_in_book,
    ),
    Correction(
        "10.5",
        prints="Title. Sea Congress, for a paper in no proceedings",
        wants="Title [Paper presentation]. Sea Congress (example 61)",
        source=paper_that_was_given,
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
        "10.8",
        prints="(No. arXiv:1706.03762)",
        wants="(arXiv:1706.03762)",
        source=preprint_number,
    ),
    Correction(
        "10.7",
        prints="[Review of the TV series episode *Somewhere else*, by M. Schur, Writer & Dir.]",
        wants="[Review of the TV series episode “Somewhere else,” by M. Schur, Writer & Dir.] (example 69)",
        source=review_of_part,
        macros="""
            <macro name="description-review-title"><choose>
              <if variable="reviewed-part"><text variable="reviewed-title" quotes="true"/></if>
              <else><text macro="description-review-title"/></else>
            </choose></macro>""",
    ),
    Correction(
        "10.9",
        prints="[Dataset], [Video recording], [Audio recording], [Graphic]",
        wants="[Data set], [Film], [Song], [Artwork]",
        terms="""
            <term name="dataset">data set</term>
            <term name="graphic">artwork</term>
            <term name="motion_picture">film</term>
            <term name="song">song</term>""",
        source=kind_in_words_of_manual,
    ),
    Correction(
        "10.10",
        prints="(Version Mar 14 version), (Version v1.2)",
        wants="(Mar 14 version), (Version 1.2)",
        source=version_in_words,
        macros="""
            <macro name="label-version"><choose>
              <if variable="version-in-words"><text variable="version-in-words"/></if>
              <else><text macro="label-version"/></else>
            </choose></macro>""",
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
        prints="Forman, M. (1975) for the director of a film whom a program calls its author",
        wants="Forman, M. (Director). (1975) (example 84)",
        source=author_in_role,
    ),
    Correction(
        "10.12",
        prints="Fosha, D. (Guest Expert), Levenson, H. (Host); Barris, K. (Writer), Barris, K. (Director)",
        wants="Fosha, D. (Guest Expert), & Levenson, H. (Host); Barris, K. (Writer & Director)",
        source=makers_as_authors,
    ),
    Correction(
        "10.12",
        prints="[Film] for a video with an address",
        wants="[Video]",
        source=video_with_address,
    ),
    Correction(
        "10.12",
        prints="(1975, November 19) for a film",
        wants="(1975) (example 84)",
        source=film_with_year,
    ),
    Correction(
        "10.12",
        prints="(No. 12), (S3E12) for an episode of television",
        wants="(Episode 12), (Season 3, Episode 12) (example 87)",
        source=episode_in_words,
    ),
    Correction(
        "10.12",
        prints="(Audio Podcast Episode No. 443)",
        wants="(No. 443) [Audio podcast episode] (example 93)",
        source=kind_apart_from_number,
    ),
    Correction(
        "10.13",
        prints="(1997, June 16) for an album",
        wants="(1997) (example 91)",
        source=music_with_year,
    ),
    Correction(
        "10.14",
        prints="[Oil on canvas]",
        wants="[Painting] (example 97)",
        source=picture_in_one_word,
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
        "10.15",
        prints="the whole text of a post",
        wants="its first 20 words (example 103)",
        source=first_words_of_post,
    ),
    Correction(
        "11.3",
        prints="(S. Res. 438, 2016), S. Res. 438 (2016); (Civil Rights Act of 1964, 1964)",
        wants="(S. Resolution 438, 2016), Senate Resolution 438 (2016); (Civil Rights Act, 1964) (examples 9 to 28)",
        source=named_in_text,
    ),
    Correction(
        "11.4",
        prints="In Re Harbor Estate, Matter Ex Rel. Gull",
        wants="In re Harbor Estate, Matter ex rel. Gull",
        source=with_procedural_phrases,
    ),
    Correction(
        "11.4",
        prints="563 F. Supp. 332 (D. Kan. 1981). https://... aff’d, 727 F.2d 888 (10th Cir. 1984)",
        wants="563 F. Supp. 332 (D. Kan. 1981), aff’d, 727 F.2d 888 (10th Cir. 1984). https://... (example 5)",
        source=with_history_of_case,
        macros="""
            <macro name="legal-reference"><group delimiter=", ">
              <text macro="legal-reference"/><text variable="case-history"/>
            </group></macro>
            <macro name="legal-date-case"><choose>
              <if variable="case-history original-date"><group delimiter=" " prefix="(" suffix=")">
                <text variable="authority"/><text macro="date-original-year"/>
              </group></if>
              <else><text macro="legal-date-case"/></else>
            </choose></macro>""",
    ),
    Correction(
        "11.4",
        prints="(Supreme Court of the United States 1954), (United States Court of Appeals for the Ninth Circuit 1999)",
        wants="(1954), (9th Cir. 1999) (examples 1 to 3)",
        source=court_abbreviated,
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
        wants="(proposed May 23, 2016), in the text 2016 (example 20)",
        source=proposed_regulation,
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
        wants="Title, November 20, 1989, https://... (example 29); Title, November 20, 1989.",
        insert=(
            (
                'csl:macro[@name="bibliography"]//csl:if[csl:text[@macro="legal-reference"]]',
                """<if type="treaty" variable="URL"><group delimiter=", ">
                     <text macro="legal-reference"/><text macro="source-DOI-URL"/>
                   </group></if>""",
            ),
        ),
    ),
)
