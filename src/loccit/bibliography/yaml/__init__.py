"""YAML for the formats built on it (CSL-YAML, hayagriva, CFF): documents and values."""
