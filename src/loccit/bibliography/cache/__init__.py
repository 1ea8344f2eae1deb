"""What is kept on disk of large libraries, so that the next command need not read them
again.

Everything here is made of the files of a library and of nothing else, is known by their
content, and can be deleted at no loss: it is made again when it is next wanted.
"""
