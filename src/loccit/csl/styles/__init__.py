"""Reads styles and locales: from XML to what they say."""
