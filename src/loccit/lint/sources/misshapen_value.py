"""A value of CSL-JSON or YAML that is not of the shape it should have.

A date that is no list of numbers, a name that is only text: what can be made of it is
read, and the rest is left out.

    [{"id": "davis2003", "type": "book", "issued": {"date-parts": [["x"]]}}]

Write it as CSL-JSON has it:

    [{"id": "davis2003", "type": "book", "issued": {"date-parts": [[2003]]}}]
"""
