"""A cited work, with what the services and a list of retractions say of it."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.editing.verify_sources.cited_work import CitedWork
from loccit.lookup import Web
from loccit.lookup.retraction_list import RetractionList
from loccit.lookup.verify import Verdict, verify
from loccit.model import Problem


class Verified(NamedTuple):
    """A cited work, with what was found.

    Attributes:
        cited: the work.
        verdict: what the services say.
        notices: retractions and corrections of it.
    """

    cited: CitedWork
    verdict: Verdict
    notices: tuple[Problem, ...]


class Verifying(NamedTuple):
    """Whom to ask.

    Attributes:
        web: the network.
        retractions: a list of retractions, if there is one.
    """

    web: Web
    retractions: RetractionList | None = None

    def of(self, cited: CitedWork) -> Verified:
        """Ask about a work."""
        verdict = verify(cited.work, self.web)
        found = [verdict.found] if verdict.found else []
        works = [cited.work.source, *(record.source for record in found)]
        listed = self.retractions.of(works) if self.retractions else []
        # The list has the reasons, too.
        known = {notice.rule for notice in listed}
        noticed = [problem for record in found for problem in record.problems]
        others = [problem for problem in noticed if problem.rule not in known]
        return Verified(cited, verdict, (*listed, *others))
