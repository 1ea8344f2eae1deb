"""How well sources are compared with services' records: false differences between what
several programs and databases export of one work, and planted mistakes that are found.

    .venv/bin/python -m benchmarks.verify [--gold ../shared/owned-gold] [--show]

Each record of the gold set stands once for the source and once for the record of a
service, with every other record of its work; and with those of other works, of which it
must never be taken for one.  Then a mistake is planted in each variable of the source.
Nobody is asked: the network plays no part.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from loccit._startup.dataclass import replace
from loccit.bibliography import open_library
from loccit.lookup import LookupResult
from loccit.lookup.verify import AskedWork, Difference
from loccit.lookup.verify.asked_work import Record
from loccit.lookup.verify.differences import find_differences
from loccit.lookup.verify.same_work import choose, is_of, matches, ranked
from loccit.model import Date, DateParts, Name, Source

#: The records of each work.
Works = Mapping[str, list[Source]]
#: Plants a mistake; None where the source has nothing to be mistaken about.
Plant = Callable[[Source], "Source | None"]


def read_works(gold: Path) -> Works:
    """Read the records, whose files are named after the work and the exporter."""
    works: dict[str, list[Source]] = defaultdict(list)
    for file in sorted((gold / "records").iterdir()):
        works[file.name.partition("--")[0]] += open_library(file)
    return works


def pairs(works: Works) -> Iterator[tuple[Source, Source]]:
    """Yield each two records of one work, in both orders."""
    for records in works.values():
        for one in records:
            yield from ((one, other) for other in records if other is not one)


def strangers(works: Works) -> Iterator[tuple[Source, list[LookupResult]]]:
    """Yield each record with those of all other works."""
    for name, records in works.items():
        others = [
            LookupResult(source, "a service")
            for other, sources in works.items()
            for source in sources
            if other != name
        ]
        yield from ((record, others) for record in records)


def differences(source: Source, record: Source) -> list[Difference]:
    """Return where they differ, without what the source merely lacks."""
    compared = AskedWork(source).compared()
    found = find_differences(compared, Record(LookupResult(record, "a service")))
    return [each for each in found if not each.is_addition]


def mistyped(word: str) -> str:
    """Return a word without one of its inner letters."""
    place = random.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1 :]


def other_year(source: Source) -> Source | None:
    issued = source.date("issued")
    if issued is None or issued.start is None:
        return None
    year = issued.start.year + random.choice([-10, -2, -1, 1, 2])
    return source.with_variables({"issued": Date(DateParts(year))})


def mistyped_name(source: Source) -> Source | None:
    names = list(source.names("author"))
    long = [place for place, name in enumerate(names) if len(name.family) > 3]
    if not long:
        return None
    place = random.choice(long)
    names[place] = replace(names[place], family=mistyped(names[place].family))
    return source.with_variables({"author": tuple(names)})


def with_authors(change: Callable[[tuple[Name, ...]], tuple[Name, ...]]) -> Plant:
    def plant(source: Source) -> Source | None:
        names = source.names("author")
        if len(names) < 2:
            return None
        return source.with_variables({"author": change(names)})

    return plant


def mistyped_title(source: Source) -> Source | None:
    words = source.plain("title").split()
    long = [place for place, word in enumerate(words) if len(word) > 4]
    if not long:
        return None
    place = random.choice(long)
    words[place] = mistyped(words[place])
    return source.with_variables({"title": " ".join(words)})


def other_number(variable: str) -> Plant:
    def plant(source: Source) -> Source | None:
        digits = [place for place, letter in enumerate(source.text(variable)) if letter.isdecimal()]  # fmt: skip
        if not digits:
            return None
        text = source.text(variable)
        digit = (int(text[digits[-1]]) + random.randrange(1, 9)) % 10
        new = text[: digits[-1]] + str(digit) + text[digits[-1] + 1 :]
        return source.with_variables({variable: new})

    return plant


def other_container(source: Source) -> Source | None:
    if not source.text("container-title"):
        return None
    return source.with_variables({"container-title": "Annals of Nautical Cookery"})


#: What is planted, and the variable that must be found to differ.
PLANTED: dict[str, tuple[str, Plant]] = {
    "another year": ("issued", other_year),
    "a mistyped surname": ("author", mistyped_name),
    "the last author left out": ("author", with_authors(lambda names: names[:-1])),
    "two authors swapped": ("author", with_authors(lambda names: (*names[1::-1], *names[2:]))),
    "a mistyped title": ("title", mistyped_title),
    "another journal or book": ("container-title", other_container),
    "another volume": ("volume", other_number("volume")),
    "another issue": ("issue", other_number("issue")),
    "other pages": ("page", other_number("page")),
}  # fmt: skip


def report_false(works: Works, *, show: bool) -> None:
    count = false = unknown = 0
    for source, record in pairs(works):
        count += 1
        found = differences(source, record)
        false += bool(found)
        unknown += not is_of(AskedWork(source), LookupResult(record, "a service"))
        for each in found if show else ():
            print(f"    {each.variable}: {each.stored} | {each.found}")
    print(f"{count} pairs of records of one work: {false} with differences, "
          f"{unknown} taken for two works")  # fmt: skip
    count = taken = chosen = 0
    for source, others in strangers(works):
        work = AskedWork(source)
        count += len(others)
        taken += sum(is_of(work, other) for other in others)
        chosen += choose(work, ranked(matches(work, others))) is not None
    print(f"{count} pairs of records of two works: {taken} taken for one by an "
          f"identifier, {chosen} by a search")  # fmt: skip


def report_planted(works: Works) -> None:
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for source, record in pairs(works):
        for what, (variable, plant) in PLANTED.items():
            wrong = plant(source)
            if wrong is None or not record.variables.get(variable):
                continue
            planted[what] += 1
            named = [each.variable for each in differences(wrong, record)]
            found[what] += variable in named
    for what, count in planted.items():
        print(f"{what:26} {found[what]:5} of {count:5}  {found[what] / count:.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("../shared/owned-gold"))
    parser.add_argument("--show", action="store_true", help="show false differences")
    arguments = parser.parse_args()
    random.seed(20)
    works = read_works(arguments.gold)
    report_false(works, show=arguments.show)
    report_planted(works)


if __name__ == "__main__":
    main()
