"""Live citations, those that a program keeps in a document: what they cite, and how they
are written.  Essays without any are formatted without this.
"""
