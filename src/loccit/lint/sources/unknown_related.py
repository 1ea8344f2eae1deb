"""A `related` that names an entry which no file has.

What the reference should say of the other work, such as a translation's original, is
missing. Either the key is mistyped, or the file with that entry is not in the library.

    @book{gramsci1971, title = {Prison Notebooks}, related = {gramsci1948}, relatedtype
    = {translationof}}

Name an entry that is there:

    @book{gramsci1971, title = {Prison Notebooks}, related = {gramsci1975}, relatedtype = {translationof}}
    @book{gramsci1975, title = {Quaderni del carcere}}
"""
