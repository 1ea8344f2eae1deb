"""CSL locales: terms, date forms, ordinals, locator words, collation."""
