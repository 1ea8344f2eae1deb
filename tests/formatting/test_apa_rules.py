"""APA 7's rules of citations in the text (chapters 8 and 11), one case a rule;
test_apa_rules.txt has the cases.
"""

from __future__ import annotations

from loccit import Library, format_essay, read_essay
from loccit.bibliography.formats import bibtex

LIBRARY = r"""
@book{ade, author = {Ade, Mary}, title = {Aims}, date = {2011}}
@article{bell, author = {Bell, Ann}, title = {On Bells}, journaltitle = {Bells}, date = {2009-03-03}}
@book{bell12, author = {Bell, Ann}, title = {Bells Again}, date = {2012}}
@book{bellnd, author = {Bell, Ann}, title = {Bells of Old}}
@book{bellpress, author = {Bell, Ann}, title = {Bells to Come}, pubstate = {inpress}}
@book{cole, author = {Cole, Jo}, title = {Coal}, date = {2013}}
@book{two, author = {Ortiz, Ana and Lund, Bo}, title = {Two}, date = {2018}}
@book{three, author = {Ortiz, Ana and Meyer, Al and Lund, Bo}, title = {Three}, date = {2018}}
@book{king, author = {King, Jr., Martin Luther}, title = {Letter}, date = {1963}}
@book{deville, author = {de Ville, Anna}, title = {Towns}, date = {2001}}
@book{hyphen, author = {Rodriguez-Smith, Eva}, title = {Names}, date = {2002}}
@book{kim1, author = {Kim, A. and Roy, B. and Tan, C.}, title = {Kim One}, date = {2019}}
@book{kim2, author = {Kim, A. and Roy, B. and Ulm, D.}, title = {Kim Two}, date = {2019}}
@book{lau1, author = {Lau, A. and Mo, B. and Ng, C. and Oh, D.}, title = {Lau One}, date = {2019}}
@book{lau2, author = {Lau, A. and Pi, B. and Ng, C. and Oh, D.}, title = {Lau Two}, date = {2019}}
@book{suffix1, author = {Moss, Eli}, title = {Alder}, date = {2007}}
@book{suffix2, author = {Moss, Eli}, title = {Birch}, date = {2007}}
@book{nd1, author = {Nye, Eli}, title = {Alder}}
@book{nd2, author = {Nye, Eli}, title = {Birch}}
@book{press1, author = {Orr, Eli}, title = {Alder}, pubstate = {inpress}}
@book{press2, author = {Orr, Eli}, title = {Birch}, pubstate = {inpress}}
@book{parkh, author = {Park, Hana}, title = {Parks}, date = {2015}}
@book{parks, author = {Park, Sue}, title = {More Parks}, date = {2019}}
@report{who, author = {{World Health Organization}}, shortauthor = {WHO}, title = {Health}, date = {2020}}
@report{who21, author = {{World Health Organization}}, shortauthor = {WHO}, title = {More Health}, date = {2021}}
@report{office, author = {{Sleep Office}}, title = {Sleep}, date = {2020}}
@book{guide, title = {Guide to sleep}, date = {2019}}
@article{nap, title = {The short nap}, journaltitle = {Sleep}, date = {2018}}
@online{page, title = {Sleep page}, url = {https://example.org}, date = {2017-05-06}}
@book{anon, author = {{Anonymous}}, title = {Unsigned}, date = {2016}}
@book{plato, author = {Plato}, title = {Republic}, date = {2007}, origdate = {-0379~}, translator = {Lee, D.}}
@book{freud, author = {Freud, Sigmund}, title = {Dreams}, date = {1953}, origdate = {1900}}
@book{bible, title = {King James Bible}, date = {2017}, origdate = {1769}}
@book{circa, author = {Ur, Ina}, title = {Old}, date = {1850~}}
@book{edited, editor = {Eddy, Ed and Ford, Fi}, title = {Collected}, date = {2005}}
@jurisdiction{brown, title = {Brown v. Board of Education}, date = {1954},
  volume = {347}, journaltitle = {U.S.}, pages = {483}}
@legislation{act, title = {Sleep Act}, date = {1964}, journaltitle = {Stat.}, volume = {78}, pages = {241}}
@misc{tran, author = {Tran, Lan}, howpublished = {Personal communication}, date = {2021-04-03}}
@movie{film, author = {Ray, Sam}, authortype = {director}, title = {Film}, date = {2001}, publisher = {Studio}}
@online{user, author = {{Grammar Fan}}, title = {A sentence}, date = {2016-09-30}, url = {https://example.org/s}}
@book{range, author = {Wu, Li}, title = {Works}, date = {1999/2003}}
"""


def test_rule(title: str, given: str, expected: str) -> None:
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    text = format_essay(read_essay(f"{given}\n".encode(), "essay.md"), library).text
    assert text.partition("\n\n# References")[0].rstrip("\n") == expected, title
