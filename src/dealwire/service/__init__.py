"""The verbs of dealwire: those on a store in `door`, and `extract`, which needs none.

The package imports nothing by itself, so that `dealwire extract` starts without what a store needs.
"""
