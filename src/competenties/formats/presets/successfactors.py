"""SAP SuccessFactors: competencies and role-mapped competencies of the Job Profile Builder."""

from competenties.formats.plan import Draft, ImportPlan
from competenties.formats.presets.codes import Codes, Tree, any_text, languages_of, text_of
from competenties.formats.presets.jobs import Jobs, asked
from competenties.formats.presets.layout import Column, Layout, PresetTable
from competenties.formats.presets.records import Records, Row, has_titles, tag_of
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.messages import Phrase
from competenties.office.tables import TableFile

NAME = "successfactors"
TITLE = Phrase(nl="SAP SuccessFactors", en="SAP SuccessFactors")
PAGE = Phrase(
    nl="Twee CSV-bestanden voor de Job Profile Builder van SAP SuccessFactors: competencies "
    "en, als er functieprofielen zijn, role-mapped-competencies (welke competenties een "
    "functie vraagt).\n\n"
    "1. Download uw eigen sjabloon: Admin Center › Manage Job Profile Content "
    "Import/Export. SuccessFactors neemt alleen een bestand aan met precies de koprijen "
    "van uw eigen systeem.\n"
    "2. Open het bestand competencies. Het heeft twee koprijen: de technische naam en een "
    "omschrijving.\n"
    "3. Plak de rijen vanaf de derde regel in uw sjabloon, in de kolommen met dezelfde "
    "technische naam.\n"
    "4. Vul zelf de kolom library in. De library (de verzameling) en de categorieën "
    "moeten in uw systeem al bestaan.\n"
    "5. Laad eerst de competenties.\n"
    "6. Doe hetzelfde met role-mapped-competencies.\n\n"
    "Let op:\n"
    "- Er is een kolom per taal, zoals name.nl_NL.\n"
    "- Een tekst die op een formule lijkt, zoals '-5', krijgt een spatie ervoor, want u "
    "opent het bestand in Excel. Haal die in SuccessFactors weg als u haar ziet.\n\n"
    "Gaat niet mee:\n"
    "- definities, niveaus en gedrag: ze passen niet in deze bestanden\n"
    "- de naam van een functie: alleen haar code staat in het bestand",
    en="Two CSV files for the Job Profile Builder of SAP SuccessFactors: competencies and, "
    "where there are job profiles, role-mapped-competencies (which competencies a job "
    "asks).\n\n"
    "1. Download your own template: Admin Center › Manage Job Profile Content "
    "Import/Export. SuccessFactors only takes a file with exactly the header rows of your "
    "own system.\n"
    "2. Open the file competencies. It has two header rows: the technical name and a "
    "label.\n"
    "3. Paste the rows from the third line on into your template, into the columns with "
    "the same technical name.\n"
    "4. Fill in the column library yourself. The library and the categories have to exist "
    "in your system.\n"
    "5. Load the competencies first.\n"
    "6. Do the same with role-mapped-competencies.\n\n"
    "Mind:\n"
    "- There is a column for each language, such as name.nl_NL.\n"
    "- A text that looks like a formula, such as '-5', gets a space before it, because "
    "you open the file in Excel. Take it away in SuccessFactors where you see it.\n\n"
    "Stays behind:\n"
    "- definitions, levels and behaviour: they do not fit into these files\n"
    "- the name of a job: only its code is in the file",
)
LAYOUT = Layout(has_mark=True, guard=" ")

_CODE = 100  # characters
_LOCALES = {"nl": "nl_NL", "en": "en_US", "de": "de_DE", "fr": "fr_FR", "es": "es_ES"}
_MAPPING = "roleCompetencyMappings"
_COMPETENCY = f"{_MAPPING}.competency.externalCode"
_WEIGHT, _RATING = f"{_MAPPING}.weight.defaultValue", f"{_MAPPING}.rating.defaultValue"
_NEEDED = ("[OPERATOR]", "externalCode", "name.defaultValue")
_NEEDED_ROLES = ("[OPERATOR]", "externalCode", _COMPETENCY)
_PERCENT = "weight.", "rating."


