"""Data that ships with dealwire: names of organisations that a text alone could not tie together."""
