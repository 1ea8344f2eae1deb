"""Words that headlines leave in lower case: articles, conjunctions and prepositions.

Which of them do is a matter of style (APA 7, section 6.17, raises those of four letters
or more; Chicago 18, section 8.160, lowers all prepositions), so none of them shows how a
title was typed.
"""

from __future__ import annotations

_ARTICLES_AND_CONJUNCTIONS = """
    a an and although as because but if lest nor once or provided since so than that the
    though unless until when whenever where whereas wherever whether while yet
"""
_PREPOSITIONS = """
    aboard about above across after against along alongside amid amidst among amongst
    around at atop before behind below beneath beside besides between beyond by
    concerning considering despite down during except for from in inside into like near
    notwithstanding of off on onto opposite out outside over past per plus regarding
    round than through throughout till to toward towards under underneath unlike until
    unto up upon versus via vs with within without
"""
SMALL_WORDS = frozenset([*_ARTICLES_AND_CONJUNCTIONS.split(), *_PREPOSITIONS.split()])
