"""From names to organisations, from reports to deals, from articles to stories."""
