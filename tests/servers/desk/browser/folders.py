"""Folders of essays, which the tests in a browser open."""

from __future__ import annotations

from pathlib import Path

import docx

#: An essay as students hand it in: citations and list typed by hand.
TYPED = """\
---
title: The Keepers of the Light
lang: en-US
---

# The Keepers of the Light

Before there were charts there were fires on headlands, and somebody who carried the wood
(Stevenson, 1959, p. 12).

Clark (1938) describes the last of the keepers, who wrote down every ship, and the nights
on which nobody passed.

## Sources

- Clark, J. (1938). *Lamps on the coast*. Harbor Press.
- Stevenson, D. A. (1959). *The world's lighthouses before 1820*. Oxford University Press.
"""
LIBRARY = """\
@book{bathurst1999,
  author = {Bathurst, Bella},
  title = {The Lighthouse Stevensons},
  date = {1999},
  publisher = {HarperCollins},
}

@article{clark1938,
  author = {Clark, Jane and Ames, Ruth},
  title = {Lamps on the Coast},
  journal = {Sea and Shore},
  date = {1938},
  volume = {3},
  pages = {10-20},
}

@article{clark1938a,
  author = {Clark, J. and Ames, R.},
  title = {Lamps on the coast},
  journal = {Sea and Shore},
  date = {1938},
  volume = {3},
  pages = {10--20},
}

@online{fresnel2020,
  author = {{Fresnel Society}},
  title = {What a Lens Does},
  date = {2020-03-01},
  url = {https://example.org/lens},
}

@book{stevenson1959,
  author = {Stevenson, D. Alan},
  title = {The World's Lighthouses before 1820},
  date = {1959},
  publisher = {Oxford University Press},
}
"""
LIVE = """\
---
title: The Keepers of the Light
lang: en-US
---

# The Keepers of the Light

Before there were charts there were fires on headlands, and somebody who carried the wood
[@stevenson1959, p. 12]. A lens changed that [@fresnel2020; see also @bathurst1999, p. 7].

## Who wrote it down

@clark1938 describe the last of the keepers, who wrote down *every* ship, and the nights
on which nobody passed [@clark1938, pp. 11-12]. They were rarely thanked:

> The light is seen by all, and the keeper by none [@bathurst1999, p. 80].

What remains is a list of names, as @stevnson1959 says.
"""


def typed_folder(folder: Path) -> Path:
    """An essay and a document, both typed by hand, and no library."""
    folder.mkdir(parents=True)
    (folder / "lighthouses.md").write_text(TYPED, "utf-8")
    letter = docx.Document()
    letter.add_paragraph("The lamps were lit at dusk (Clark, 1938, p. 3).")
    letter.add_paragraph("References")
    letter.add_paragraph("Clark, J. (1938). Lamps on the coast. Harbor Press.")
    letter.save(str(folder / "letter.docx"))
    return folder


def live_folder(folder: Path) -> Path:
    """An essay with citations by key, and its library, in which a source is twice."""
    (folder / "bibliography").mkdir(parents=True)
    (folder / "bibliography" / "sources.bib").write_text(LIBRARY, "utf-8")
    (folder / "lighthouses.md").write_text(LIVE, "utf-8")
    (folder / "notes.txt").write_text("Notes on lamps.\n", "utf-8")
    return folder


def hostile_folder(folder: Path) -> Path:
    """An essay and a library whose texts look like scripts."""
    script = "<script>wasRun = 1</script><img src=x onerror='wasRun = 1'>"
    (folder / "bibliography").mkdir(parents=True)
    (folder / "bibliography" / "sources.bib").write_text(
        f"@book{{evil2020,\n  author = {{Evil{script}, Eve}},\n"
        f"  title = {{On {script}}},\n  date = {{2020}},\n  note = {{{script}}},\n"
        "  url = {javascript:wasRun=1},\n}\n",
        "utf-8",
    )
    essay = f"# {script}\n\nIt says so [@evil2020, p. 3] {script}.\n"
    (folder / "lighthouses.md").write_text(essay, "utf-8")
    return folder
