"""An open essay as a whole: saved, exported, adopted, cited in, its settings."""
