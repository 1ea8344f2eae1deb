"""Everyday words for kinds of sources, and the entry types that they mean."""

from __future__ import annotations

from loccit.bibliography.formats.bibtex.entry_types import WrittenType

#: The `entrysubtype`s are biblatex-apa's; the other types are BibLaTeX's (manual, 2.1).
EVERYDAY_TYPES = {
    "album": WrittenType("audio", "album"),
    "app": WrittenType("software"),
    "bill": WrittenType("legmaterial"),
    "blog": WrittenType("online", "post-weblog"),
    "blogpost": WrittenType("online", "post-weblog"),
    "case": WrittenType("jurisdiction"),
    "chapter": WrittenType("incollection"),
    "data": WrittenType("dataset"),
    "dictionary": WrittenType("inreference", "entry-dictionary"),
    "dissertation": WrittenType("phdthesis"),
    "email": WrittenType("letter"),
    "encyclopedia": WrittenType("inreference"),
    "episode": WrittenType("video", "tvepisode"),
    "film": WrittenType("movie", "film"),
    "journal": WrittenType("article"),
    "law": WrittenType("legislation"),
    "lecture": WrittenType("presentation"),
    "movie": WrittenType("movie", "film"),
    "newspaper": WrittenType("article", "newspaper"),
    "magazine": WrittenType("article", "magazine"),
    "page": WrittenType("online"),
    "painting": WrittenType("artwork"),
    "paper": WrittenType("inproceedings"),
    "photo": WrittenType("image"),
    "podcast": WrittenType("audio", "podcastepisode"),
    "post": WrittenType("online", "statusupdate"),
    "preprint": WrittenType("misc", "article"),
    "slides": WrittenType("presentation", "powerpoint"),
    "song": WrittenType("audio", "song"),
    "speech": WrittenType("presentation"),
    "statute": WrittenType("legislation"),
    "talk": WrittenType("presentation"),
    "tweet": WrittenType("online", "tweet"),
    "webpage": WrittenType("online"),
    "website": WrittenType("online"),
    "youtube": WrittenType("video", "video"),
}
