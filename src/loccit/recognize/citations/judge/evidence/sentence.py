"""How the sentence speaks of the names: "Doe (2001) argues", "a paper by Doe (2001)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.judge.words import words
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason
from loccit.values.groups import is_group

#: What authors do in their works; in the forms of English that follow a name.
_REPORTS = regex(
    r"(?i)\s*,?\s*(?:(?:also|further|then|later|therefore|thus|first|even|rightly"
    r"|clearly|similarly|instead|in turn|and colleagues|have|has|had|who|himself|herself"
    r"|both|all|\w+ly)\s+)*"
    r"(?:achiev|acknowledg|add(?:s|ed)?\b|address|advanc|advis|advocat|affirm|agree|allud|analy[sz]"
    r"|answer|appl(?:y|ied)|argu|articulat|ask|assert|assess|assum|attribut|believ|built\b|buttress"
    r"|calculat|call|captur|caution|challeng|characteri[sz]|cit(?:es?|ed)\b|claim|classif"
    r"|coin|combin|comment|compar|compil|conceiv|concentrat|conceptuali[sz]|conclud"
    r"|conduct|confirm|consider|contend|continu|contrast|contribut|critici[sz]|critiqu"
    r"|deal|declar|concur|disagre|differ|dissent|overlook|neglect|defend|defin|delv|demonstrat|den(?:y|ies|ied)|depict|deriv|describ"
    r"|design|detail|determin|develop|devis|differentiat|discover|discuss|disput"
    r"|distinguish|divid|document|draw|drew|echo|elaborat|emphasi[sz]|encourag|endors"
    r"|enumerat|envision|establish|estimat|evaluat|examin|expand|explain|explor|express"
    r"|extend|find|focus|formali[sz]|formulat|found\b|frame|gave|give|go(?:es)?\b|group|held|help|highlight|hold"
    r"|hypothesi[sz]|identif|illustrat|impl(?:y|ies|ied)|indicat|inform|insist|inspect"
    r"|interpret|interview|introduc|investigat|issu|judg|justif|label|laid|lays?\b|likened|link|list|look"
    r"|made|maintain|mak|measur|mention|model|need|not(?:e|ed|es|ing)\b|object|observ|offer|outlin"
    r"|paint|point|pos(?:it|e)|postulat|predict|present|prov|propos|provid|publish|put"
    r"|question|quot|rais|reason|recall|recogni[sz]|recommend|record|refer|reflect|refut"
    r"|reject|remark|remind|replicat|report|research|respond|reveal|review|said|saw|say|see[sn]?\b|show"
    r"|speak|specif|speculat|spoke|state|stress|stud(?:y|ies|ied)|suggest|summari[sz]|support"
    r"|surve|synthesi[sz]|take|talk|tell|test|theori[sz]|think|thought|told|took|trace"
    r"|treat|underlin|underscore|understand|urg|us(?:es?|ed)\b|view|warn|went|wonder|writ|wrote|yield"
    r"|in (?:his|her|their)\b|as well as|for (?:a|an|more)\b)"
)
_ATTRIBUTES = regex(
    r"(?i)\b(?:by|per|see|also|following|according to|cites?|citing|like|as|"
    r"e\.g\.,?|author|authors|scholars?|researchers?|theorists?|philosophers?"
    r"|historians?|anthropologists?|sociologists?|psychologists?|economists?|critics?"
    r"|laut|nach|von|bei|gemäß|selon|par|según|por|secondo|volgens|via)"
    r"[\s“\"'(\[]+\Z"
)
#: What introduces a source.
_SIGNALS = regex(
    r"(?i)\b(?:see|see also|cf\.|refer to|contra|e\.g\.,?|vgl\.|siehe|vgl\. auch|siehe auch"
    r"|voir|voir aussi|véase|véase también|ver|ver también|ver também|cfr\.|si veda"
    r"|si veda anche|zie|zie ook|(?:dis)?agree with|contrary to|to quote|in the words of"
    r"|(?:article|book|essay|paper|research|review|stud(?:y|ies)|work|works|writings) (?:by|of)"
    r"|(?:argued|shown|noted|suggested|described|defined|demonstrated|observed|coined|criticized"
    r"|discussed|reported|theorized|summarized|stated|explained|pointed out) by)\s\Z"
)
#: A work after its maker: "Picasso's Guernica (1937)".
_OWNER = regex(r"(?:['’]s|s['’])[ \n][“\"*_]*\Z")
#: What is said only of authors; "according to a report by the Pew Center".
_ACCORDING_TO = regex(
    r"(?i)\b(?:according to|cit(?:ing|es|ed by|ed in)|quot(?:ing|es|ed by|ed in)|paraphrasing"
    r"|laut|gemäß|zufolge|selon|suivant|d[’']après|según|citando a?|secondo|stando a"
    r"|segundo|conforme|citando|volgens|aldus)\s"
    r"(?:(?:a|an|the|una?|einem|einer|der|dem|le|la|el)\s)?(?:[^\W\d_]+\sby\s)?"
    r"(?:the\s|der\s|la\s|le\s|el\s|l[’']|a\s)?\Z"
)
_ARTICLE = regex(r"(?i)\b(?:the|a|an|this|that|these|his|her|its|their|our)\s+\Z")
#: Whom the writer follows: "building on Doe and Roe (2001), we".
_FOLLOWED = regex(
    r"(?i)\b(?:following|like|unlike|based on|build\w* (?:up)?on|draw\w* (?:up)?on|in line with"
    r"|consistent with|in contrast to|extending|adapting|using|echoing|replicating|adapted from"
    r"|im Anschluss an|à la suite de|siguiendo a|seguendo|in navolging van)\s\Z"
)
_WRITER = regex(
    r"(?i),?\s(?:I|we|my|our|this (?:essay|paper|study|thesis|article|chapter|work))\b"
)
_WORK = regex(
    r"(?i)\b(?:film|movie|novel|album|song|play|series|show|documentary|painting|game"
    r"|episode|musical|opera|symphony)s?\s+[“\"'‘*_]*\Z"
)
#: "The Treaty of Versailles (1919)"
_OF_CAPITAL = regex(r"\b[A-Z]\w+\s(?:of|for|de|du|von|the|of\sthe)\s\Z")
#: What other things do, too: "The film (1997) made millions".
_ACTS = regex(
    r"(?i)\s*(?:built|gave|give|go(?:es)?|group|held|hold|look(?:s|ed)?|made|makes?|needs?"
    r"|puts?|rais\w+|saw|take[sn]?|took|went|moves?|moved|draws?|drew)\b"
)
_CASE = regex(r"(?i)(?:\bvs?\.|\bin re|\bex parte|\br v|\bex rel\.)\s\Z")
_NAMED = ("narrative", "bare")
#: What scholars make, as "stratification", "typology".
_ABSTRACT = regex(r"[a-z-]+(?:[ai]tion|ology|ography|ism|ysis|onomy)")
_WORDS = regex(r"[^\W\d_][\w-]*")
#: How far after a possessive the noun is: "Doe's (2001) much read book".
_NEAR = 3
_SOON = 2
_THEORY = 5


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look at the words around names in a sentence."""
    if possible.mode not in _NAMED:
        return
    is_listed = essay.lists(possible.cites[0])
    if _says_what_they_write(possible):
        weight = 0.8 if _ACTS.match(possible.after) else 2.0
        yield Evidence(weight, Reason("reports", "the sentence says what they write"))
    if _ACCORDING_TO.search(possible.before):
        yield Evidence(4.5, Reason("attributes", "the sentence gives them credit"))
    elif _FOLLOWED.search(possible.before) and _WRITER.match(possible.after):
        yield Evidence(2.0, Reason("attributes", "the sentence gives them credit"))
    elif _SIGNALS.search(possible.before):
        yield Evidence(1.4, Reason("signal", "a word like “see” is before it"))
    elif _ATTRIBUTES.search(possible.before):
        yield Evidence(0.7, Reason("attributes", "the sentence gives them credit"))
    if possible.mode == "narrative" and possible.begins_paragraph:
        yield Evidence(0.3, Reason("begins", "a paragraph begins with it"))
    if possible.mode == "bare" and _is_adjective(possible, essay):
        yield Evidence(-2.5, Reason("adjective", "the year is of something else"))
    if _WORK.search(possible.before):
        yield Evidence(-3.0, Reason("no-text", "it is a film or the like"))
    if possible.mode == "bare" and _ARTICLE.search(possible.before):
        yield Evidence(-2.5, Reason("article", "an article is before the name"))
    if _CASE.search(possible.before):
        yield Evidence(-6.0, Reason("court-case", "it is a case of a court"))
    if is_listed:
        return
    if _ARTICLE.search(possible.before) and not _is_group(possible, essay):
        yield Evidence(-2.0, Reason("article", "an article is before the name"))
    if _OWNER.search(possible.before):
        reason = Reason("owned", "it is what somebody made")
        yield Evidence(-4.0, reason)
    if _OF_CAPITAL.search(possible.before):
        reason = Reason("inside-longer-name", "the name goes on before it")
        yield Evidence(-3.0, reason)


