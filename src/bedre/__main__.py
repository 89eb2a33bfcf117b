"""`python -m bedre` is the `bedre` command."""

import sys

from bedre.config.cli import main

sys.exit(main())
