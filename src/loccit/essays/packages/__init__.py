"""Essays that are zip archives of XML: the files of Word and LibreOffice.

An archive is changed byte by byte, and so are the XML parts in it: whatever an edit does
not name stays as it was, compressed as it was.
"""
