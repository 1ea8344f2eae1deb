"""Look up works by identifier (DOI, ISBN, arXiv, PMID, PMCID, web address), or by title,
names and year.

Only this package uses the network, and only when it is called.
"""

from loccit.lookup.find_work import find_work
from loccit.lookup.http import Web
from loccit.lookup.identifiers import Identifier, identify
from loccit.lookup.look_up import look_up
from loccit.lookup.lookup_result import LookupResult

__all__ = ["Identifier", "LookupResult", "Web", "find_work", "identify", "look_up"]