def _says_what_they_write(possible: Possible) -> bool:
    if _REPORTS.match(possible.after) or _is_of_writing(possible):
        return True
    following = _WORDS.findall(possible.after)[:_SOON]
    return any(word in words().reports for word in following)


def _is_group(possible: Possible, essay: CitingEssay) -> bool:
    """Return whether the name may have an article: "the WHO (2016)"."""
    cite = possible.cites[0]
    name = cite.names[0]
    return name.isupper() or is_group(name) or essay.cites_elsewhere(cite)


def _is_of_writing(possible: Possible) -> bool:
    """Return whether a possessive is before what somebody wrote: "Doe's (2001) study"."""
    read = possible.cites[0].read
    if read is None or not read.possessive or possible.mode == "bare":
        return False
    following = _WORDS.findall(possible.after)[:_NEAR]
    return any(
        word.lower() in words().writings or _ABSTRACT.fullmatch(word)
        for word in following
    )


def _is_adjective(possible: Possible, essay: CitingEssay) -> bool:
    """Return whether a year belongs to what follows, "Doe's 2001 film", or a name and
    year are the label of a row: "Doe 2001 (Tunisia)".
    """
    read = possible.cites[0].read
    if possible.begins_line and possible.after.lstrip().startswith("("):
        return True
    if read is None or not read.possessive:
        return False
    is_theory = essay.lists_with_year(possible.cites[0]) and _leads_to_theory(possible)
    return not is_theory


def _leads_to_theory(possible: Possible) -> bool:
    """Return whether what scholars make follows: "Doe's 2003 Diffusion Curve"."""
    following = _WORDS.findall(possible.after.partition(".")[0])[:_THEORY]
    known = words().theories | words().writings
    return any(word.casefold() in known for word in following)
