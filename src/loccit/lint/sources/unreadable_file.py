"""A file in a library's folder that can't be read.

It may not be opened, or is not what its name says. The other files of the folder are
read.
"""
