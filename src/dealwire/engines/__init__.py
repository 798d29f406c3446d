"""Engines: how a function is mapped over many items; every engine gives equal output (law 4)."""
