"""Synthetic newsrooms of any size, and what it costs to take them in: see benchmarks/README.md."""
