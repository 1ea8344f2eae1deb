"""Verify sources: does a service have the work, and does it describe it in the same way?

A work that no service has may well exist, and a service may be wrong: verdicts say what
was found, and no more.
"""

from loccit.lookup.verify.asked_work import AskedWork
from loccit.lookup.verify.difference import Difference
from loccit.lookup.verify.inquiry import verify
from loccit.lookup.verify.verdict import OtherWork, Outcome, Verdict

__all__ = ["AskedWork", "Difference", "OtherWork", "Outcome", "Verdict", "verify"]
