"""What text formats share whose syntax is simpler than Markdown's: an essay is read in
blocks, and the text of each block in inlines.
"""
