"""Folding a name to the key under which its spellings meet."""
