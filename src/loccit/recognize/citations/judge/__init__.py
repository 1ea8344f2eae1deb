"""Judge whether what has the shape of a citation is one."""

from loccit.recognize.citations.judge.judge import Verdict, judge

__all__ = ["Verdict", "judge"]
