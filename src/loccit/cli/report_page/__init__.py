"""The page of findings to hand back: an essay as paper, with notes in its margin."""
