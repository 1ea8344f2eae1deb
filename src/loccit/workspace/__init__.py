"""A project: where its library is, which essays belong to it, and which of them cite
what.
"""
