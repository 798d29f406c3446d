"""The web: pages for people, an API for programs, feeds for readers; all of it by verbs of `dealwire.service`.

The package imports nothing by itself, so that other commands start without what a server needs.
"""
