"""Measurements, run by hand; their last figures stand in benchmarks/README.md with machine and date."""
