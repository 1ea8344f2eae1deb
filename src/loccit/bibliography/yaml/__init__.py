"""What formats in YAML share (CSL's, hayagriva's, CFF's): documents, trees, writing."""
