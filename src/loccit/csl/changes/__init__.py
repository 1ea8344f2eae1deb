"""What a change to a document makes different: each module keeps one step of the
processor up to date.
"""
