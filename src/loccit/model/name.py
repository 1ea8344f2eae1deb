"""The name of a person or a group, in CSL's parts."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """One name as in CSL-JSON (CSL 1.0.2, "Name-part Order"; csl-data.json,
    `name-variable`).

    A person has `family` and the like; a group, or a name that must not be taken apart,
    has `literal` alone.

    Beyond CSL, `annotation` follows the full name, with its brackets: a user name,
    `[@nypl]` (APA 7, section 9.8), or what the person did, `(Writer & Director)`.

    >>> Name(family="Humboldt", given="Alexander", non_dropping_particle="von").family
    'Humboldt'
    """

    family: str = ""
    given: str = ""
    suffix: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static_ordering: bool = False
    parse_names: bool = True
    annotation: str = ""
