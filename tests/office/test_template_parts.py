"""Turned pages, pictures and links of our document, on their way into a template."""

from typing import Any

from lxml import etree
from template_files import template

from competenties.office.template import W
from competenties.office.template_body import fit_width, take_numbers, take_relations
from competenties.office.template_contents import add_pages, pages_before
from competenties.office.template_package import Package
from competenties.office.template_sections import take_pages, text_width

DOCUMENT = "word/document.xml"
SPACES = f'xmlns:w="{W[1:-1]}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
BASE = (
    f'<w:sectPr {SPACES}><w:headerReference w:type="default" r:id="rId7"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1000" w:right="906" w:gutter="0"/>'
    '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
)
LYING = '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'
STANDING = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def pages(*endings: str, has_text_before: bool) -> tuple[Any, Any]:
    made = "".join(f"<w:p><w:pPr>{one}</w:pPr></w:p>" for one in endings)
    holder, base = etree.fromstring(f"<w:body {SPACES}>{made}</w:body>"), etree.fromstring(BASE)
    take_pages(holder, base, has_text_before=has_text_before)
    return list(holder.iter(f"{W}sectPr")), base


def test_a_page_on_its_side_has_the_headers_of_the_template() -> None:
    (first, lying), base = pages(STANDING, LYING, has_text_before=True)
    for section in (first, lying, base):
        assert section[0].tag == f"{W}headerReference"
        assert not section.findall(f"{W}footerReference")
    assert lying.find(f"{W}pgSz").get(f"{W}w") == "16838"
    assert text_width(lying) == 16838 - 1906
    assert text_width(first) == 11906 - 1906


def test_only_the_first_section_is_a_first_page() -> None:
    (first, lying), base = pages(STANDING, LYING, has_text_before=True)
    assert [one.find(f"{W}titlePg") is not None for one in (first, lying, base)] == [
        True,
        False,
        False,
    ]
    assert lying.find(f"{W}type").get(f"{W}val") == "nextPage"
    assert "start" not in str(etree.tostring(base))


def test_a_document_that_begins_on_its_side_leaves_the_cover_upright() -> None:
    (cover, lying), _ = pages(LYING, has_text_before=True)
    assert text_width(cover) == 11906 - 1906
    assert text_width(lying) == 16838 - 1906


