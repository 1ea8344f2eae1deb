"""Shared parts of the record formats, such as RIS, Refer and MEDLINE, whose files
consist of tagged lines.
"""
