"""Cornerstone: the Competency Bank, first General Information, then Items and Behaviors."""

from competenties.formats.plan import Draft, ImportPlan
from competenties.formats.presets.codes import Codes, any_text, languages_of, text_of
from competenties.formats.presets.layout import Column, Layout, PresetTable
from competenties.formats.presets.records import Records, Row, has_titles, tag_of
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.messages import Phrase
from competenties.office.tables import TableFile

NAME = "cornerstone"
TITLE = Phrase(nl="Cornerstone (Competency Bank)", en="Cornerstone (Competency Bank)")
PAGE = Phrase(
    nl="Twee CSV-bestanden voor de Competency Bank van Cornerstone: de lijst van "
    "competenties met hun gedrag.\n\n"
    "1. Laad eerst general-information. Koppel daarbij de kolommen aan die van "
    "Cornerstone.\n"
    "2. Laad daarna items-and-behaviors. Zonder dit tweede bestand is een competentie "
    "niet te zien.\n\n"
    "Let op:\n"
    "- Culture ID is hier de taalcode, zoals nl-NL. Gebruikt uw portaal andere codes, "
    "vervang ze dan.\n"
    "- Een System ID (de vaste code) is ten hoogste 32 tekens, een naam 250.\n"
    "- Een bestand heeft ten hoogste 10.000 rijen. Wat meer is, komt in een volgend "
    "bestand.\n"
    "- Gedrag gaat mee zonder niveau.\n\n"
    "Gaat niet mee:\n"
    "- clusters en niveaus\n"
    "- gedrag dat niet past (contra-indicatoren): Cornerstone zou het als gewenst gedrag "
    "tonen\n"
    "- functies",
    en="Two CSV files for the Competency Bank of Cornerstone: the list of competencies with "
    "their behaviour.\n\n"
    "1. Load general-information first. Map the columns to those of Cornerstone there.\n"
    "2. Then load items-and-behaviors. Without this second file a competency cannot be "
    "seen.\n\n"
    "Mind:\n"
    "- Culture ID is the language code here, such as nl-NL. Replace it where your portal "
    "uses other codes.\n"
    "- A System ID (the fixed code) has at most 32 characters, a name 250.\n"
    "- A file has at most 10,000 rows. More go into a next file.\n"
    "- Behaviour goes along without its level.\n\n"
    "Stays behind:\n"
    "- clusters and levels\n"
    "- behaviour that does not fit (contra-indicators): Cornerstone would show it as "
    "behaviour that is wanted\n"
    "- jobs",
)
LAYOUT = Layout(most_rows=10_000)

_CODE, _NAME = 32, 250  # characters
_COLUMNS = (
    Column("System ID"),
    Column("Culture ID"),
    Column("Name", _NAME, one_line=True),
    Column("Description"),
)
_ITEM_COLUMNS = (
    Column("System ID"),
    Column("Culture ID"),
    Column("Behavior ID"),
    Column("Behavior", one_line=True),
)
_NEEDED = ("System ID", "Culture ID", "Name")
_NEEDED_ITEMS = ("System ID", "Culture ID", "Behavior")
_MEANINGS = {
    "System ID": "competence.code",
    "Culture ID": "",
    "Name": "competence",
    "Description": "competence.definition",
    "Behavior ID": "indicator.code",
    "Behavior": "indicator",
}
_CULTURES = {"nl": "nl-NL", "en": "en-US", "de": "de-DE", "fr": "fr-FR"}


def tables(content: Content, _choices: ExportChoices) -> list[PresetTable]:
    """Return the competences and their behaviour, a row for each language."""
    framework, codes = content.framework, Codes(_CODE)
    own, languages = framework.language, languages_of(content)
    general, items = [], []
    for one in framework.competences:
        here = codes.of("competence", one.id)
        for language in languages:
            name = text_of(one.name, language, own)
            if name or language == own:
                text = text_of(one.definition, language, own)
                name = name or any_text(one.name, own, own)
                general.append([here, _CULTURES.get(language, language), name, text])
    for one in framework.competences:
        here = codes.of("competence", one.id)
        for indicator in one.all_indicators():
            for language in languages if not indicator.is_contra else ():
                if text := text_of(indicator.text, language, own):
                    culture = _CULTURES.get(language, language)
                    items.append([here, culture, codes.of("behaviour", indicator.id), text])
    made = [PresetTable("general-information", _COLUMNS, general)]
    return [*made, PresetTable("items-and-behaviors", _ITEM_COLUMNS, items)] if items else made


def recognises(file: TableFile) -> bool:
    """Tell whether a file has the columns of the Competency Bank."""
    return any(has_titles(one, _NEEDED) for one in file.sheets)


def plan(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of the rows; a language without a region is meant by that of its land."""
    reading = Records(file, choices, NAME, ("Name", "Description"))
    competences: dict[str, Draft] = {}
    for row in reading.rows(*_NEEDED, meanings=_MEANINGS):
        if not row.text("Name"):
            continue
        key = row.text("System ID")
        if key not in competences:
            competences[key] = reading.new("competences")
        node, language = competences[key], _language(row)
        row.about(node, "Culture ID")
        row.put(node, "name", "Name", language)
        row.put(node, "definition", "Description", language)
        reading.identify(node, row.said("System ID"))
    behaviours: dict[tuple[str, str], Draft] = {}
    for row in reading.rows(*_NEEDED_ITEMS, meanings=_MEANINGS):
        _read_behaviour(reading, row, competences, behaviours)
    return reading.plan()


def _read_behaviour(
    reading: Records,
    row: Row,
    competences: dict[str, Draft],
    behaviours: dict[tuple[str, str], Draft],
) -> None:
    competence = competences.get(row.text("System ID"))
    if competence is None or not row.text("Behavior"):
        return
    key = (row.text("System ID"), row.text("Behavior ID") or row.text("Behavior"))
    if key not in behaviours:
        behaviours[key] = {}
        competence.setdefault("indicators", []).append(behaviours[key])
    node = behaviours[key]
    row.put(node, "text", "Behavior", _language(row))
    reading.identify(node, row.said("Behavior ID"))
    row.item = node
    for title in ("System ID", "Culture ID"):
        if said := row.said(title):
            reading.drafting.mark(node, "text", said)


def _language(row: Row) -> str:
    tag = tag_of(row.text("Culture ID"))
    known = {culture: language for language, culture in _CULTURES.items()}
    return known.get(tag, tag)
