"""Check what is open in a process of its own.

Python runs one thread at a time: while a thesis is checked in a thread, which takes a
second or two, each letter that somebody types is answered half as quickly.
"""

from loccit.drafting.checking.check_process import CheckProcess

__all__ = ["CheckProcess"]
