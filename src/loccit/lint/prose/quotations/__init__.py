"""Quotations: marks, blocks, locators, punctuation."""
