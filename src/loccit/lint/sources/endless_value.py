"""A value that grows beyond all bounds.

Abbreviations that are made of abbreviations double with every line, and a small file
could fill a machine's memory. The value is left out. Write the text itself.
"""
