"""Search a library: queries, the index of words, and sources in one line.

`search.search` answers a query; it imports SQLite, which the other modules do without.
"""
