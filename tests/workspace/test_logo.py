"""Logos as organisations have them are read; what is no picture, or does something, is refused."""

import struct
import zlib
from pathlib import Path

import pytest

from competenties.messages import LANGUAGES
from competenties.workspace.logo import MOST_BYTES, LogoError, read_logo

XMLNS = b'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(content: bytes, box: bytes = b'viewBox="0 0 200 60"') -> bytes:
    return b"<svg %b %b>%b</svg>" % (XMLNS, box, content)


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"x")), chunk(b"IEND", b""))
    )


def jpeg(width: int, height: int) -> bytes:
    exif = b"\xff\xe1" + struct.pack(">H", 10) + b"Exif\0\0\0\0"
    frame = b"\xff\xc2" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\1\x11\0"
    return b"\xff\xd8" + exif + b"\xff\xff" + frame + b"\xff\xda\0\2\xff\xd9"


def refused(tmp_path: Path, content: bytes) -> str:
    (tmp_path / "logo").write_bytes(content)
    with pytest.raises(LogoError) as error:
        read_logo("logo", tmp_path)
    assert all(error.value.reason.say(language) for language in LANGUAGES)
    return error.value.reason.en


@pytest.mark.parametrize(
    ("content", "suffix", "shape"),
    [
        (png(400, 100), ".png", 4),
        (jpeg(300, 200), ".jpg", 1.5),
        (svg(b'<rect width="9" height="9"/>'), ".svg", 200 / 60),
        (svg(b"", b'width="4cm" height="2cm"'), ".svg", 2),
        (svg(b"", b'viewBox="0,0,30,20" width="100%"'), ".svg", 1.5),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n' + svg(b""), ".svg", 200 / 60),
        (
            b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
            b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + svg(b""),
            ".svg",
            200 / 60,
        ),
    ],
)
def test_a_logo_is_known_by_its_content(
    tmp_path: Path, content: bytes, suffix: str, shape: float
) -> None:
    (tmp_path / "logo").write_bytes(content)
    found = read_logo("logo", tmp_path)
    assert found.suffix == suffix
    assert found.shape == pytest.approx(shape)


def test_what_a_drawing_program_keeps_for_itself_is_left_out(tmp_path: Path) -> None:
    drawn = svg(
        b'<!-- note --><?pi x?><i:layer xmlns:i="urn:inkscape"><script/></i:layer>'
        b"<title>Logo</title><g><path d='M0 0h9v9z'/></g>".replace(b"<script/>", b"x")
    )
    (tmp_path / "logo.svg").write_bytes(drawn)
    found = read_logo("logo.svg", tmp_path).content
    assert b"note" not in found
    assert b"pi x" not in found
    assert b"inkscape" not in found
    assert b"<path" in found


@pytest.mark.parametrize(
    "content",
    [
        svg(b"<script>alert(1)</script>"),
        svg(b'<rect onload="alert(1)" width="1" height="1"/>'),
        svg(b'<rect ONCLICK="x" width="1" height="1"/>'),
        svg(b"<foreignObject><p>x</p></foreignObject>"),
    ],
)
def test_an_svg_that_runs_something_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content) == "there is a program in it"


@pytest.mark.parametrize(
    "content",
    [
        svg(b'<image href="https://example.org/x.png" width="1" height="1"/>'),
        svg(b'<image xlink:href="file:///etc/passwd" width="1" height="1"/>'),
        svg(b'<use href="other.svg#a"/>'),
        svg(b'<a href="javascript:alert(1)"><rect width="1" height="1"/></a>'),
        svg(b'<image href="data:image/svg+xml;base64,PHN2Zy8+" width="1" height="1"/>'),
        svg(b"<style>@import 'https://example.org/x.css';</style>"),
        svg(b"<style>rect { fill: url(https://example.org/x#a) }</style>"),
        svg(b"<style>rect { fill: u\\72l(https://example.org/x) }</style>"),
        svg(b'<rect fill="url(\'http://example.org/#a\')" width="1" height="1"/>'),
        svg(b'<rect style="fill: URL( //example.org/x )" width="1" height="1"/>'),
        svg(b'<a href="#x"><set attributeName="href" to="https://example.org"/></a>'),
        svg(b'<g xml:base="https://example.org/"><rect width="1" height="1"/></g>'),
    ],
)
def test_an_svg_that_leads_elsewhere_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content) == "it leads to something outside the file"


def laughs() -> bytes:
    entities = "".join(
        f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10)
    )
    begin = f'<!DOCTYPE svg [<!ENTITY l0 "ha">{entities}]>'.encode()
    return begin + svg(b"<text>&l9;</text>")


def nested_uses(depth: int) -> bytes:
    groups = b"".join(
        b'<g id="g%d"><use href="#g%d"/><use href="#g%d"/></g>' % (n, n - 1, n - 1)
        for n in range(1, depth)
    )
    return svg(
        b'<defs><g id="g0"><path d="M0 0"/></g>%b</defs><use href="#g%d"/>' % (groups, depth - 1)
    )


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg(b"<text>&x;</text>"),
        nested_uses(30),
        nested_uses(200),
        svg(b'<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
        svg(b'<pattern id="p"><rect fill="url(#p)" width="1" height="1"/></pattern>'),
    ],
)
def test_an_svg_that_grows_when_it_is_opened_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content) == "it becomes far too large when it is opened"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Geen plaatje.",
        b"<html><body/></html>",
        b'<svg viewBox="0 0 1 1"/>',
        b"<svg",
        png(10, 10)[:-20],
        png(10, 10).replace(b"IDAT", b"IDAX"),
        png(0, 10),
        png(10, 10)[:20],
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\0\0",
        jpeg(10, 10)[:24],
        b"GIF89a" + bytes(50),
        svg(b"").decode().encode("utf-16-le"),
        b"<" * 10_000,
        laughs(),
        b"<svg xmlns='http://www.w3.org/2000/svg'>" * 5000,
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content) == "it is not a PNG, JPEG or SVG, or it is damaged"


@pytest.mark.parametrize(
    "box", [b"", b'viewBox="0 0 0 9"', b'viewBox="a b c d"', b'width="100%" height="100%"']
)
def test_an_svg_without_a_size_is_refused(tmp_path: Path, box: bytes) -> None:
    assert refused(tmp_path, svg(b"", box)) == "it does not say how wide and high it is"


def test_a_picture_that_is_too_large_is_refused(tmp_path: Path) -> None:
    assert "pixels" in refused(tmp_path, png(60_000, 60_000))
    assert "pixels" in refused(tmp_path, jpeg(60_000, 60_000))
    assert "MB" in refused(tmp_path, png(9, 9) + bytes(MOST_BYTES))


def test_a_logo_behind_a_link_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "werkmap"
    root.mkdir()
    (tmp_path / "logo.png").write_bytes(png(9, 9))
    (root / "logo.png").symlink_to(tmp_path / "logo.png")
    for name in ("logo.png", "../logo.png"):
        with pytest.raises(LogoError) as error:
            read_logo(name, root)
        assert error.value.reason.en == "it lies outside the workspace"


def test_a_folder_or_nothing_is_no_logo(tmp_path: Path) -> None:
    (tmp_path / "logo.png").mkdir()
    for name in ("logo.png", "niets.png"):
        with pytest.raises(LogoError) as error:
            read_logo(name, tmp_path)
        assert error.value.reason.en == "it is not there or cannot be read"
