"""What programs and databases write in place of what CSL and APA mean, understood.

Readers of formats turn a file into CSL variables, whatever program wrote it.  Here one
work becomes one source, whatever program exported it: each module knows one kind of
thing that exporters write differently, who writes it so, and how to read it.  A habit
is undone only where the source shows what is meant; the file itself stays as it is.
"""

from __future__ import annotations

from loccit.bibliography.exporters.addresses import with_one_address
from loccit.bibliography.exporters.articles import with_newspaper_pages
from loccit.bibliography.exporters.bills import as_bill, as_hearing
from loccit.bibliography.exporters.braces import without_braces
from loccit.bibliography.exporters.brackets import with_brackets_read
from loccit.bibliography.exporters.broadcasts import as_broadcast
from loccit.bibliography.exporters.capitals import without_capitals
from loccit.bibliography.exporters.catalogues import without_catalogue_marks
from loccit.bibliography.exporters.genres import (
    with_type_of_genre,
    without_idle_genre,
)
from loccit.bibliography.exporters.groups import with_whole_groups
from loccit.bibliography.exporters.laws import (
    with_history_of_law,
    with_legal_type,
    with_plain_statute,
    with_versus,
    without_numbers_of_nothing,
)
from loccit.bibliography.exporters.makers import with_makers
from loccit.bibliography.exporters.numbers import with_plain_numbers
from loccit.bibliography.exporters.pages import with_page_total
from loccit.bibliography.exporters.patents import with_patent_office
from loccit.bibliography.exporters.people import with_plain_names
from loccit.bibliography.exporters.preprints import (
    with_arxiv_number,
    without_idle_words,
)
from loccit.bibliography.exporters.recordings import (
    with_album,
    with_place_of_museum,
)
from loccit.bibliography.exporters.repeated import without_repetition
from loccit.bibliography.exporters.reports import with_kind_of_series
from loccit.bibliography.exporters.site_kinds import with_kind_of_site
from loccit.bibliography.exporters.sites import (
    without_publisher_that_is_site,
    without_site_that_is_author,
)
from loccit.bibliography.exporters.talks import with_days_of_talk
from loccit.bibliography.exporters.theses import as_published_at_proquest
from loccit.bibliography.exporters.titles import (
    with_kind_in_title,
    with_name_of_repository,
)
from loccit.bibliography.exporters.vague_types import (
    with_csl_type,
    with_series_as_book,
    with_type_of_page,
    with_type_of_serial,
    with_type_of_talk,
)
from loccit.model import Source

#: Each sees the source as those above it have left it.
_STEPS = (
    without_braces,
    with_one_address,
    with_plain_numbers,
    without_catalogue_marks,
    with_csl_type,
    with_type_of_talk,
    with_series_as_book,
    with_kind_in_title,
    with_kind_of_site,
    with_type_of_genre,
    with_name_of_repository,
    with_type_of_serial,
    without_repetition,
    with_legal_type,
    with_versus,
    as_bill,
    as_hearing,
    with_plain_statute,
    with_history_of_law,
    without_numbers_of_nothing,
    with_album,
    as_broadcast,
    with_place_of_museum,
    without_idle_genre,
    with_makers,
    with_arxiv_number,
    without_idle_words,
    with_kind_of_series,
    without_capitals,
    with_brackets_read,
    with_whole_groups,
    with_plain_names,
    with_newspaper_pages,
    as_published_at_proquest,
    with_page_total,
    with_patent_office,
    without_site_that_is_author,
    without_publisher_that_is_site,
    with_type_of_page,
    with_days_of_talk,
)


def undo_habits(source: Source) -> Source:
    """Return the source as it is meant, without the habits of its exporter.

    >>> from loccit.model import Name
    >>> names = {"author": (Name(literal="World Health Organization"),)}
    >>> site = {"container-title": "World Health Organization"}
    >>> undo_habits(Source("who", "webpage", names | site)).text("container-title")
    ''
    """
    for step in _STEPS:
        source = step(source)
    return source
