"""Deciding about sources: when to visit one, and what an answer means. Data in, data out; whoever fetches obeys."""
