"""CSL styles: read from XML, corrected, and checked."""
