"""Faults in the source element of entries: numbers, publishers, addresses, remarks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from benchmarks.planted_faults import Plant, Planted

_HEADING = "References\n"


def _damaged(pattern: str, *ways: Callable[[re.Match[str]], str]) -> Plant:
    """Return a plant that damages what a pattern finds in the list, in turns."""
    compiled = re.compile(pattern, re.MULTILINE)

    def plant(text: str) -> Iterator[Planted]:
        found = compiled.finditer(text, text.index(_HEADING))
        for number, each in enumerate(found):
            new = ways[number % len(ways)](each)
            yield text[: each.start()] + new + text[each.end() :], each.start()

    return plant


def _inserted(*entries: str) -> Plant:
    """Return a plant that adds entries to the list, one each."""

    def plant(text: str) -> Iterator[Planted]:
        place = text.index(_HEADING) + len(_HEADING) + 1
        for entry in entries:
            yield f"{text[:place]}{entry}\n\n{text[place:]}", place

    return plant


PLANTS: dict[str, Plant] = {
    "R23": _damaged(
        r"(, \*)(\d+)\*\((\d+)\), (\d+–\d+)",
        lambda m: f", Vol. {m[2]}, No. {m[3]}, pp. {m[4]}",
        lambda m: f"{m[1]}{m[2]}*({m[3]}), pp. {m[4]}",
        lambda m: f", vol. {m[2]}({m[3]}), {m[4]}",
    ),
    "R24": _damaged(
        r"(?<=[, ])(\d+)–(\d+)(?=[.)])",
        lambda m: f"{m[1]}-{m[2]}",
        lambda m: f"{m[1]} - {m[2]}",
    ),
    "R25": _damaged(
        r"Article (e\d+|\d+)",
        lambda m: m[1] if m[1][0] == "e" else f"Art. {m[1]}",
        lambda m: f"article {m[1]}",
        lambda m: f"Article no. {m[1]}",
    ),
    "R26": _damaged(
        r"In ((?:[A-Z]\. ?)+) ([\w’'-]+) \(Ed\.\), (.+?) \(pp\. (\d+–\d+)\)",
        lambda m: f"In {m[2]}, {m[1]} (Ed.), {m[3]} (pp. {m[4]})",
        lambda m: f"In {m[1]} {m[2]} (Eds.), {m[3]} (pp. {m[4]})",
        lambda m: f"In {m[1]} {m[2]} (Ed.), {m[3]}, pp. {m[4]}",
        lambda m: f"In {m[1]} {m[2]} (ed.), {m[3]} (pp. {m[4]})",
    ),
    "R27": _damaged(
        r" \((\d+)(st|nd|rd|th) ed\.\)",
        lambda m: f", {m[1]}{m[2]} Edition",
        lambda m: f" ({m[1]}{m[2]} edition)",
        lambda m: f" ({m[1]}{m[2]} edn.)",
    ),
    "R28": _damaged(
        r"(?<=\*[.)] )([A-Z][\w ]+ (?:Press|Books|House))\.$",
        lambda m: f"New York, NY: {m[1]}.",
        lambda m: f"London: {m[1]}.",
        lambda m: f"Chicago: {m[1]}.",
    ),
    "R29": _damaged(
        r"(?<=\*[.)] )([A-Z][\w ]+ (?:Press|Books|House))\.$",
        lambda m: f"{m[1]}, Inc.",
        lambda m: f"{m[1]} Ltd.",
        lambda m: f"{m[1]} LLC.",
    ),
    "R30": _damaged(
        r"(?<=\*[.)] )([A-Z][\w ]+ (?:Press|Books|House))\.$",
        lambda m: f"{m[1]}/Harbor Books.",
        lambda m: f"{m[1]} / Routledge.",
    ),
    "R31": _damaged(
        r"<?https://doi\.org/(10\.[^\s>]+)>?",
        lambda m: f"doi:{m[1]}",
        lambda m: f"http://dx.doi.org/{m[1]}",
        lambda m: f"DOI: {m[1]}",
        lambda m: f"doi: https://doi.org/{m[1]}",
        lambda m: m[1],
    ),
    "R32": _damaged(
        r"<?https://doi\.org/(10\.[^\s>]+)>?",
        lambda m: f"{m[0]} https://www.journal.example/articles/99",
        lambda m: f"https://www.journal.example/articles/99 {m[0]}",
        lambda m: f"https://journals.sagepub.com/doi/full/{m[1]}",
    ),
    "R33": _damaged(
        r"<?https?://[^\s>]+>?$",
        lambda m: f"Retrieved from {m[0]}",
        lambda m: f"Available at: {m[0]}",
        lambda m: f"Available from {m[0]}",
    ),
    "R34": _damaged(
        r"(\*\d+\*\(\d+\), \d+–\d+\.)$",
        lambda m: f"{m[1]} JSTOR.",
        lambda m: f"{m[1]} Retrieved from ProQuest database.",
        lambda m: f"{m[1]} https://www-jstor-org.ezproxy.lib.example/stable/99",
    ),
    "R35": _inserted(
        "Harbor Council. (2019, May 3). *Night boats*. Harbor Council. "
        "https://www.harbor.example/boats",
        "Harbor, A. (2019, May 3). *Night boats*. https://www.boats.example/night",
    ),
    "R36": _damaged(r"(?<= )\[([A-Z])([a-z]+)\]", lambda m: f"[{m[1].lower()}{m[2]}]"),
    "R37": _inserted(
        "Harbor, A. [@harbor]. (2019, May 3). *Night boats are back*. Twitter. "
        "https://twitter.com/harbor/status/99",
        "Harbor, A. (2019, May 3). *Night boats are back* [Tweet]. Twitter. "
        "https://twitter.com/harbor/status/99",
    ),
    "R38": _inserted(
        "Hafen, A. (2019). *Die Schiffe der Nacht und ihre Häfen*. Haus am Fluss.",
        "Roux, A. (2019). *Les bateaux de la nuit et les ports du Nord*. Maison Bleue.",
    ),
    "R39": _damaged(
        r"\(([^()]+), Trans\.\)",
        lambda m: f"(Translated by {m[1]})",
        lambda m: f"({m[1]}, trans.)",
        lambda m: f"(Trans. {m[1]})",
    ),
    "R40": _damaged(
        r"\[((?:Doctoral|Master)[^\[\]]+)\]",
        lambda m: f"({m[1]})",
    ),
    "R41": _inserted(
        "Harbor, A. (In Press). Night boats. *Journal of Harbors*.",
        "Harbor, A. (forthcoming). Night boats. *Journal of Harbors*.",
    ),
    "R42": _damaged(
        r"\((?:n\.d\.|Vol\. (?=\d)|Vols\. (?=\d))",
        lambda m: {"n": "(nd", "V": "(vol. "}[m[0][1]],
        lambda m: {"n": "(N.D.", "V": "(vol "}[m[0][1]],
    ),
    "R43": _damaged(r"<?https://(?!doi)[^\s>]+>?$", lambda m: "https://bit.ly/3xYzAbC"),
    "R44": _inserted(
        "harbor, A. (2019). *Night boats*. North Press.",
    ),
}
