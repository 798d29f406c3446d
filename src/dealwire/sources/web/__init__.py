"""The web as a source: addresses that may be asked, politeness, and fetching in bounded size and time."""
