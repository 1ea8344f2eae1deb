"""What `re` compiled regular expressions to, kept for the next run of the command: to
compile the 260 that a short essay needs takes 30 ms of 200, and to restore them 1 ms.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # private, and so without a stub
import marshal
import re
import sys
from functools import partial
from importlib import import_module

from loccit._startup.kept import is_used
from loccit._startup.kept_table import KeptTable

#: The modules that parse an expression and compile it, which moved in Python 3.11.
_MAKERS = (
    ("re._parser", "re._compiler")
    if sys.version_info >= (3, 11)
    else ("sre_parse", "sre_compile")
)


#: Compiled expressions: the arguments that `re` gives the module `_sre`, which runs them.
#: It checks each program, and so refuses a broken one.
programs = KeptTable("regex")


def compile_kept(pattern: str, flags: int) -> re.Pattern[str]:
    """Return an expression as `re.compile` returns it.  Outside the command, it is
    compiled.
    """
    if not is_used():
        return re.compile(pattern, flags)
    program = programs.value((pattern, flags), partial(_program, pattern, flags))
    made: re.Pattern[str] = _sre.compile(pattern, *marshal.loads(program))
    return made


def _program(pattern: str, flags: int) -> bytes:
    """Compile an expression, and return what `_sre.compile` is given besides it.

    This is `re.compile`, but for the last step (Lib/re/_compiler.py).
    """
    parser, compiler = map(import_module, _MAKERS)
    parsed = parser.parse(pattern, flags)
    state = parsed.state
    code = [int(each) for each in compiler._code(parsed, flags)]
    names = dict.fromkeys(range(state.groups))
    names.update((number, name) for name, number in state.groupdict.items())
    all_flags = int(flags | state.flags)
    return marshal.dumps(
        (all_flags, code, state.groups - 1, state.groupdict, tuple(names.values()))
    )
