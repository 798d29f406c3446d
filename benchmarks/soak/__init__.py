"""Watching for a while what misbehaves, with a table of what went in and what came out."""
