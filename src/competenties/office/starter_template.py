"""A Word template to start from: cover, header, footer, styles, and a page that explains them.

The explanation stands under the marker `{{ uitleg }}`; from there on nothing comes into a document.
It is written as text, so that a new workspace costs no Word library.
"""

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from competenties.messages import Language, Phrase
from competenties.office.look import (
    BOTTOM_MARGIN,
    FOOTER_MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIDE_MARGIN,
    TEXT_WIDTH,
    TOP_MARGIN,
)
from competenties.office.starter_styles import COVER_TITLE, SPACES, starter_styles, twips
from competenties.office.template_names import OUR_STYLES

FILE_NAMES: dict[Language, str] = {"nl": "functieprofiel.docx", "en": "job-profile.docx"}

_EPOCH = (2000, 1, 1, 0, 0, 0)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_KINDS = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "header1": "header",
    "footer1": "footer",
    "settings": "settings",
}
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SIDE, _EDGE = twips(SIDE_MARGIN), twips(FOOTER_MARGIN)
_WIDE, _HIGH, _TEXT = twips(PAGE_WIDTH), twips(PAGE_HEIGHT), twips(TEXT_WIDTH)
_NAMES_WIDE = 4200  # of the column with names
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference '
    f'w:type="default" r:id="rId4"/><w:pgSz w:w="{_WIDE}" w:h="{_HIGH}"/><w:pgMar '
    f'w:top="{twips(TOP_MARGIN)}" w:right="{_SIDE}" w:bottom="{twips(BOTTOM_MARGIN)}" '
    f'w:left="{_SIDE}" w:header="{_EDGE}" w:footer="{_EDGE}" w:gutter="0"/><w:titlePg/></w:sectPr>'
)
_SETTINGS = (
    f'<w:settings {SPACES}><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)

_TITLE = Phrase(nl="{{ titel }}", en="{{ title }}")
_ORGANISATION = Phrase(nl="{{ organisatie }}", en="{{ organisation }}")
_VERSION = Phrase(nl="{{ versie }}", en="{{ version }}")
_CONTENT = Phrase(nl="{{ inhoud }}", en="{{ content }}")
_FOOTER = Phrase(nl="{{ voettekst }}", en="{{ footer }}")
_EXPLANATION = Phrase(nl="{{ uitleg }}", en="{{ explanation }}")
_PAGE = Phrase(nl="pagina", en="page")

_ABOUT = Phrase(nl="Zo werkt dit sjabloon", en="How this template works")
_INTRO = Phrase(
    nl="Dit is een gewoon Word-document dat u naar uw huisstijl kunt aanpassen. Alles vanaf de regel "
    "{{ uitleg }} komt niet in uw documenten. U kunt deze uitleg dus laten staan.",
    en="This is an ordinary Word document that you can change to your house style. Nothing from the "
    "line {{ explanation }} on comes into your documents. So you can leave this page in.",
)
_LOGO = Phrase(
    nl="Uw logo: dubbelklik bovenaan op de koptekst en zet het logo op de plaats van "
    "{{ organisatie }}. Geef het een alternatieve tekst.",
    en="Your logo: double-click the header at the top of a page and put the logo in the place of "
    "{{ organisation }}. Give it an alternative text.",
)
_STYLE = Phrase(
    nl="Uw lettertype en kleuren: pas in Word de stijlen aan die hieronder staan (tabblad Start, "
    "Stijlen). De documenten volgen vanzelf.",
    en="Your font and colours: change the styles below in Word (tab Home, Styles). The documents "
    "follow by themselves.",
)
_COVER = Phrase(
    nl="Geen voorblad nodig? Verwijder de eerste bladzijde, tot en met het pagina-einde.",
    en="No cover needed? Delete the first page, up to and including the page break.",
)
_MARKERS = Phrase(nl="Invulplaatsen", en="Placeholders")
_MARKER_TEXTS = (
    (_CONTENT, Phrase(
        nl="de hele inhoud van het document; altijd alleen in een alinea",
        en="the whole content of the document; always alone in a paragraph")),
    (_TITLE, Phrase(nl="de titel, zoals Functieprofiel Adviseur", en="the title, such as Job profile Adviser")),
    (_ORGANISATION, Phrase(nl="de naam van uw organisatie", en="the name of your organisation")),
    (_VERSION, Phrase(nl="versie en status", en="version and status")),
    (Phrase(nl="{{ controlecode }}", en="{{ fingerprint }}"), Phrase(
        nl="de controlecode van wat wordt beoordeeld", en="the fingerprint of what is rated")),
    (_FOOTER, Phrase(
        nl="document, versie en controlecode in één regel; laat deze in de voettekst staan",
        en="document, version and fingerprint in one line; leave this one in the footer")),
)  # fmt: skip
_STYLES = Phrase(nl="Stijlen", en="Styles")
_STYLES_INTRO = Phrase(
    nl="Een stijl die er niet is, wordt aangevuld. Hebt u al een eigen stijl met een andere naam? "
    "Zet die naam dan in competenties.toml.",
    en="A style that is not there is added. Do you have a style of your own with another name? Put "
    "that name into competenties.toml.",
)
_OWN = Phrase(nl="Zelf de indeling bepalen", en="Your own arrangement")
_OWN_INTRO = Phrase(
    nl="Wilt u zelf bepalen wat waar staat? Haal dan {{ inhoud }} weg en gebruik deze namen, zoals "
    "{{ functie.naam }}. Herhalen kan met {%p for c in competenties %} en {%p endfor %}, elk in een "
    "eigen alinea. Daartussen schrijft u competenties.naam als {{ c.naam }}. In een tabel gebruikt u {%tr for … %} en "
    "{%tr endfor %}, elk in een eigen rij. Een lijst van teksten zoals "
    "{{ c.indicatoren }} komt er met puntkomma's ertussen te staan.",
    en="Do you want to say yourself what stands where? Then remove {{ content }} and use these "
    "names, such as {{ job.name }}. To repeat, use {%p for c in competences %} and {%p endfor %}, "
    "each in a paragraph of its own. Between them you write competences.name as {{ c.name }}. In a table use {%tr for … %} and "
    "{%tr endfor %}, each in a row of its own. A list of texts such as {{ c.indicators }} gets "
    "semicolons between.",
)


def starter_template(language: Language, names: Iterable[tuple[str, str]] = ()) -> bytes:
    """Return the template in a language; `names` are those of placeholders, with their meaning."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": _document(language, names),
        "word/_rels/document.xml.rels": _relations(
            [(_KINDS[one].partition(".")[0], f"{one}.xml") for one in list(_KINDS)[1:]]
        ),
        "word/styles.xml": starter_styles(language),
        "word/settings.xml": _SETTINGS,
        "word/numbering.xml": _numbering(),
        "word/header1.xml": f"<w:hdr {SPACES}>{_paragraph(_ORGANISATION.say(language), 'Header')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {SPACES}>{_footer(language)}</w:ftr>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, _HEAD + content)
    return buffer.getvalue()


def _document(language: Language, names: Iterable[tuple[str, str]]) -> str:
    say = language
    page_break = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    blocks = [
        _paragraph(_TITLE.say(say), COVER_TITLE, '<w:spacing w:before="4500"/>'),
        _paragraph(_ORGANISATION.say(say), "Subtitle"),
        _paragraph(_VERSION.say(say)),
        page_break,
        _paragraph(_CONTENT.say(say)),
        _paragraph(_EXPLANATION.say(say), "", "<w:pageBreakBefore/>"),
        _paragraph(_ABOUT.say(say), "Heading1"),
        _paragraph(_INTRO.say(say)),
        *(_paragraph(one.say(say), "ListBullet") for one in (_LOGO, _STYLE, _COVER)),
        _paragraph(_MARKERS.say(say), "Heading2"),
        _table((tag.say(say), text.say(say)) for tag, text in _MARKER_TEXTS),
        _paragraph(_STYLES.say(say), "Heading2"),
        _paragraph(_STYLES_INTRO.say(say)),
        _table((name, about.say(say)) for name, about in OUR_STYLES.items()),
        _paragraph(_OWN.say(say), "Heading2"),
        _paragraph(_OWN_INTRO.say(say)),
        _table(names),
        _paragraph(""),
        _SECTION,
    ]
    return f"<w:document {SPACES}><w:body>{''.join(blocks)}</w:body></w:document>"


def _paragraph(text: str, style: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{properties}{run}</w:p>"


def _table(rows: Iterable[tuple[str, str]]) -> str:
    """Return a table of names and what they mean; nothing where there are none."""
    made = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(name, _NAMES_WIDE, 'TableLabel')}{_cell(about, _TEXT - _NAMES_WIDE, 'TableText')}</w:tr>"
        for name, about in rows
    )
    if not made:
        return ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_TEXT}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{_NAMES_WIDE}"/><w:gridCol w:w="{_TEXT - _NAMES_WIDE}"/>'
        f"</w:tblGrid>{made}</w:tbl>"
    )


def _cell(text: str, width: int, style: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_paragraph(text, style)}</w:tc>'


def _footer(language: Language) -> str:
    """Return the footer: what the document is, and the number of the page."""
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    said, page = escape(_FOOTER.say(language)), _PAGE.say(language)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t>{said}</w:t></w:r><w:r><w:tab/>'
        f'<w:t xml:space="preserve">{page} </w:t></w:r>{number}</w:p>'
    )


def _numbering() -> str:
    return (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType '
        'w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="284"/>'
        '</w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>"
    )


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}{kind}+xml"/>'
        for name, kind in _KINDS.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'
