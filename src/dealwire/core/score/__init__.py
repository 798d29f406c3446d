"""What is worth reading: the quality of an article, the heat of a story."""
