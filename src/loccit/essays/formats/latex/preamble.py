"""What a file says about its citations before they come: packages, styles, libraries.

Commands of an .aux file, which LaTeX writes, are read as those of the essay: `citation`
lists a source, `bibdata` names a library.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from loccit._startup.dataclass import dataclass, replace
from loccit._startup.regex import regex
from loccit.essays.formats.latex.cite_commands import Dialect, dialect
from loccit.essays.formats.latex.cites import TexCite, keys_in
from loccit.essays.formats.latex.definitions import (
    DEFINE,
    Definition,
    cites_of,
    read_definition,
)
from loccit.essays.formats.latex.tokens import Argument, Tex, Token
from loccit.values.languages import is_biblatex_id, read_language

#: A CSL style for a style of BibLaTeX or BibTeX, where both print the same.
CSL_STYLES: Mapping[str, str] = {
    "apa": "apa",
    "apacite": "apa",
    "apa6": "apa-6th-edition",
    "mla": "modern-language-association",
    "mla-new": "modern-language-association",
    "chicago-authordate": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
    "chicago": "chicago-author-date",
    "ieee": "ieee",
    "ieeetr": "ieee",
    "IEEEtran": "ieee",
    "IEEEtranN": "ieee",
    "nature": "nature",
    "naturemag": "nature",
    "science": "science",
    "vancouver": "vancouver",
    "chem-acs": "american-chemical-society",
    "oscola": "oscola",
    "gb7714-2015": "china-national-standard-gb-t-7714-2015-numeric",
}
#: How the names of styles begin that print authors in the text, or cite in footnotes.
_BY_AUTHOR = regex(
    r"authoryear|apa|mla|chicago-authordate|authortitle|harvard|bath|gb7714-2015ay|sage"
    r"|ext-authoryear|ext-authortitle|bwl|unified|philosophy-(?:classic|modern)|abnt|nejm"
)
_IN_NOTES = regex(
    r"verbose|authortitle|ext-verbose|ext-authortitle|footnote|chicago-notes|oscola|reading"
    r"|historian|archaeolog|philosophy-verbose|jura|sbl|windycity|turabian"
)
#: Styles of BibTeX with which natbib prints numbers (its manual, 2.1).
_BY_NUMBER = frozenset(
    [
        "plain",
        "unsrt",
        "abbrv",
        "alpha",
        "ieeetr",
        "IEEEtran",
        "acm",
        "siam",
        "vancouver",
    ]
)
_NUMBERS = regex(r"(?:^|,)\s*(?:numbers|super)\s*(?:,|$)")
_STYLE = regex(r"(?:^|,)\s*(?:style|citestyle)\s*=\s*\{?([\w-]+)")
_AUTOCITE = regex(r"(?:^|,)\s*autocite\s*=\s*\{?(\w+)")
_MAIN_LANGUAGE = regex(r"(?:^|,)\s*main\s*=\s*(\w+)")
_NAMES = regex(r"[^\s,]+")
_BOOKS = frozenset(["book", "report", "memoir", "scrbook", "scrreprt", "amsbook"])
#: Classes that load natbib, and have it print numbers unless an option says `authoryear`.
_NUMBERED_CLASSES = frozenset(
    ["elsarticle", "revtex4", "revtex4-1", "revtex4-2", "acmart", "IEEEtran", "achemso"]
)
#: Commands that only one package has.
_COMMANDS_OF = {
    **dict.fromkeys(["parencite", "textcite", "autocite", "footcite"], "biblatex"),
    **dict.fromkeys(["parencites", "textcites", "autocites"], "biblatex"),
    **dict.fromkeys(["citep", "citet", "citealp", "citealt", "citeyearpar"], "natbib"),
    **dict.fromkeys(["citeA", "citeNP"], "apacite"),
}
_PACKAGES = ("biblatex", "natbib", "apacite")


@dataclass(frozen=True, slots=True)
class Preamble:
    """What a file says about its citations.

    Attributes:
        packages: the packages that it loads, with their options.
        document_class: its class, "" in a file without a preamble.
        class_options: the options of that.
        bibtex_style: its style of BibTeX.
        libraries: its files of sources.
        nocited: the keys to list without citing them.
        used: the packages whose commands it uses, which a class or another file loads.
        definitions: the commands with one argument that it defines to cite.
        language: its language, as its packages call that.
        has_chapters: whether it has chapters.
    """

    packages: Mapping[str, str]
    document_class: str
    class_options: str
    bibtex_style: str
    libraries: Sequence[str]
    nocited: Sequence[TexCite]
    used: frozenset[str]
    definitions: Sequence[Definition]
    language: str
    has_chapters: bool

    @property
    def package(self) -> str:
        """The package that cites, "" for none."""
        if "biblatex-chicago" in self.packages:
            return "biblatex"
        for names in (self.packages, self.used):
            for name in _PACKAGES:
                if name in names:
                    return name
        return ""

    @property
    def style(self) -> str:
        """The name of its citation style, "" for none."""
        if self.package == "apacite":
            return "apacite"
        if "biblatex-chicago" in self.packages:
            is_by_author = "authordate" in self.packages["biblatex-chicago"]
            return "chicago-authordate" if is_by_author else "chicago-notes"
        found = _STYLE.search(self.packages.get("biblatex", ""))
        return found[1] if found else self.bibtex_style

    @property
    def csl(self) -> str:
        """The CSL style that prints the same, "" for none."""
        return CSL_STYLES.get(self.style, "")

    @property
    def dialect(self) -> Dialect:
        """What its packages make of the commands, and its own definitions."""
        loaded = self._loaded_dialect
        return replace(loaded, defined=cites_of(self.definitions, loaded))

    @property
    def _loaded_dialect(self) -> Dialect:
        if self.package == "natbib":
            by_author = not self._natbib_numbers
            return dialect("natbib", cites_authors=by_author, cites_in_notes=False)
        autocite = _AUTOCITE.search(self.packages.get("biblatex", ""))
        in_notes = autocite[1] == "footnote" if autocite else False
        return dialect(
            self.package,
            cites_authors=bool(_BY_AUTHOR.match(self.style)),
            cites_in_notes=in_notes or bool(_IN_NOTES.match(self.style)),
        )

    @property
    def _natbib_numbers(self) -> bool:
        """Whether natbib prints numbers."""
        options = self.packages.get("natbib", "")
        if _NUMBERS.search(options) or self.style in _BY_NUMBER:
            return True
        is_numbered = self.document_class in _NUMBERED_CLASSES
        return is_numbered and "authoryear" not in f"{self.class_options},{options}"

    @property
    def lang(self) -> str:
        """The BCP 47 tag of its language, "" if it says none."""
        return read_language(self.language) if self.language else ""


def read_preamble(tex: Tex) -> Preamble:
    """Read what a file says; some of that may come late in it."""
    reader = _PreambleReader(tex)
    for token in tex.tokens:
        if token.kind == "command":
            reader.read(token)
    return reader.preamble()


class _PreambleReader:
    """Reads the commands that say something."""

    def __init__(self, tex: Tex) -> None:
        self._tex = tex
        self._packages: dict[str, str] = {}
        self._class = self._class_options = self._style = self._language = ""
        self._libraries: list[str] = []
        self._nocited: list[TexCite] = []
        self._used: set[str] = set()
        self._definitions: list[Definition] = []
        self._has_chapters = False

    def preamble(self) -> Preamble:
        """Return what was read."""
        has_chapters = self._has_chapters or self._class in _BOOKS
        return Preamble(
            self._packages,
            self._class,
            self._class_options,
            self._style,
            self._libraries,
            self._nocited,
            frozenset(self._used),
            self._definitions,
            self._language or self._language_of_options(),
            has_chapters,
        )

    def read(self, token: Token) -> None:
        """Read a command."""
        match token.name:
            case "usepackage" | "RequirePackage":
                for name in self._names(token):
                    self._packages[name] = self._option(token)
            case "documentclass":
                self._class = "".join(self._names(token))
                self._class_options = self._option(token)
            case "bibliographystyle":
                self._style = "".join(self._names(token))
            case "setmainlanguage" | "setdefaultlanguage":
                self._language = "".join(self._names(token))
            case "addbibresource":
                self._libraries += filter(_is_file, self._names(token))
            case "bibliography" | "bibdata":
                self._libraries += map(_with_extension, self._names(token))
            case "nocite" | "citation" | "abx@aux@cite":
                if group := self._last_argument(token):
                    self._nocited += keys_in(self._tex, group)
            case "chapter":
                self._has_chapters = True
            case name if name in DEFINE:
                if definition := read_definition(self._tex, token):
                    self._definitions.append(definition)
            case name if name in _COMMANDS_OF:
                self._used.add(_COMMANDS_OF[name])

    def _argument(self, token: Token) -> Argument | None:
        position = self._tex.after_space(token.end)
        option = self._tex.option(position)
        return self._tex.argument(option.after if option else position)

    def _last_argument(self, token: Token) -> Argument | None:
        r"""Return the argument after a number, as in `\abx@aux@cite{0}{key}`."""
        first = self._argument(token)
        second = self._tex.group(first.after) if first else None
        return second or first

    def _option(self, token: Token) -> str:
        option = self._tex.option(self._tex.after_space(token.end))
        return option.of(self._tex.text) if option else ""

    def _names(self, token: Token) -> Iterator[str]:
        """Yield the names in an argument, which commas separate."""
        if argument := self._argument(token):
            yield from _NAMES.findall(argument.of(self._tex.text))

    def _language_of_options(self) -> str:
        """Return the language of babel: the main one, else the last one."""
        options = self._packages.get("babel")
        if options is None:
            return ""
        if main := _MAIN_LANGUAGE.search(options):
            return main[1]
        given = _NAMES.findall(options) or _NAMES.findall(self._class_options)
        known = [name for name in given if is_biblatex_id(name)]
        return known[-1] if known else ""


def _with_extension(name: str) -> str:
    """Return the file of a name for BibTeX, which adds the extension."""
    return name if name.endswith(".bib") else f"{name}.bib"


def _is_file(name: str) -> bool:
    return "://" not in name
