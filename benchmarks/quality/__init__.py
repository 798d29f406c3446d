"""What is read, resolved and grouped right, beside the floors that hold it."""