def tables(content: Content, _choices: ExportChoices) -> list[PresetTable]:
    """Return the competences with a name for each language, and what each role asks."""
    framework, codes, tree = content.framework, Codes(_CODE), Tree(content.framework)
    own, languages = framework.language, languages_of(content)
    locales = [_locale(one) for one in languages]
    rows = []
    for one in framework.competences:
        names = [text_of(one.name, language, own) for language in languages]
        path = tree.path(one.cluster)
        category = any_text(path[-1].name, own, own) if path else ""
        default = any_text(one.name, own, own)
        rows.append(["", codes.of("competence", one.id), default, *names, "", category, "A"])
    titles = ["[OPERATOR]", "externalCode", "name.defaultValue"]
    titles += [*(f"name.{one}" for one in locales), "library", "category", "status"]
    made = [_table("competencies", titles, rows)]
    roles = [
        [
            "",
            Codes(_CODE).of("profile", one.profile.id),
            codes.of("competence", one.requirement.competence),
            *([_weight(one.requirement.weight)] * (len(locales) + 1)),
            *([one.level] * (len(locales) + 1)),
            "A",
        ]
        for one in asked(content)
    ]
    titles = ["[OPERATOR]", "externalCode", _COMPETENCY]
    titles += [*(f"{_MAPPING}.weight.{one}" for one in locales), _WEIGHT]
    titles += [*(f"{_MAPPING}.rating.{one}" for one in locales), _RATING, f"{_MAPPING}.status"]
    return [*made, _table("role-mapped-competencies", titles, roles)] if roles else made


def recognises(file: TableFile) -> bool:
    """Tell whether a file has the technical names of the competencies."""
    return any(has_titles(one, _NEEDED) for one in file.sheets)


def plan(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of the rows below both header rows; a role has only its code."""
    reading = Records(file, choices, NAME, ("name.defaultValue",))
    titles = {title for one in file.sheets for title in next(iter(one.rows.values()), {}).values()}
    meanings = _meanings(titles)
    competences: dict[str, Draft] = {}
    clusters: dict[tuple[str, ...], Draft] = {}
    for row in reading.rows(*_NEEDED, meanings=meanings, labels=1):
        _read_competence(reading, row, competences, clusters)
    jobs = Jobs(reading, competences)
    for row in reading.rows(*_NEEDED_ROLES, meanings=meanings, labels=1):
        _read_role(reading, row, jobs)
    return reading.plan()


def _locale(language: str) -> str:
    return _LOCALES.get(language, language.replace("-", "_"))


def _weight(weight: float | None) -> str:
    """Return a weight as people write it: 2 and not 2.0."""
    return "" if weight is None else str(weight).removesuffix(".0")


def _table(name: str, titles: list[str], rows: list[list[str]]) -> PresetTable:
    columns = tuple(Column(title, one_line=True) for title in titles)
    return PresetTable(name, columns, rows, tuple(map(_label, titles)))


def _label(title: str) -> str:
    """Return the second header of a column; the labels of a customer's template may be other ones."""
    words = title.strip("[]").removeprefix(f"{_MAPPING}.").replace(".", " ")
    return f"{words[:1].upper()}{words[1:]}"


def _meanings(titles: set[str]) -> dict[str, str]:
    fields = {
        "externalCode": "competence.code",
        _COMPETENCY: "competence.code",
        "category": "cluster",
        _WEIGHT: "requirement.weight",
        _RATING: "level",
    }
    names = {title: "competence" for title in titles if title.startswith("name.")}
    others = ("[OPERATOR]", "library", "status", f"{_MAPPING}.status")
    localised = [t for t in titles if t.startswith(tuple(f"{_MAPPING}.{one}" for one in _PERCENT))]
    return {**dict.fromkeys((*others, *localised), ""), **names, **fields}


def _read_competence(
    reading: Records,
    row: Row,
    competences: dict[str, Draft],
    clusters: dict[tuple[str, ...], Draft],
) -> None:
    key = row.text("externalCode")
    if not key or not row.text("name.defaultValue"):
        return
    node = competences.setdefault(key, {})
    if "_place" not in node:
        node = competences[key] = reading.new("competences")
    named = [title for title in row.titles if title.startswith("name.")]
    known = {locale: language for language, locale in _LOCALES.items()}
    for title in named:
        locale = title.removeprefix("name.")
        language = known.get(locale, tag_of(locale))
        if language and locale != "defaultValue":
            row.put(node, "name", title, language)
    if "name" not in node:
        row.put(node, "name", "name.defaultValue")
    row.about(node, "name.defaultValue", "[OPERATOR]", "library", "status")
    reading.identify(node, row.said("externalCode"))
    if said := row.said("category"):
        place = reading.cluster(said, [said.text], clusters)
        reading.drafting.put_value(node, "cluster", place, said)


def _read_role(reading: Records, row: Row, jobs: Jobs) -> None:
    profile = jobs.profile(row, "externalCode", "")
    requirement = jobs.requirement(row, profile, _COMPETENCY) if profile is not None else None
    if requirement is None:
        return
    jobs.level(row, requirement, _RATING)
    jobs.weight(row, requirement, _WEIGHT)
    for title in row.titles:
        if title.startswith(_MAPPING) and title not in (_COMPETENCY, _WEIGHT, _RATING):
            said = row.said(title)
            if said is not None:
                reading.drafting.mark(requirement, "competence", said)
