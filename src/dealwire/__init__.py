"""dealwire turns news into deals, and keeps the sentence behind every value."""

__version__ = "0.1.0"
