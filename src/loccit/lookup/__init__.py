"""Identifiers (DOI, ISBN, arXiv, PMID, PMCID, web address) -> Source, from the services
that know them.

This is the only room that uses the network, and only when it is called.
"""

from loccit.lookup.http import Web
from loccit.lookup.identifiers import Identifier, identify
from loccit.lookup.look_up import look_up
from loccit.lookup.lookup_result import Found

__all__ = ["Found", "Identifier", "Web", "identify", "look_up"]
