"""Words in brackets after a name: what somebody did, and the name of an account.

Zotero's translators save "Karcher, Sebastian (@adam42smith)", and people type roles
where their program has none: "Doe, Jane (Host)".
"""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Name, Source, Value

#: Text in brackets at the end of a name; the name may be missing.
_BRACKETS = regex(r"(?P<name>.*?)\s*(?P<bracket>[(\[])(?P<words>[^()\[\]]+)[)\]]\s*")
_ACCOUNT = regex(r"@\S+|u/\S+")
#: Types in which square brackets hold an account, too: "NASA [nasa]".
_WITH_ACCOUNTS = frozenset(["motion_picture", "post", "post-weblog"])
_AND = regex(r"\s*(?:,|&|;|\band\b|/)\s*")

#: The variable for what somebody did, and the words for it.
_ROLES = {
    "author": ("author", "aut", "auth"),
    "chair": ("chair",),
    "compiler": ("compiler", "comp"),
    "composer": ("composer", "music"),
    "director": ("director", "dir", "directed by", "film director"),
    "editor": ("editor", "ed", "eds", "editors", "hrsg", "hg", "ed by", "edt"),
    "executive-producer": (
        "executive producer",
        "exec producer",
        "exec prod",
        "executive producers",
    ),
    "guest": ("guest", "guest expert"),
    "host": ("host", "podcast host", "hosts", "presenter"),
    "illustrator": ("illustrator", "illus", "ill"),
    "interviewer": ("interviewer",),
    "narrator": ("narrator", "narr", "read by"),
    "performer": ("performer", "singer", "performed by"),
    "producer": ("producer", "prod", "producers"),
    "script-writer": ("writer", "scriptwriter", "screenwriter", "screenplay"),
    "translator": ("translator", "trans", "transl", "translators", "üb", "übers"),
}
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words}
#: Words for roles that CSL has no variable for.
_OTHER_ROLES = frozenset(
    ["creator", "showrunner", "moderator", "artist", "photographer"]
)


class _Bracketed(NamedTuple):
    """A name without its brackets, the words in them, and the first bracket."""

    name: Name
    words: str = ""
    bracket: str = ""


def with_brackets_read(source: Source) -> Source:
    """Give people the roles and accounts that are in brackets after their names."""
    variables = dict(source.variables)
    for variable, names in source.variables.items():
        if isinstance(names, tuple) and any(map(_bracketed, names)):
            variables.pop(variable)
            _put(variables, variable, names, source.type)
    if variables == source.variables:
        return source
    return replace(source, variables=variables)


def _put(
    variables: dict[str, Value], variable: str, names: Sequence[Name], type_: str
) -> None:
    """Put names into the variable of their role, if all of them have one role."""
    read = [_bracketed(name) or _Bracketed(name) for name in names]
    roles = {_roles(bracketed.words) for bracketed in read}
    role = roles.pop() if len(roles) == 1 else ()
    if len(role) == 1 and variables.get(role[0], ()) == ():
        target = role[0]
        plain = tuple(bracketed.name for bracketed in read)
        variables[variable if target == "author" else target] = plain
        return
    variables[variable] = tuple(
        _annotated(name, bracketed, type_)
        for name, bracketed in zip(names, read, strict=True)
    )


def _annotated(name: Name, bracketed: _Bracketed, type_: str) -> Name:
    """Return a name with what is in its brackets as an annotation, if it is known."""
    words, roles = bracketed.words, _roles(bracketed.words)
    if roles == ("author",):
        return bracketed.name
    if roles:
        labels = " & ".join(map(_label, roles))
        return replace(bracketed.name, annotation=f"({labels})")
    if words.lower() in _OTHER_ROLES:
        return replace(bracketed.name, annotation=f"({words.title()})")
    is_in_square_brackets = bracketed.bracket == "[" and type_ in _WITH_ACCOUNTS
    if _ACCOUNT.fullmatch(words) or is_in_square_brackets:
        return replace(bracketed.name, annotation=f"[{words}]")
    return name


def _label(role: str) -> str:
    if role == "script-writer":
        return "Writer"
    return role.replace("-", " ").title()


def _roles(words: str) -> tuple[str, ...]:
    """Return the roles that words stand for; none unless all are known."""
    if not words:
        return ()
    parts = [part.strip(" .").lower() for part in _AND.split(words)]
    roles = [_ROLE_OF.get(part.replace(".", ""), "") for part in parts if part]
    return tuple(roles) if all(roles) else ()


def _bracketed(name: Name) -> _Bracketed | None:
    """Take the brackets off the end of a name."""
    text = f"{name.given}{name.family}{name.literal}"
    if name.annotation or ("(" not in text and "[" not in text):
        return None
    if found := _BRACKETS.fullmatch(name.given):
        person = replace(name, given=found["name"])
    elif found := _BRACKETS.fullmatch(name.family):
        person = replace(name, family=found["name"])
        if not found["name"]:
            # "Bill Gates [@BillGates]", of which BibTeX makes a surname
            from loccit.values.people import read_name  # seldom needed

            person = read_name(name.given)
    elif found := _BRACKETS.fullmatch(name.literal):
        person = Name(literal=found["name"])
    if found is None or person == Name():
        return None
    return _Bracketed(person, found["words"], found["bracket"])
