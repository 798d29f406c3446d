"""Taggers trained from ../shared, measured against the rules: see docs/explanation/taggers.md."""
