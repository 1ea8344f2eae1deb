"""A file without any source in it.

It is empty, or all of it is comments, or it is in another format than its name says.
"""
