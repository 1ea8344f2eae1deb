"""Keep indexes of large libraries on disk, so that the next command need not read them
again.

An index is made from the files of a library only, is identified by their content, and
can be deleted without loss: it is made again when it is needed.
"""
