"""Papers in other proceedings, as long or as short as people name them."""

from __future__ import annotations

import random

from loccit.model import Source
from loccit.model.source import Value
from training.references.names import journals

_OTHER_PROCEEDINGS = 0.6
_NAMES = (
    "Proceedings of the {nth} International Conference on {field}",
    "Proceedings of the {nth} Annual Meeting of the {field} Association",
    "Proceedings of the {year} Conference on {field}",
    "Proceedings of the {nth} ACM SIG{short} Symposium on {field}",
    "Proceedings of the {nth} Workshop on {field}",
    "Proc. {nth} Int. Conf. on {field}",
    "Proc. of the {field} Symposium",
    "{year} IEEE International Conference on {field} ({short})",
    "{year} {nth} International Symposium on {field} ({short})",
    "{year} IEEE/ACM International Conference on {field}",
    "{nth} International Conference on {field}, {short} {year}",
    "{nth} Annual Conference of the {field} Society",
    "International Conference on {field}",
    "Annual Meeting of the {field} Association",
    "European Conference on {field}",
    "Advances in {field}",
    "Tagungsband der {nth} Konferenz {field}",
    "Actes du colloque {field}",
    "{short} {year}",
    "{short}",
    "{short} '{two}",
)
_SHORTS = ("ICLR", "NIPS", "CVPR", "SOSP", "CHI", "ACL", "ICML", "WWW", "KDD", "PLDI")
_FIELD_WORDS = ("Journal of ", "International ", "The ", "Review of ", "Annals of ")


def other_conference(source: Source, choice: random.Random) -> Source:
    """Return a paper in other proceedings."""
    if choice.random() > _OTHER_PROCEEDINGS:
        return source
    values: dict[str, Value | None] = {
        "container-title": _proceedings(choice),
        "container-title-short": None,
    }
    return source.with_variables(values)


def _proceedings(choice: random.Random) -> str:
    year = choice.randint(1970, 2025)
    field = choice.choice(journals())
    for word in _FIELD_WORDS:
        field = field.replace(word, "")
    initials = "".join([word[0] for word in field.split() if word[0].isupper()])
    return choice.choice(_NAMES).format(
        nth=f"{choice.randint(4, 30)}th",
        year=year,
        two=f"{year % 100:02}",
        field=field,
        short=choice.choice([*_SHORTS, initials or "ICX"]),
    )
