"""Publishers: what the store knows, written to files, a format each."""
