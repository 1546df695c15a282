"""The saved package: as its standard wants it, without left-overs, the same bytes every time."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from example_documents import EVERY_BLOCK
from lxml import etree
from office_dumps import parts

from competenties.findings import RefusedError
from competenties.office.blocks import Document
from competenties.office.html import html
from competenties.office.render import render
from competenties.office.word import word
from competenties.office.workbook import workbook

WRITERS = pytest.mark.parametrize("writer", [word, workbook])
FONT_ORDER = [
    "b",
    "i",
    "strike",
    "condense",
    "extend",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "charset",
    "scheme",
]


@WRITERS
def test_every_part_is_well_formed_and_declared(writer: Callable[[Document], bytes]) -> None:
    content = parts(writer(EVERY_BLOCK))
    types = etree.fromstring(content["[Content_Types].xml"])
    declared = {str(each.get("PartName")).lstrip("/") for each in types if each.get("PartName")}
    extensions = {each.get("Extension") for each in types}
    assert declared <= set(content)
    for name, data in content.items():
        assert name in declared or name.rpartition(".")[2] in extensions or "Content" in name
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)


@WRITERS
def test_every_link_leads_to_a_part(writer: Callable[[Document], bytes]) -> None:
    content = parts(writer(EVERY_BLOCK))
    for name, data in content.items():
        if not name.endswith(".rels"):
            continue
        folder = Path(name).parent.parent
        for link in etree.fromstring(data):
            target = str(link.get("Target"))
            found = target.lstrip("/") if target.startswith("/") else str(folder / target)
            assert str(Path("/x", found).resolve().relative_to("/x")) in content, target


def test_no_part_of_the_template_is_left_that_says_something_else() -> None:
    content = parts(word(EVERY_BLOCK))
    assert not [name for name in content if "Effects" in name or "thumbnail" in name]
    assert not [data for data in content.values() if b"stylesWithEffects" in data]
    assert b"2013-12-23" not in content["docProps/core.xml"]
    assert b"python-docx" not in b"".join(content.values())


def test_the_children_of_a_font_stand_in_the_order_of_the_standard() -> None:
    styles = parts(workbook(EVERY_BLOCK))["xl/styles.xml"].decode()
    fonts = re.findall("<font>(.*?)</font>", styles)
    assert len(fonts) > 3
    for font in fonts:
        places = [FONT_ORDER.index(name) for name in re.findall(r"<(\w+)", font)]
        assert places == sorted(places)


@WRITERS
def test_the_same_content_gives_the_same_bytes_in_another_process_and_another_second(
    writer: Callable[[Document], bytes], tmp_path: Path
) -> None:
    first = writer(EVERY_BLOCK)
    program = (
        "import sys, time; sys.path.insert(0, sys.argv[1]); time.sleep(1.1);"
        "from example_documents import EVERY_BLOCK; from pathlib import Path;"
        f"from {writer.__module__} import {writer.__name__} as write;"
        "Path(sys.argv[2]).write_bytes(write(EVERY_BLOCK))"
    )
    path = tmp_path / "again"
    subprocess.run([sys.executable, "-c", program, Path(__file__).parent, path], check=True)
    assert path.read_bytes() == first


@WRITERS
def test_entries_carry_no_time_of_their_own(writer: Callable[[Document], bytes]) -> None:
    import io

    with zipfile.ZipFile(io.BytesIO(writer(EVERY_BLOCK))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(2000, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("name", ["a.docx", "a.DOCX", "map.x/a.docx"])
def test_the_name_of_a_file_decides_its_form(name: str) -> None:
    assert render(EVERY_BLOCK, Path(name)) == word(EVERY_BLOCK)
    assert render(EVERY_BLOCK, Path("a.xlsx")) == workbook(EVERY_BLOCK)
    assert render(EVERY_BLOCK, Path("a.HTML")) == html(EVERY_BLOCK)


@pytest.mark.parametrize("name", ["a.doc", "a", "a.docx.odt", ".docx"])
def test_a_name_that_says_nothing_is_refused(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        render(EVERY_BLOCK, Path(name))
    assert name in refused.value.say("nl")
    assert ".docx, .xlsx, .pdf, .html or .txt" in refused.value.say("en")
