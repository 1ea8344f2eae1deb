"""Peoples, which APA writes with a capital: Black, White, Native (APA 7, section 5.7)."""

from __future__ import annotations

from loccit.csl.text.sentence_case.words import Pattern, Word, is_text, lines

_COLOURS = lines("Black White Brown")
_COLOURS_OF_PEOPLE = lines("Blacks Whites")
_CONNECTING = lines("and or & versus vs")
#: What is said of people, not of things.
_PEOPLE = lines("""
    Academics Activism Activists Adolescents Adults Aesthetics Africans American
    Americans Arts Athletes Atlantic Australian Australians Authors Bodies Body Boy Boys
    Britain British Brothers Canadian Canadians Caribbean Children Christian Christians
    Church Churches Cinema Citizens College Communities Community Consciousness Culture
    Cultures Diaspora Emancipation English Experience Experiences Families Family
    Fathers Female Females Feminism Feminisms Feminist Feminists Folk Fragility Freedom
    French Gay Girl Girlhood Girls Guilt Heritage History Identities Identity Immigrants
    Infants Intellectual Intellectuals Internationalism Jacobins Jew Jewish Jews Joy
    Kids Labor Laborers Leaders Leadership Lesbian Lesbians Liberation Life Literature
    Lives Male Males Man Manhood Masculinities Masculinity Mayors Men Metropolis Middle
    Migration Mothers Motherhood Movement Muslim Muslims Nationalism Nationalist Nationalists
    Neighborhood Neighborhoods Officers Panther Panthers Parents Patients People Peoples
    Perspectives Poetry Political Politics Populations Power Pride Privilege Professionals
    Professors Queer Racial Radical Radicalism Rage Reconstruction Residents Resistance
    Respondents Separatism Sexuality Sisters Slavery Slaves Soldiers Southerners Student
    Students Studies Supremacist Supremacists Supremacy Teachers Teens Theology Thought
    Tradition Trans Veterans Vernacular Voters Voting Wealth Woman Womanhood Women
    Womanism Worker Workers Working World Writers Writing Youth
""")
_NATIVE = lines("Native")
_NATIVE_PEOPLE = lines("""
    Alaskan Alaskans American Americans Australian Australians Communities Hawaiian
    Hawaiians Nation Nations People Peoples Studies Women Youth
""")


def black_people(word: Word) -> list[Word]:
    """Return a colour before what people are or have: "Black Women", not "Black Holes"."""
    if word.text in _COLOURS_OF_PEOPLE:
        return [word]
    following = word.next
    if following is not None and following.text in _CONNECTING:
        return _both_colours(word, following)
    is_people = following is not None and _is_people(following)
    return [word] if is_people else []


def _both_colours(word: Word, connecting: Word) -> list[Word]:
    """Return both colours of "Black and White Students"."""
    other = connecting.next
    if other is None or other.next is None:
        return []
    is_people = other.text in _COLOURS and _is_people(other.next)
    return [word] if is_people else []


def _is_people(word: Word) -> bool:
    return word.text in _PEOPLE or (word.has_capital and word.is_name)


def native_people(word: Word) -> list[Word]:
    """Return "Native" before a people: "Native Hawaiians", not "Native Plants"."""
    return [word] if is_text(word.next, _NATIVE_PEOPLE) else []


PATTERNS: list[Pattern] = [
    Pattern(black_people, _COLOURS | _COLOURS_OF_PEOPLE),
    Pattern(native_people, _NATIVE),
]
