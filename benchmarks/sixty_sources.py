"""A mixed list of sixty sources, and a document that cites them in every way: what the
styles are tried on.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

Json = dict[str, Any]


def references() -> list[Json]:
    """The sources as CSL-JSON items."""
    items: list[Json] = yaml.safe_load(
        Path(__file__).with_suffix(".yaml").read_text("utf-8")
    )
    return items


def citations() -> list[Json]:
    """Citations of all sources: each alone, then again with locators, affixes, in
    clusters, in notes of their own.
    """
    keys = [item["id"] for item in references()]
    return _in_notes(
        [
            *([{"id": key}] for key in keys),
            *_repeated(keys),
            *_with_locators(keys),
            *_clusters(keys),
        ]
    )


def narrative_citations() -> list[Json]:
    """Citations in the modes that take the author out of the brackets, or leave the
    author out.
    """
    keys = [item["id"] for item in references()]
    modes = ("composite", "author-only", "suppress-author")
    return [
        {
            "citationItems": [{"id": key}],
            "properties": {
                "noteIndex": number if mode == "suppress-author" else 0,
                "mode": mode,
            },
        }
        for number, (mode, key) in enumerate(
            ((mode, key) for mode in modes for key in keys), start=1
        )
    ]


def _repeated(keys: list[str]) -> list[list[Json]]:
    """Ibid, ibid with a locator, and a later citation."""
    return [
        [{"id": keys[1]}],
        [{"id": keys[1]}],
        [{"id": keys[1], "locator": "7", "label": "page"}],
        [{"id": keys[1], "locator": "7", "label": "page"}],
        [{"id": keys[1], "locator": "9-12", "label": "page"}],
        [{"id": keys[5]}],
        [{"id": keys[1]}],
        [{"id": keys[20]}],
        [{"id": keys[5], "prefix": "see "}],
    ]


def _with_locators(keys: list[str]) -> list[list[Json]]:
    labels = {
        "page": "33-35", "chapter": "IV", "section": "3.2", "volume": "2", "verse": "7", "figure": "4b",
        "paragraph": "12, 14", "note": "3", "line": "101–7", "sub-verbo": "lamp", "book": "2 & 3", "folio": "12r",
    }  # fmt: skip
    return [
        [
            {
                "id": keys[number * 5 % 60],
                "label": label,
                "locator": value,
                "suffix": " and <i>passim</i>",
            }
        ]
        if number % 4 == 3
        else [{"id": keys[number * 5 % 60], "label": label, "locator": value}]
        for number, (label, value) in enumerate(labels.items())
    ]


def _clusters(keys: list[str]) -> list[list[Json]]:
    alike = ["alike-b", "namesake", "alike-a", "alike-c", "article-journal"]
    return [
        [{"id": key} for key in alike],
        [{"id": key} for key in keys[:4]],
        [
            {"id": key}
            for key in ("no-date", "season", "no-author", "book", "non-latin")
        ],
        [
            {"id": "alike-a", "prefix": "see "},
            {"id": "alike-b", "locator": "12"},
            {"id": "many", "prefix": "but cf. ", "suffix": ", who disagrees"},
        ],
        [
            {"id": "particles"},
            {"id": "manuscript"},
            {"id": "graphic", "suppress-author": True},
        ],
    ]


def _in_notes(clusters: list[list[Json]]) -> list[Json]:
    return [
        {
            "citationID": f"c{number}",
            "citationItems": cites,
            "properties": {"noteIndex": number},
        }
        for number, cites in enumerate(clusters, start=1)
    ]
