"""What the tagged formats share: files of lines that begin with a tag, as RIS, Refer
and MEDLINE are.
"""
