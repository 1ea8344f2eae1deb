"""Names in titles, which keep their capitals in sentence case (APA 7, section 6.17).

What an entry gives away of them (its people, its places, the group behind it), what the
user lists, and words that are names wherever they stand.  Words that are names and
common words too (Turkey, Polish, Black) are none of these: a writer puts braces round
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from loccit._startup.regex import regex
from loccit.model import Name, Source

#: Days, months, peoples, languages, faiths, countries, regions and cities that are no
#: other English words.
_ALWAYS = """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
January February April June July September October November December Christmas Easter Ramadan
Africa America Americas Antarctica Arctic Asia Atlantic Australia Balkans Caribbean Europe Mediterranean Oceania Pacific
Scandinavia Siberia Arabia Balkan Baltic Bengal Crimea Iberian Kashmir Punjab
African Africans American Americans Asian Asians Australian Australians Canadian Canadians Caribbean European Europeans
Afghan Albanian Algerian Angolan Argentine Argentinian Armenian Austrian Azerbaijani Bangladeshi Basque Belarusian
Belgian Bolivian Bosnian Brazilian Britain British Briton Britons Bulgarian Burmese Cambodian Cameroonian Catalan
Celtic Chilean Chinese Colombian Congolese Croatian Cuban Czech Danish Dominican Dutch Ecuadorian Egyptian English
Eritrean Estonian Ethiopian Filipino Filipina Finnish Flemish French Gaelic German Germans Germanic Ghanaian Greek
Greeks Guatemalan Haitian Hebrew Hispanic Hispanics Honduran Hungarian Icelandic Indian Indians Indonesian Iranian
Iraqi Irish Israeli Israelis Italian Italians Jamaican Japanese Javanese Jordanian Kazakh Kenyan Korean Koreans Kurdish
Laotian Latin Latina Latinas Latino Latinos Latinx Latvian Lebanese Liberian Libyan Lithuanian Malay Malaysian Maltese
Mandarin Cantonese Maori Mexican Mexicans Mongolian Moroccan Mozambican Namibian Navajo Nepali Nepalese Nicaraguan
Nigerian Nigerians Nordic Norwegian Pakistani Palestinian Palestinians Panamanian Peruvian Persian Portuguese Prussian
Roman Romans Romanian Russian Russians Rwandan Saudi Scandinavian Scottish Senegalese Serbian
Siberian Slavic Slovak Slovenian Somali Soviet Spanish Sudanese Swahili Swedish Syrian Taiwanese Tamil Tanzanian Thai
Tibetan Tunisian Turkish Ugandan Ukrainian Ukrainians Urdu Uruguayan Uzbek Venezuelan Vietnamese Welsh Yiddish Yoruba
Zambian Zimbabwean Cherokee Sioux Lakota Inuit Aztec Maya Mayan Inca Chicano Chicana Chicanos Apache Hopi Iroquois
Ojibwe Arab Arabs Arabic Bengali Berber Byzantine Gujarati Hausa Hindi Igbo Punjabi Sanskrit Saxon Swiss
Tagalog Xhosa Zulu Hawaiian Texan Viking Vikings
Afro Anglo Franco Indo Sino
Afghanistan Albania Algeria Angola Argentina Armenia Austria Azerbaijan Bangladesh Belarus Belgium Bolivia Bosnia
Botswana Brazil Bulgaria Cambodia Cameroon Canada Chile Colombia Congo Croatia Cuba Cyprus Czechoslovakia Denmark Egypt
Ecuador England Eritrea Estonia Ethiopia Finland France Germany Ghana Greece Guatemala Haiti Honduras Hungary
Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Kazakhstan Kenya Korea Kosovo Kuwait Laos Latvia
Lebanon Liberia Libya Lithuania Luxembourg Macedonia Madagascar Malawi Malaysia Malta Mexico Moldova Mongolia Morocco
Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Nigeria Norway Pakistan Palestine Panama Paraguay Peru
Philippines Poland Portugal Qatar Romania Russia Rwanda Scotland Senegal Serbia Singapore Slovakia Slovenia Somalia
Spain Sudan Sweden Switzerland Syria Taiwan Tanzania Thailand Tibet Tunisia Uganda Ukraine Uruguay Uzbekistan Venezuela
Vietnam Wales Yemen Yugoslavia Zambia Zimbabwe USSR
Alabama Alaska Arizona Arkansas California Carolina Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois
Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming Ontario Quebec
Alberta Manitoba
Amsterdam Athens Atlanta Baghdad Baltimore Bangkok Barcelona Beijing Beirut Belfast Berlin Auschwitz Bogotá Bombay
Boston Brooklyn Brussels Budapest Cambridge Cairo Calcutta Chicago Cleveland Copenhagen Dallas Delhi Denver Detroit
Dublin Edinburgh Florence Geneva Glasgow Hamburg Harlem Hanoi Havana Helsinki Hiroshima Hollywood Houston Istanbul
Jerusalem Johannesburg Kabul Kyiv Kiev Lagos Lisbon Liverpool London Madrid Manchester Manhattan Manila Melbourne
Memphis Miami Milan Milwaukee Montreal Moscow Mumbai Munich Nairobi Naples Nashville Osaka Oslo Oxford Paris
Philadelphia Pittsburgh Prague Rome Santiago Seattle Seoul Shanghai Stockholm Sydney Tehran Tokyo Toronto Vancouver
Venice Vienna Warsaw Washington Zurich
Bible Buddha Buddhism Buddhist Buddhists Catholic Catholics Catholicism Christ Christian Christians Christianity
Confucian Confucius Hindu Hindus Hinduism Islam Islamic Jesus Jew Jewish Jews Judaism Koran Quran Anglican Anglicans
Calvinism Calvinist Jesuit Jesuits Lutheran Methodist Mormon Mormons Muslim Muslims Presbyterian Protestant Protestants
Protestantism Quaker Quakers Sikh Talmud Torah Zionism Zionist
Aristotle Aristotelian Bayes Bayesian Beethoven Bernoulli Boolean Bourdieu Cartesian Chomsky Darwin Darwinian Darwinism
Deleuze Derrida Descartes Dewey Durkheim Edwardian Einstein Elizabethan Euclidean Faulkner Foucault Fourier Freud
Freudian Galileo Gandhi Gaussian Gödel Habermas Hegel Hegelian Heidegger Homeric Hitler Hobbes Hume Husserl Jungian
Kafka Kant Kantian Keynes Keynesian Lenin Leninism Leninist Likert Lincoln Machiavelli Malthusian Maoist Markov Marx
Marxism Marxist Marxists Mozart Napoleon Napoleonic Nazi Nazis Nazism Newtonian Nietzsche Obama Orwell Piaget Pavlov
Pavlovian Piagetian Plato Platonic Poisson Rawls Reagan Roosevelt Rousseau Shakespeare Shakespearean Socrates Socratic
Stalin Stalinism Stalinist Thatcher Tolstoy Victorian Victorians Vygotsky Weber Weberian Wittgenstein
Facebook Google Instagram Reddit Twitter Wikipedia Alzheimer Asperger Parkinson
Renaissance Holocaust
"""
#: The same of several words.
_PHRASES = (
    *(
        "Abu Dhabi",
        "American Revolution",
        "Black Lives Matter",
        "Buenos Aires",
        "Cape Town",
        "Cold War",
        "Costa Rica",
    ),
    *(
        "Czech Republic",
        "Dominican Republic",
        "Eastern Europe",
        "El Salvador",
        "European Union",
        "French Revolution",
    ),
    *(
        "Great Britain",
        "Great Depression",
        "Hong Kong",
        "Industrial Revolution",
        "Ivory Coast",
        "Jim Crow",
    ),
    *(
        "Latin America",
        "Latin American",
        "Los Angeles",
        "Middle Ages",
        "Monte Carlo",
        "Middle East",
        "Middle Eastern",
        "Native American",
    ),
    *(
        "Native Americans",
        "New Deal",
        "New Delhi",
        "New England",
        "New Hampshire",
        "New Jersey",
        "New Mexico",
    ),
    *(
        "New Orleans",
        "New South Wales",
        "New Testament",
        "New York",
        "New York City",
        "New Zealand",
        "North America",
    ),
    *(
        "North American",
        "North Carolina",
        "North Dakota",
        "North Korea",
        "Northern Ireland",
        "Old Testament",
    ),
    *(
        "Papua New Guinea",
        "Puerto Rican",
        "Puerto Ricans",
        "Puerto Rico",
        "Rhode Island",
        "San Diego",
        "San Francisco",
    ),
    *(
        "San José",
        "Sao Paulo",
        "São Paulo",
        "Saudi Arabia",
        "Sierra Leone",
        "Silicon Valley",
        "South Africa",
    ),
    *(
        "South African",
        "South America",
        "South American",
        "South Carolina",
        "South Dakota",
        "South Korea",
        "South Sudan",
    ),
    *(
        "Southeast Asia",
        "Soviet Union",
        "Sri Lanka",
        "Supreme Court",
        "Tel Aviv",
        "United Arab Emirates",
    ),
    *(
        "United Kingdom",
        "United Nations",
        "United States",
        "Vietnam War",
        "Washington, D.C.",
        "West Africa",
    ),
    *(
        "West Bank",
        "West Virginia",
        "Western Europe",
        "World Bank",
        "World Health Organization",
        "World War",
    ),
    *("World War I", "World War II", "World Wide Web"),
)
#: Surnames that are common words: in a title they are more likely these.
_SURNAMES_AND_WORDS = frozenset(
    """
