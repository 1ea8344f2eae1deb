"""What the formats have in common whose entries are trees in YAML: hayagriva's and
CFF's.
"""
