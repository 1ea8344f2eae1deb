"""Train the model that labels the parts of typed references.

The way of an example: `libraries.py` and `sources.py` have works, `vary/` makes others of
them, `render.py` and `forms.py` write them as labelled pieces, `damage/` spoils these.
`anystyle.py` and `typed_entries.py` read references that people typed. `train.py` makes
the model of all.
"""
