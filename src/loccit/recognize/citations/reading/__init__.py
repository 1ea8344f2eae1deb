"""Read the pieces of a typed citation: years, names, locators, and how they go
together.
"""
