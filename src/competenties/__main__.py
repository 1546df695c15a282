"""Makes `python -m competenties` the same as the command `competenties`."""

import sys

from competenties.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
