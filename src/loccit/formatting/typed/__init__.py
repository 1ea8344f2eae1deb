"""Citations and a list that are typed by hand: format those whose sources are beyond
doubt, and report the rest.
"""
