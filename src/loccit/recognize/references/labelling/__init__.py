"""A sequence model that labels the words of a reference: tokens, their features, and the
trained weights.
"""
