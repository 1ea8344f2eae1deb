"""Find the parts of a well-formed reference by rules alone, whatever its style.

What is regular is found first, wherever it is: addresses, numbers, the date, the people
after "edited by".  What is left is taken in its order: authors, title, container,
publisher.
"""

from __future__ import annotations

from collections.abc import Sequence

from loccit.essays.paragraph import Mark
from loccit.recognize.references.rules.dates import find_date
from loccit.recognize.references.rules.draft import Draft
from loccit.recognize.references.rules.editions import find_edition
from loccit.recognize.references.rules.identifiers import find_identifiers
from loccit.recognize.references.rules.imprint import find_imprint
from loccit.recognize.references.rules.laws import find_law
from loccit.recognize.references.rules.numbers import find_numbers
from loccit.recognize.references.rules.people import find_announced_people
from loccit.recognize.references.rules.roles import find_roles
from loccit.recognize.references.rules.titles import find_authors, find_title
from loccit.recognize.segments import Segment


def rule_segments(text: str, marks: Sequence[Mark] = ()) -> list[Segment]:
    """Return the parts of a reference, in the order of the text.

    >>> found = rule_segments("Doe, J. (2001). On it. Journal of It, 24(2), 1–9.")
    >>> [each.label for each in found]
    ['author', 'date', 'title', 'container-title', 'volume', 'issue', 'pages']
    """
    draft = Draft(text, marks)
    find_identifiers(draft)
    find_roles(draft)
    find_law(draft)
    find_edition(draft)
    find_numbers(draft)
    find_date(draft)
    find_announced_people(draft)
    start = find_authors(draft)
    end = find_title(draft, start)
    find_imprint(draft, end)
    return sorted(draft.segments, key=lambda segment: segment.start)
