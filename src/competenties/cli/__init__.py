"""The command line: one file a command, found by itself.

A command file holds `NAME`, `TITLE`, `add_arguments(parser, language)` and
`run(arguments, language)`, which returns the exit code: 0 fine, 1 errors found, 2 could not run.
Its heavy imports stand inside `run`, so that `--help` costs next to nothing.
"""

from competenties.cli.main import main

__all__ = ["main"]
