"""Prints the findings of a case under tests/workspaces as its expectations would hold them.

For whoever adds a case: `python tools/expect.py tests/workspaces/invalid/my-case nl`. Read every
line before it goes into `expected.nl.txt`; no test ever writes that file.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "checking"))

from test_cases import findings_of

from competenties.messages import choose_language

if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    print("\n".join(findings_of(Path(sys.argv[1]), choose_language(sys.argv[2]))))
