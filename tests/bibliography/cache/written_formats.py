"""Libraries in every format of records, in parts from which others can be made."""

from __future__ import annotations

from typing import NamedTuple


class Written(NamedTuple):
    """How a format looks: what a file is made of, and what is around it."""

    name: str
    parts: tuple[str, ...]
    before: str = ""
    after: str = ""


FORMATS = (
    Written(
        "a.ris",
        (
            "TY  - BOOK\nAU  - Doe, Jane\nTI  - A Title — 日本\nPY  - 2010\nID  - doe\nER  - \n",
            "TY  - JOUR\nAU  - Roe, R.\n and more\nXX  - lost\nER  - stray\n",
            "  TY  - JOUR\n  AU  - Roe\n  ER  - \n",
            "AU  - Late, L.\nER  - \n",
            "TI  - Late\n",
            "TY  - NONE\nPY  - 2010\n",
            "ER  - \n",
            "stray\n",
            "\n",
        ),
    ),
    Written(
        "a.enw",
        (
            "%0 Book\n%A Doe, Jane\n%T A Title — 日本\n%D 2010\n%F doe\n",
            "%0 Nothing\n%A Roe, R.\n%D 2010\n",
            "%A Doe, Jane\n%T Without a type\n%L label\n",
            "%0\n%L label\n%A Empty\n",
            "stray\n",
            "\n",
        ),
        before="%A First, F.\n%T Title\n%D 2001\n",
    ),
    Written(
        "a.nbib",
        (
            "PMID- 1\nTI  - A Title — 日本\nFAU - Doe, Jane\nAU  - Doe J\nDP  - 2010\nXX  - lost\n\n",
            "PMID- 2\nTI  - Another\nFAU - Doe, Jane\nDP  - 2010 May\n",
            "<3. >\nVN  - Ovid\nUI  - 3\nSO  - JAMA. 303(4):327-34, 2010 Jan 27.\n",
            "stray\n",
            "\n",
        ),
        before="PMID- 0\nTI  - First\n",
    ),
    Written(
        "a.csv",
        (
            "doe,book,Jane Doe,A Title — 日本,2010,,\n",
            ",book,Jane Doe,Without a key,2010,,lost\n",
            '=a,bok,Roe,"Of ""two""\nlines",2011,x,y,more,cells\n',
            '"unclosed,book\n',
            ",,,,\n",
            "\n",
        ),
        before="Key,Type,Author,Title,Year,Note,What Ever\n",
    ),
    Written(
        "endnote.xml",
        (
            "<record><ref-type>6</ref-type><titles><title>A Title — 日</title></titles><label>doe</label></record>",
            "<record><label>of <style face='italic'>mine</style></label>\n<custom9>lost</custom9></record>\n",
            "<record a='>'><ref-type></ref-type><call-num>&amp;x&nbsp;</call-num><!-- <record> --></record>",
            "<record/>",
            "<other><record><label>no</label></record></other>",
            "<![CDATA[</record>]]>",
            "\n",
        ),
        before='<!DOCTYPE xml SYSTEM "x"><xml\n><records>',
        after="</records><records><record/></records></xml>",
    ),
    Written(
        "mods.xml",
        (
            "<mods ID='doe'><titleInfo><title>A Title — 日本</title></titleInfo></mods>",
            "<m:mods xmlns:m='urn:m'><m:genre>book</m:genre><m:identifier type='citekey'>a b</m:identifier></m:mods>\n",
            "<mods><recordInfo><recordIdentifier>é</recordIdentifier></recordInfo><shelf>lost</shelf></mods>",
            "<mods><mods ID='inner'/><name><namePart>Roe</namePart></name></mods>",
            "<p:mods/>",
            "\n",
        ),
        before="<modsCollection \nxmlns:p='urn:p'>",
        after="</modsCollection>",
    ),
    Written(
        "word.xml",
        (
            "<b:Source><b:Tag>doe</b:Tag><b:SourceType>Book</b:SourceType><b:Title>A Title — 日本</b:Title></b:Source>",
            "<b:Source><b:SourceType>What</b:SourceType>\n<b:Year>2010</b:Year><b:Ever>lost</b:Ever></b:Source>\n",
            "<b:Source/>",
            "\n",
        ),
        before="<b:Sources xmlns:b='http://schemas.openxmlformats.org/officeDocument/2006/bibliography'>",
        after="</b:Sources>",
    ),
    Written(
        "csl.yaml",
        (
            "- id: doe\n  type: book\n  title: A Title — 日本\n  volume: 010\n",
            "- type: book\n  title: |+\n    Without\n     a key\n\n# a comment\n",
            "- {id: 'x', type: bok, author: [{family: No}]}\n",
            "-  id: deep\n   author:\n   - family: Roe\n",
            '- "id": y\n  "title": "quoted\n over lines"\n',
            "- ? id\n  : z\n",
            "- !a\n  &b id: tagged\n",
            "- ~\n",
            "- text\n",
            "-\n",
            "\n",
        ),
        before="nocite: all\nreferences:\n- id: first\n",
        after="lang: en\n",
    ),
    Written(
        "hayagriva.yaml",
        (
            "doe:\n    type: book\n    title: A Title — 日本\n    date: 2010\n",
            "roe:\n  type: what\n  ever: lost\n  parent: {type: periodical, title: J}\n",
            "'no # comment': {type: misc, title: ~}\n",
            "twice:\n  type: book\ntwice:\n  type: book\n",
            "none:\ntext: text\n",
            "# comment\n",
            "\n",
        ),
        before="first:\n  type: article\n",
    ),
    Written(
        "a.cff",
        (
            "  - type: book\n    title: A Title — 日本\n    authors: [{family-names: Doe}]\n    year: 2010\n",
            "  - type: what\n    authors:\n      - name: WHO\n    date-published: 2010-05-01\n    ever: lost\n",
            "  - {title: Flow, url: 'https://www.example.org'}\n",
            "  -\n",
            "  - text\n",
            "\n",
        ),
        before="cff-version: 1.2.0\nauthors:\n  - name: anonymous\nreferences:\n  - title: First\n",
        after="message: Cite these.\n",
    ),
)
#: One library of each format, with all of its parts.
LIBRARIES = {
    each.name: each.before + "".join(each.parts) + each.after for each in FORMATS
}
