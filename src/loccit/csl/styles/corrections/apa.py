"""Corrections of `apa.csl` by the Publication Manual (7th edition).

Here are those of in-text citations and of the elements of references (chapters 6, 8 and
9); `apa_examples.py` has those of the reference examples (chapters 10 and 11).
"""

from __future__ import annotations

from loccit.csl.styles.corrections import Correction
from loccit.csl.styles.corrections.apa_descriptions import (
    description_in_sentence_case,
)
from loccit.csl.styles.corrections.apa_editions import edition_abbreviated
from loccit.csl.styles.corrections.apa_examples import DATE_TYPES, EXAMPLES
from loccit.csl.styles.corrections.apa_sources import (
    article_number_in_pages,
    article_that_changes,
    dictionary_by_publisher,
    doi_as_address,
    journal_as_named,
    publisher_without_legal_form,
    title_in_two_languages,
    title_to_sort_by,
    titles_with_capitals,
    without_address_of_database,
    without_publisher_who_is_author,
    years_with_dash,
)
from loccit.csl.styles.corrections.apa_terms import (
    BY_AUTHOR,
    PRESENT,
    REPRINTED_FROM,
    RETRIEVED_ON,
)

_REFERENCE_WORK = "@type='entry-dictionary entry-encyclopedia'"

VARIANTS = ("annotated-bibliography", "no-initials", "single-spaced", "with-abstract")