def test_pictures_and_links_come_along_under_free_names() -> None:
    theirs, ours = Package(template("letterhead")), Package(template("letterhead"))
    image = next(name for name in ours.parts() if name.endswith(".png"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    picture = ours.relate(DOCUMENT, f"{kind}/image", image)
    link = ours.relate(DOCUMENT, f"{kind}/hyperlink", "https://voorbeeld.nl", is_outside=True)
    holder = etree.fromstring(
        f'<w:p {SPACES} r:embed="{picture}" r:id="{link}" r:link="{picture}"/>'
    )
    take_relations(holder, theirs, ours)
    embed, address, linked = map(str, holder.attrib.values())
    assert embed == linked
    found = {one.id: one for one in theirs.relationships(DOCUMENT)}
    assert found[embed].target != image
    assert theirs.content(found[embed].target) == ours.content(image)
    assert (found[address].target, found[address].is_outside) == ("https://voorbeeld.nl", True)


def test_bookmarks_get_free_numbers_and_names_and_are_still_found() -> None:
    start = '<w:bookmarkStart w:id="4" w:name="kern"/><w:bookmarkEnd w:id="4"/>'
    link = '<w:hyperlink w:anchor="kern"/><w:r><w:instrText> PAGEREF kern </w:instrText></w:r>'
    theirs = etree.fromstring(f"<w:p {SPACES}>{start}</w:p>")
    ours = etree.fromstring(f"<w:p {SPACES}>{start}{link}</w:p>")
    take_numbers(ours, theirs)
    assert [one.get(f"{W}id") for one in ours if one.get(f"{W}id")] == ["5", "5"]
    assert ours[0].get(f"{W}name") == ours[2].get(f"{W}anchor") == "c_kern"
    assert ours[3][0].text == " PAGEREF c_kern "


def test_labels_keep_their_width_on_a_narrower_page() -> None:
    style = '<w:tblPr><w:tblStyle w:val="LabelTable"/></w:tblPr>'
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in (1000, 4000, 1000, 4000))
    made = f"<w:body {SPACES}><w:tbl>{style}<w:tblGrid>{columns}</w:tblGrid></w:tbl></w:body>"
    body = etree.fromstring(made)
    fit_width(list(body), 0.8, "LabelTable")
    assert [one.get(f"{W}w") for one in body.iter(f"{W}gridCol")] == ["1000", "3000"] * 2
    fit_width(list(body), 0.5, "LabelTable")
    widths = [int(str(one.get(f"{W}w"))) for one in body.iter(f"{W}gridCol")]
    assert sum(widths) == 4000
    assert min(widths) > 500


def test_a_picture_becomes_narrower_but_never_larger() -> None:
    spaces = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    body = etree.fromstring(
        f'<w:body {SPACES} {spaces}><w:p><wp:extent cx="100" cy="50"/></w:p></w:body>'
    )
    fit_width(list(body), 2)
    assert sorted(body[0][0].items()) == [("cx", "100"), ("cy", "50")]
    fit_width(list(body), 0.5)
    assert sorted(body[0][0].items()) == [("cx", "50"), ("cy", "25")]


def test_columns_of_our_own_are_kept_on_the_pages_of_the_template() -> None:
    columns = '<w:type w:val="continuous"/><w:cols w:num="2" w:space="600"/>'
    (first, divided), _ = pages(STANDING, f"<w:sectPr>{columns}</w:sectPr>", has_text_before=True)
    assert first.find(f"{W}cols") is None
    assert divided.find(f"{W}type").get(f"{W}val") == "continuous"
    assert text_width(divided) == (10000 - 600) // 2
    assert text_width(first, like=divided) == (10000 - 600) // 2


def ended(last: str, *endings: str, has_text_before: bool, has_text_after: bool) -> tuple[Any, Any]:
    """Return our paragraphs and the section of the template, where our last pages have properties."""
    made = "".join(f"<w:p><w:pPr>{one}</w:pPr></w:p>" for one in endings)
    holder = etree.fromstring(f"<w:body {SPACES}>{made}<w:p/></w:body>")
    base = etree.fromstring(BASE)
    section = etree.fromstring(last.replace("<w:sectPr>", f"<w:sectPr {SPACES}>"))
    take_pages(
        holder, base, section, has_text_before=has_text_before, has_text_after=has_text_after
    )
    return holder, base


def widths(holder: Any, base: Any) -> list[int]:
    return [text_width(one) for one in (*holder.iter(f"{W}sectPr"), base)]


UPRIGHT_WIDTH, LYING_WIDTH = 11906 - 1906, 16838 - 1906


def test_a_document_all_on_its_side_turns_the_pages_of_the_template() -> None:
    holder, base = ended(LYING, has_text_before=False, has_text_after=False)
    assert widths(holder, base) == [LYING_WIDTH]
    assert base[0].tag == f"{W}headerReference"
    assert base.find(f"{W}titlePg") is not None


def test_a_cover_before_a_document_on_its_side_stays_upright() -> None:
    holder, base = ended(LYING, has_text_before=True, has_text_after=False)
    assert widths(holder, base) == [UPRIGHT_WIDTH, LYING_WIDTH]
    assert base.find(f"{W}titlePg") is None


def test_a_document_that_ends_on_its_side_does_so_in_a_template() -> None:
    holder, base = ended(LYING, STANDING, has_text_before=True, has_text_after=False)
    assert widths(holder, base) == [UPRIGHT_WIDTH, LYING_WIDTH]


def test_text_of_the_template_after_a_document_on_its_side_is_upright_again() -> None:
    holder, base = ended(LYING, has_text_before=True, has_text_after=True)
    assert widths(holder, base) == [UPRIGHT_WIDTH, LYING_WIDTH, UPRIGHT_WIDTH]
    assert base.find(f"{W}type").get(f"{W}val") == "nextPage"


def test_columns_at_the_end_are_kept_and_end_before_text_of_the_template() -> None:
    columns = '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="2" w:space="600"/></w:sectPr>'
    _, base = ended(columns, STANDING, has_text_before=False, has_text_after=False)
    assert base.find(f"{W}cols").get(f"{W}num") == "2"
    holder, after = ended(columns, STANDING, has_text_before=False, has_text_after=True)
    assert [one.find(f"{W}cols") is not None for one in holder.iter(f"{W}sectPr")] == [False, True]
    assert after.find(f"{W}cols") is None


def test_numbers_of_pages_count_the_pages_of_the_template_before_them() -> None:
    page = "<w:r><w:instrText> PAGEREF _Toc1 \\h </w:instrText></w:r><w:r><w:t>2</w:t></w:r>"
    holder = etree.fromstring(
        f"<w:body {SPACES}><w:p><w:r><w:t>2 keer</w:t></w:r>{page}</w:p></w:body>"
    )
    cover = etree.fromstring(
        f'<w:body {SPACES}><w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p/></w:body>'
    )
    before = pages_before(cover, None)
    assert add_pages(holder, before)
    assert [one.text for one in holder.iter(f"{W}t")] == ["2 keer", "3"]
    restarting = etree.fromstring(BASE)
    assert pages_before(cover, restarting) == 0
    assert not add_pages(cover, 1)
