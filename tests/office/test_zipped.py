"""Zip files: sound for every reader, the same bytes for the same content."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from competenties.office.zipped import LEVEL, compressed, continued, kept, zipped

CONTENTS = st.lists(st.binary(max_size=3000) | st.sampled_from([b"ab" * 50_000, b"x" * 511]))


@given(CONTENTS, CONTENTS)
def test_every_part_comes_back(begins: list[bytes], rests: list[bytes]) -> None:
    made = {
        f"map/{number} é.xml": pair for number, pair in enumerate(zip(begins, rests, strict=False))
    }
    package = zipped([continued(name, begin, rest) for name, (begin, rest) in made.items()])
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        assert read.testzip() is None
        assert {name: read.read(name) for name in read.namelist()} == {
            name: begin + rest for name, (begin, rest) in made.items()
        }
        assert {entry.date_time for entry in read.infolist()} <= {(2000, 1, 1, 0, 0, 0)}


@given(st.binary(max_size=70_000))
def test_a_part_that_is_kept_holds_the_same(content: bytes) -> None:
    one, other = compressed("a", content, LEVEL), kept("a", content)
    assert (one.crc, one.size) == (other.crc, other.size)
    assert zipped([kept("a", content)]) == zipped([kept("a", content)])


def test_where_the_fast_packer_is_not_there_a_file_holds_the_same(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['isal'] = None\n"
        "from pathlib import Path\n"
        "from competenties.office.zipped import compressed, zipped\n"
        "Path(sys.argv[1]).write_bytes(zipped([compressed('a.xml', b'<a>' * 5000)]))\n"
    )
    path = tmp_path / "made.zip"
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
    with zipfile.ZipFile(path) as found:
        assert found.read("a.xml") == b"<a>" * 5000