CORRECTIONS = (
    Correction(
        "6.17",
        prints="mass imprisonment: race and class, if it was typed so",
        wants="Mass imprisonment: Race and class",
        source=titles_with_capitals,
    ),
    Correction(
        "8.14",
        prints="(*Understanding Sensory Memory*, 2018), for an article whose periodical is not named; (Annual Tides,"
        " 2019), for a report",
        wants="(“Understanding Sensory Memory,” 2018), (*Annual Tides*, 2019): quotation marks or italics as in the"
        " reference",
        macros="""
            <macro name="title"><choose>
              <if type="article-journal article-magazine article-newspaper" match="any"><choose>
                <if variable="DOI URL archive container-title number publisher" match="any"><text macro="title"/></if>
                <else><text macro="title-and-part-filter-review"/></else>
              </choose></if>
              <else><text macro="title"/></else>
            </choose></macro>
            <macro name="title-short"><choose>
              <if variable="reviewed-author reviewed-genre reviewed-title" match="any"><text macro="title-short"/></if>
              <else-if type="report">
                <text form="short" font-style="italic" text-case="title" variable="title"/>
              </else-if>
              <else-if type="article-journal article-magazine article-newspaper" match="any"><choose>
                <if variable="DOI URL archive container-title number publisher" match="any">
                  <text macro="title-short"/>
                </if>
                <else><text form="short" quotes="true" text-case="title" variable="title"/></else>
              </choose></else-if>
              <else><text macro="title-short"/></else>
            </choose></macro>""",
    ),
    Correction(
        "8.18",
        prints="Red, Green, Black, et al. (2022), where four names distinguish it from Red, Green, White, and Blue",
        wants="Red, Green, Black, and Blue (2022): et al. stands for more than one name",
        attributes=(("csl:citation", (("et-al-hides-one", "false"),)),),
    ),
    Correction(
        "8.21",
        prints="(National Institute of Mental Health, 2020) each time",
        wants="(National Institute of Mental Health [NIMH], 2020), then (NIMH, 2020), given a `shortauthor`",
        attributes=(("csl:citation", (("group-abbreviations", "true"),)),),
    ),
    Correction(
        "9.8",
        prints="American Psychological Association, & National Institutes of Health; Olive, K. A. et al.",
        wants="American Psychological Association & National Institutes of Health; Olive, K. A., et al.",
        attributes=(
            (
                '//csl:name[@delimiter-precedes-last="always"]',
                (
                    ("delimiter-precedes-last", "contextual-or-inverted"),
                    ("delimiter-precedes-et-al", "after-inverted-name"),
                ),
            ),
        ),
    ),
    Correction(
        "9.12",
        prints="Case Western Reserve University. (2022). Cleveland FreeNet. In",
        wants="Cleveland FreeNet. (2022). In ... Case Western Reserve University: a publisher is not the author",
        remove=(
            f"//csl:substitute/csl:choose[csl:if[{_REFERENCE_WORK}]/csl:text[@variable='publisher']]",
        ),
    ),
    Correction(
        "9.14",
        prints="(2015) for a podcast that continues",
        wants="(2015–present)",
        terms='<term name="present">present</term>',
        terms_abroad=PRESENT,
    ),
    Correction(
        "9.15",
        prints="(2019) for an entry of an online reference work",
        wants="(2019, January 13), the date of the version that was read (example 49)",
        insert=(
            (
                DATE_TYPES,
                """<if type="chapter entry entry-dictionary entry-encyclopedia" match="any"><choose>
                     <if match="none" variable="author editor page publisher DOI">
                       <text macro="date-issued-month-day"/>
                     </if>
                   </choose></if>""",
            ),
        ),
    ),
    Correction(
        "9.14",
        prints="(2011, August 12), in a German list too",
        wants="(2011, 12. August): day and month in the order of the language",
        macros="""
            <macro name="date-issued-month-day">
              <date variable="issued" form="text" date-parts="month-day"/>
            </macro>""",
    ),
    Correction(
        "9.16",
        prints="Abgerufen 3. Mai 2024, von https://...",
        wants="Abgerufen am 3. Mai 2024, von https://...: with the words that a language has before a date",
        terms_abroad=RETRIEVED_ON,
    ),
    Correction(
        "9.16",
        prints="Retrieved https://..., without a date of retrieval; and none for an article that is updated",
        wants="the address alone; Retrieved July 22, 2019, from https://... for an article that no volume, page or DOI"
        " makes final (example 14)",
        source=article_that_changes,
        macros="""
            <macro name="address-at-a-date"><group delimiter=" ">
              <text term="retrieved" text-case="capitalize-first"/>
              <group delimiter=", "><date form="text" variable="accessed"/><text term="from"/></group>
              <text variable="URL"/>
            </group></macro>
            <macro name="source-DOI-URL"><choose>
              <if variable="changes"><text macro="address-at-a-date"/></if>
              <else-if variable="DOI issued status accessed" match="any"><text macro="source-DOI-URL"/></else-if>
              <else><text variable="URL"/></else>
            </choose></macro>""",
    ),
    Correction(
        "9.19",
        prints="[Film; Educational DVD]",
        wants="[Film; educational DVD]",
        macros="""
            <macro name="description-format"><choose>
              <if variable="genre medium"><choose>
                <if match="none" variable="number"><group delimiter="; ">
                  <text variable="genre" text-case="capitalize-first"/><text variable="medium"/>
                </group></if>
                <else><text macro="description-format"/></else>
              </choose></if>
              <else><text macro="description-format"/></else>
            </choose></macro>""",
    ),
    Correction(
        "9.22",
        prints="[Conference Session], if it was typed so; [Status update; Image attached]",
        wants="[Conference session]; [Image attached] [Status update]",
        source=description_in_sentence_case,
        macros="""
            <macro name="description"><choose>
              <if type="post" variable="genre medium"><group delimiter=" ">
                <text variable="medium" prefix="[" suffix="]" text-case="capitalize-first"/>
                <text variable="genre" prefix="[" suffix="]" text-case="capitalize-first"/>
              </group></if>
              <else><text macro="description"/></else>
            </choose></macro>""",
    ),
    Correction(
        "9.25",
        prints="Stroke : A Journal of Cerebral Circulation, as PubMed has it",
        wants="Stroke",
        source=journal_as_named,
    ),
    Correction(
        "9.27",
        prints="14(1), e0209899, for a number in place of pages",
        wants="14(1), Article e0209899",
        source=article_number_in_pages,
    ),
    Correction(
        "6.6",
        prints="The survey, 1990-1992",
        wants="The survey, 1990–1992",
        source=years_with_dash,
    ),
    Correction(
        "9.29",
        prints="Macmillan, Inc.",
        wants="Macmillan",
        source=publisher_without_legal_form,
    ),
    Correction(
        "9.29",
        prints="World Health Organization. (2019). Title. World Health Organization.",
        wants="World Health Organization. (2019). Title.",
        source=without_publisher_who_is_author,
    ),
    Correction(
        "9.35",
        prints="https://doi.org/doi:10.2307/1229039, http://dx.doi.org/10.2307/1229039",
        wants="https://doi.org/10.2307/1229039, however the DOI was typed",
        source=doi_as_address,
    ),
    Correction(
        "9.30",
        prints="https://www.proquest.com/..., which asks for a login",
        wants="nothing",
        source=without_address_of_database,
    ),
    Correction(
        "9.38",
        prints="Translated title (Original work published as Original title)",
        wants="Original title [Translated title], for a work that is not read in translation",
        source=title_in_two_languages,
        macros="""
            <macro name="title"><group delimiter=" ">
              <text macro="title"/><text variable="translated-title" prefix="[" suffix="]"/>
            </group></macro>""",
    ),
    Correction(
        "9.41",
        prints="nothing about the original of a reprint",
        wants="(Reprinted from “Title,” 1981, Journal, 51[3], 391–402, https://doi.org/...) (examples 11, 43 and 44)",
        terms='<term name="reprinted-from">Reprinted from</term><term name="by-author">by</term>',
        terms_abroad=REPRINTED_FROM + BY_AUTHOR,
        macros="""
            <macro name="reprinted-from"><choose>
              <if variable="reprinted-container-title"><group delimiter=", ">
                <group delimiter=" ">
                  <text variable="reprinted-title" quotes="true" suffix=","/>
                  <date variable="reprinted-issued" form="numeric" date-parts="year"/>
                </group>
                <text variable="reprinted-container-title" font-style="italic"/>
                <group>
                  <text variable="reprinted-volume" font-style="italic"/>
                  <text variable="reprinted-issue" prefix="[" suffix="]"/>
                </group>
                <text variable="reprinted-page"/>
              </group></if>
              <else><group delimiter=", ">
                <text variable="reprinted-title" font-style="italic"/>
                <group delimiter=" ">
                  <text term="page" form="short" plural="true"/><text variable="reprinted-page"/>
                </group>
                <group delimiter=" "><text term="by-author"/>
                  <names variable="reprinted-author"><name and="symbol"/></names>
                </group>
                <group delimiter=" "><text term="by-author"/>
                  <names variable="reprinted-editor">
                    <name and="symbol"/><label form="short" prefix=", " text-case="title"/>
                  </names>
                </group>
                <date variable="reprinted-issued" form="numeric" date-parts="year"/>
                <text variable="reprinted-publisher"/>
              </group></else>
            </choose></macro>
            <macro name="publication-history"><choose>
              <if variable="reprinted-title"><group delimiter=", " prefix="(" suffix=")">
                <group delimiter=" "><text term="reprinted-from"/><text macro="reprinted-from"/></group>
                <choose>
                  <if variable="reprinted-DOI"><text variable="reprinted-DOI" prefix="https://doi.org/"/></if>
                  <else><text variable="reprinted-URL"/></else>
                </choose>
              </group></if>
              <else><text macro="publication-history"/></else>
            </choose></macro>""",
    ),
    Correction(
        "9.47",
        prints="(2020b) for works of one author and year, sorted by title",
        wants="(2020b, April 2): the year alone first, then by month and day where they are printed, then by title"
        " without A, An or The",
        source=title_to_sort_by,
        macros="""
            <macro name="title-sort"><choose>
              <if variable="sort-title"><text variable="sort-title"/></if>
              <else><text macro="title"/></else>
            </choose></macro>
            <macro name="date-sort"><choose>
              <if match="any" type="article-magazine article-newspaper broadcast collection document event
                  motion_picture pamphlet performance personal_communication post post-weblog song speech webpage">
                <text macro="date-issued-leading-zeros"/>
              </if>
              <else-if match="any" variable="collection-editor compiler editor editorial-director issue page
                  publisher supplement-number volume"><text macro="year-sort"/></else-if>
              <else-if match="any" type="book interview paper-conference">
                <text macro="date-issued-leading-zeros"/>
              </else-if>
              <else><text macro="year-sort"/></else>
            </choose></macro>
            <macro name="year-sort"><group>
              <date form="numeric" date-parts="year" variable="issued"/><text value="0000"/>
            </group></macro>""",
        insert=(
            (
                DATE_TYPES,  # books of a publisher and articles of journals have only a year, even with a letter
                """<if match="all" type="book" variable="year-suffix"><choose>
                     <if match="none" variable="publisher"><text macro="date-issued-month-day"/></if>
                   </choose></if>""",
            ),
        ),
        attributes=(
            (
                'csl:bibliography/csl:sort/csl:key[@macro="title"]',
                (("macro", "title-sort"),),
            ),
        ),
    ),
    Correction(
        "9.50",
        prints="(Revised edition), if it was typed so",
        wants="(Rev. ed.)",
        source=edition_abbreviated,
    ),
    Correction(
        "10.3",
        prints="Solidarity. (n.d.). In Merriam-Webster.com dictionary. Merriam-Webster.",
        wants="Merriam-Webster. (n.d.). Solidarity. In Merriam-Webster.com dictionary. (example 48)",
        source=dictionary_by_publisher,
    ),
    *EXAMPLES,
)
