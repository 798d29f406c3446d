"""`python -m dealwire` is `dealwire`."""

from dealwire.cli import main

if __name__ == "__main__":  # not where a process of its own begins
    main()
