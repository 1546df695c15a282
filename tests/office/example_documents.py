"""Documents of blocks that several tests of the writers share."""

from dataclasses import replace

from competenties.office.blocks import (
    Blank,
    Bullets,
    Choice,
    Column,
    Document,
    Fields,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Stack,
    Table,
)

ROLES = Choice(("medewerker", "leidinggevende"))
ANSWERS = Choice(("1 – nooit", "2 – altijd", "niet waargenomen"), "Kies een antwoord.")

EVERY_BLOCK = Document(
    title="Formulier Tuinman & zoon",
    language="nl",
    organisation="Groen B.V.",
    keywords=("tuinman", "AAAA-BBBB-CCCC"),
    sheet="Formulier",
    footer="Tuinman & zoon · versie 1 · controlecode AAAA-BBBB-CCCC",
    blocks=(
        Paragraph("Concept met fouten.", "warning"),
        Fields(
            (
                ("Functie", "Tuinman"),
                ("Medewerker", Blank()),
                ("Periode", Blank("Van en tot.", lines=2)),
                ("Rol", ROLES),
                ("Levert aan", Bullets(("Bewoners: een heg", "De buurt: een plein"))),
            )
        ),
        Heading("Uitleg"),
        Paragraph("Houdt de tuin in orde.", "lead"),
        Paragraph("Een gewone alinea.\nMet een tweede regel."),
        Paragraph("Blijft bij wat volgt.", "intro"),
        Paragraph("Niveau 2 – Snoeit zelf", "level"),
        Bullets(("Snoeit voor de zomer.", "Ruimt op.")),
        Paragraph("Privacy: geen gezondheid.", "note"),
        PageBreak(),
        Heading("Gedrag", 2),
        Table(
            (Column("Gedragsindicator", 4), Column("Gezien", 2), Column("Voorbeeld", 4)),
            (
                Group("Snoeien · Niveau 2", "Knipt planten op tijd terug."),
                Row(("Snoeit voor de zomer.", ANSWERS, Blank("Wat was de situatie?"))),
                Row(("Ruimt op.", ANSWERS, Blank("Wat was de situatie?"))),
                Group("Maaien"),
                Row(("Maait het gras.", ANSWERS, "=1+1")),
            ),
            "Gedragsindicatoren met een antwoord",
        ),
        Table(
            (Column("Rol"), Column("Handtekening", 2)),
            (Row(("Voorman", Blank(lines=2))), Row((Bullets(("een", "twee")), ""))),
            "Vaststelling",
        ),
    ),
)

EVERY_LAYOUT = Document(
    title="Functieprofiel Tuinman",
    language="nl",
    sheet="Functieprofiel",
    footer="Tuinman · versie 1 · controlecode AAAA-BBBB-CCCC",
    notice="Vul alleen de lege vakken in.",
    blocks=(
        Fields(
            (
                ("Versie", "1.0"),
                ("Functiecode", "T-01"),
                ("Locatie", "Alle parken, plantsoenen en begraafplaatsen van de gemeente Groen"),
                ("Eigenaar", "HR"),
            ),
            "pairs",
        ),
        Heading("Plaats in de keten"),
        Fields((("Ontvangt van", "Kweker (planten)"), ("Levert aan", "Bewoners")), "lines"),
        Heading("Competenties"),
        Table(
            (Column("Competentie", 4), Column("Gedrag", 6)),
            (
                Group("Kern", "Voor iedereen."),
                Group("Buiten", level=2),
                Row(
                    (
                        Stack((Paragraph("Snoeien", "level"), Paragraph("Knipt terug.", "note"))),
                        Stack((Paragraph("Niveau 2"), Bullets(("Snoeit op tijd.", "Ruimt op.")))),
                    )
                ),
            ),
            "Gevraagde competenties",
        ),
        Paragraph("De waardering staat los.", "note"),
        Fields((("Vereist", Bullets(("Mbo 3", "Rijbewijs"))),)),
        Heading("Afspraken"),
        Fields((("Wat gaat goed?", Blank("Noem een voorbeeld.", lines=3)),), "room"),
        Fields((("Gezien", Choice(("1 – nooit", "2 – altijd"), "Kies.", "1  2")),)),
    ),
)
"""What a document to read has beside that: labels in pairs and lines, stacks, room to write."""

FORMULA_LOOKALIKES = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=zie toelichting",
    "+1",
    "-2+3",
    "@x",
    "#N/A",
    "#REF!",
    "TRUE",
    "00123",
    "1e5",
    "  ingesprongen  ",
    "'aangehaald",
    "{=SUM(A1:A2)}",
    '=HYPERLINK("http://voorbeeld.nl";"klik")',
)
"""Texts that a spreadsheet would like to make something else of."""

HOSTILE = (
    *FORMULA_LOOKALIKES,
    "rood\x00 \x07geel\x1f\x7f\x9f",
    "half\ud83d teken",
    "\udca9",
    "_x000D_ en _x0041_x0042_",
    "een\r\ntwee\rdrie\x85vier\u2028vijf\u2029zes\x0bzeven\x0cacht",
    "tab\ttab",
    "👩🏽‍🌾 familie 👨‍👩‍👧‍👦",
    "שלום עולם",
    "مرحبا بالعالم",
    "vals\u202egnp.exe\u202c en \u2066ook\u2069",
    "\ufffe\uffff",
    '&amp; <b>&P</b> &"Arial"&12 ]]> <!-- -->',
    "\"aanhaling\" en 'apostrof'",
    "a" * 300,
    "&" * 300,
    "🌱" * 300,
    "woord " * 400,
    "\n\n\n",
    "\u200b\u200d\ufeff",
)
"""Texts from outside that have broken an Office file somewhere."""


def with_text(text: str) -> Document:
    """Return the document of every block with one text in every place that takes text."""
    answer = Choice((text, f"{text} 2"), text)
    return replace(
        EVERY_BLOCK,
        title=text,
        footer=text,
        sheet=text.replace("#", ""),  # a name may hold it, but tools take it for an error
        organisation=text,
        keywords=(text, "x"),
        blocks=(
            Paragraph(text, "warning"),
            Fields(((text, text), (text, Blank(text)), (text, answer), (text, Bullets((text,))))),
            Heading(text),
            Paragraph(text),
            Bullets((text, text)),
            Table(
                (Column(text, 2), Column(text), Column(text)),
                (Group(text, text), Row((text, answer, Blank(text, 2))), Row((text, text, text))),
                text,
            ),
        ),
    )


def with_text_in_layouts(text: str) -> Document:
    """Return a document with one text in every place that `with_text` does not have."""
    stack = Stack((Paragraph(text, "level"), Paragraph(text, "note"), Bullets((text,))))
    rows = (Group(text, text, level=2), Row((stack, text)))
    return replace(
        EVERY_LAYOUT,
        title=text,
        footer=text,
        notice=text,
        sheet=text.replace("#", ""),
        blocks=(
            Fields(((text, text), (text, text), (text, text)), "pairs"),
            Fields(((text, text), (text, Bullets((text, text)))), "lines"),
            Table((Column(text), Column(text)), rows, text),
            Fields(((text, Blank(text, 2)), (text, Choice((text,), text, text))), "room"),
        ),
    )
