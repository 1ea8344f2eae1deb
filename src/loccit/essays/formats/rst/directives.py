"""What is in a directive: text, or something else.

The directives of docutils, Sphinx and what is often used with them.
"""

from __future__ import annotations

#: Those that print the reference list.
PRINT = frozenset(["bibliography", "footbibliography"])
#: Those whose content is not text for readers.
NO_TEXT = frozenset(
    [
        "autoclass",
        "autodata",
        "autoexception",
        "autofunction",
        "automethod",
        "automodule",
        "autosummary",
        "bokeh-plot",
        "class",
        "code",
        "code-block",
        "code-cell",
        "command-output",
        "contents",
        "csv-table",
        "default-role",
        "digraph",
        "doctest",
        "exec-code",
        "graph",
        "graphviz",
        "highlight",
        "highlights",
        "image",
        "include",
        "inheritance-diagram",
        "ipython",
        "ipywidgets-display",
        "jupyter-execute",
        "jupyter-kernel",
        "literalinclude",
        "math",
        "mermaid",
        "meta",
        "meta-data",
        "parsed-literal",
        "plot",
        "program-output",
        "prompt",
        "pyplot",
        "raw",
        "role",
        "sectnum",
        "sourcecode",
        "tabularcolumns",
        "tags",
        "target-notes",
        "testcleanup",
        "testcode",
        "testoutput",
        "testsetup",
        "thebe",
        "toctree",
        "unicode",
        "uml",
    ]
)
#: Those whose argument is text, a title or the beginning of their content.
HAVE_ARGUMENT = frozenset(
    [
        "admonition",
        "attention",
        "caution",
        "centered",
        "danger",
        "deprecated",
        "epigraph",
        "error",
        "hint",
        "important",
        "list-table",
        "note",
        "rubric",
        "seealso",
        "sidebar",
        "table",
        "tip",
        "title",
        "todo",
        "topic",
        "versionadded",
        "versionchanged",
        "warning",
        "replace",
    ]
)