Archer Bacon Baker Ball Banks Barber Bass Beach Bear Bell Berry Best Bird Bishop Black Blood Body Bond Bone Bones
Brand Bridge Bridges Bright Brook Brooks Brown Bull Bush Butler Carpenter Case Cash Chance Chase Child Church Clay
Cloud Coffin Cole Comfort Constant Cook Cooper Cotton Crane Cross Crow Dark Darling Day Dean Dear Drake Drew Driver
Eagle Early English Fair Farm Farmer Field Fields Fine Fish Fisher Flood Flower Flowers Ford Forest Foster Fox Francis
Frank Free French Friend Frost Game Garden Gardener Gates Gay Glass Gold Golden Good Grace Grant Grave Graves Gray
Green Grey Grove Guest Hall Hand Harp Hawk Hay Head Heath Hill Hills Holder Holiday Hope House Houses Human Humble
Hunt Hunter Husband Iron Ivory Jewel Jolly Joy Judge Justice Key Kind King Knight Lake Lamb Land Lane Law Laws Lay
Leader Leaf Light Little Lock Long Love Loving Low Major Manly March Marks Marsh Marshal Mason Masters May Mayor Means
Merchant Miles Mill Miller Mills Minor Monk Moody Moon Moss Mountain Music Night Noble North Nurse Order Outlaw Pace
Page Paine Paper Parent Park Parker Parks Parson Peace Peacock Peck Peel Penny Person Pilgrim Piper Place Plant Player
Pool Poor Pope Porter Post Potter Pound Power Powers Price Pride Prince Prior Provost Rain Ray Read Reed Rice Rich
Ring River Rivers Rock Root Roots Rose Rule Rush Sage Salt Sand Sands Savage School Self Seller Sellers Shade Sharp
Shell Shepherd Shields Ship Shoemaker Short Silver Singer Skinner Small Smart Snow Song South Speaker Spear Spice
Spring Squire Star Stark State Steel Stern Steward Stock Stone Storm Strange Stream Street Strong Style Summer Summers
Sun Swan Swift Tailor Taylor Teacher Temple Thorn Tree Trees Trust Turner Vale Valentine Vine Walker Wall Walls Ward
Water Waters Way Weaver Webb Weeks Welcome Wells West Wheeler White Wild Winter Winters Wise Wish Wolf Wood Woods Word
Work Worth Yard Yeoman Young
""".split()  # noqa: SIM905  # a list of two hundred lines is no easier to read
)
_PLACES = (
    "publisher-place",
    "event-place",
    "original-publisher-place",
    "archive-place",
    "jurisdiction",
)
_GROUPS = ("publisher", "authority")
_TAG = regex(r"(<[^<>]*>)")
_SPAN = re.compile(r"</?span")
_WORD = regex(r"\w+")
_PART = regex(r"\s*[,;/()]\s*")
#: Months that are other words too, but for beside a figure.
_MONTHS = frozenset(["March", "May", "August"])
_MONTH = r"(?:{0})(?=[ \xa0]\d)|(?<=\d )(?:{0})".format("|".join(sorted(_MONTHS)))
#: What stands behind the name of a town: "Portland, OR".
_CODES = """
    AL AK AZ AR CA CO CT DC DE FL GA HI ID IL IN IA KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA
    PR RI SC SD TN TX UT VA VT WA WI WV WY
    """
_STATES = frozenset(_CODES.split())
_TOWN = (
    r"(?:(?<=, )(?:[A-Z][\w'’.-]* )+|(?:East|El|Fort|Las|Los|Mount|New|North|Port|Saint|San|Santa|South|St\.|West) )?"
    rf"[A-Z][\w'’-]*(?=, (?:{'|'.join(sorted(_STATES, reverse=True))})(?!\w))"
)
_POSSESSIVE = regex(r"['’]s?$")


@cache
def _names() -> frozenset[str]:
    return frozenset(_ALWAYS.split())


@cache
def _phrases() -> dict[str, list[str]]:
    """The names of several words by the first of these."""
    phrases: dict[str, list[str]] = {}
    for phrase in _PHRASES:
        phrases.setdefault(_WORD.findall(phrase)[0], []).append(phrase)
    return phrases


def is_proper_noun(word: str) -> bool:
    """Whether a word with a capital is a name wherever it stands, also in the genitive.

    >>> is_proper_noun("Shakespeare’s"), is_proper_noun("Turkey")
    (True, False)
    """
    names = _names()
    return word in names or (not word.isalpha() and _POSSESSIVE.sub("", word) in names)


def with_names_protected(source: Source, title: str, own: Sequence[str] = ()) -> str:
    """A title of the source with a `nocase` span round each name of several words, or
    that the entry gives away.

    Args:
        source: the entry.
        title: one of its titles, in CSL-JSON's markup.
        own: names of the user's list, as they are to be printed, however they are typed
            in the title.

    >>> with_names_protected(Source("a", "book"), "The Labor Movement in Los Angeles")
    'The Labor Movement in <span class="nocase">Los Angeles</span>'
    """
    words, phrases = _WORD.findall(title), _phrases()
    known = [
        name
        for word in words
        if word in phrases
        for name in phrases[word]
        if name in title
    ]
    known += [name for name in _given_away(source, title) if name in title]
    if (
        not known
        and not own
        and _MONTHS.isdisjoint(words)
        and _STATES.isdisjoint(words)
    ):
        return title
    spelling = {name.casefold(): name for name in own}
    names = _any_of(tuple(own), tuple(dict.fromkeys(known)))
    parts, depth = _TAG.split(title), 0
    for number, part in enumerate(parts):
        if number % 2:
            depth += (-1 if part.startswith("</") else 1) if _SPAN.match(part) else 0
        elif not depth:
            parts[number] = names.sub(
                lambda found: _span(spelling.get(found[0].casefold(), found[0])), part
            )
    return "".join(parts)


def _span(name: str) -> str:
    return f'<span class="nocase">{name}</span>'


@lru_cache(maxsize=64)
def _any_of(own: tuple[str, ...], known: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the names as a whole, the longest first; the user's in any letters."""
    listed = "|".join(re.escape(name) for name in sorted(own, key=len, reverse=True))
    others = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    names = [f"(?i:{listed})" * bool(listed), others, _MONTH, _TOWN]
    return re.compile(rf"(?<!\w)(?:{'|'.join(filter(None, names))})(?!\w)")


def _given_away(source: Source, title: str) -> Iterator[str]:
    """Names that other variables of the entry hold, of its people only those whose
    surname stands in the title.
    """
    for value in source.variables.values():
        if isinstance(value, tuple):
            for name in value:
                if (name.family or name.literal) in title:
                    yield from _of_person(name)
    for variable in filter(source.variables.__contains__, _PLACES):
        yield from filter(_is_name_like, _PART.split(source.plain(variable)))
    for variable in filter(source.variables.__contains__, _GROUPS):
        if " " in (group := source.plain(variable).strip()) and _is_name_like(group):
            yield group


def _of_person(name: Name) -> Iterator[str]:
    """The name of a person as a title may have it; of a group, if it is more than a
    word.
    """
    if name.literal:
        yield from (
            [name.literal]
            if " " in name.literal and _is_name_like(name.literal)
            else []
        )
        return
    if not _is_name_like(name.family):
        return
    whole = f"{name.given} {name.non_dropping_particle} {name.family}".split()
    if name.given:
        yield " ".join(whole)
    if len(name.family) > 2 and name.family not in _SURNAMES_AND_WORDS:
        yield name.family


def _is_name_like(text: str) -> bool:
    return text[:1].isupper() and not text.isupper()
