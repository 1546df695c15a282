"""PeopleFluent (NetDimensions): the Competency and Job Profile Data Loaders."""

from competenties.formats.plan import Draft, ImportPlan
from competenties.formats.presets.codes import Codes, Tree, any_text, languages_of, text_of
from competenties.formats.presets.jobs import Jobs, asked
from competenties.formats.presets.layout import Column, Layout, PresetTable
from competenties.formats.presets.records import Records, Row, has_titles, tag_of
from competenties.formats.source import Content, ExportChoices, ImportChoices
from competenties.messages import Phrase
from competenties.model.framework import Framework
from competenties.office.tables import TableFile

NAME = "peoplefluent"
TITLE = Phrase(nl="PeopleFluent / NetDimensions", en="PeopleFluent / NetDimensions")
PAGE = Phrase(
    nl="Twee CSV-bestanden voor de Data Loaders van PeopleFluent Learning (NetDimensions). "
    "Een Data Loader is daar de pagina om een bestand in te lezen.\n\n"
    "1. Maak in PeopleFluent een groep met uw niveaus: een ProficiencyLevelGroup.\n"
    "2. Vul de naam van die groep in het bestand competencies in, in de kolom "
    "ProficiencyLevelGroup.\n"
    "3. Lees competencies in met de Competency Data Loader.\n"
    "4. Lees daarna job-profiles in met de Job Profile Data Loader.\n\n"
    "Zo staat het in het bestand:\n"
    "- Een competentie heeft een rij per taal.\n"
    "- De clusters staan als pad in Model.\n"
    "- Ten hoogste 85 tekens voor een code, titel of functienaam, 50 voor Model, 6000 "
    "voor een omschrijving en 1000 voor die van een functie. Wat langer is, wordt "
    "ingekort en gemeld.\n\n"
    "Gaat niet mee:\n"
    "- gedragsindicatoren\n"
    "- teksten van niveaus",
    en="Two CSV files for the Data Loaders of PeopleFluent Learning (NetDimensions). A Data "
    "Loader is the page there to load a file.\n\n"
    "1. In PeopleFluent, make a group with your levels: a ProficiencyLevelGroup.\n"
    "2. Fill in the name of that group in the file competencies, in the column "
    "ProficiencyLevelGroup.\n"
    "3. Load competencies with the Competency Data Loader.\n"
    "4. Then load job-profiles with the Job Profile Data Loader.\n\n"
    "This is how it stands in the file:\n"
    "- A competence has a row for each language.\n"
    "- The clusters stand as a path in Model.\n"
    "- At most 85 characters for a code, title or job name, 50 for Model, 6000 for a "
    "description and 1000 for that of a job. What is longer is shortened and reported.\n\n"
    "Stays behind:\n"
    "- indicators\n"
    "- texts of levels",
)
LAYOUT = Layout(quotes_all=True)

_CODE, _MODEL = 85, 50  # characters
_GENERAL = "General"
_COLUMNS = (
    Column("Action"),
    Column("ReferenceCode"),
    Column("Title", _CODE, one_line=True),
    Column("Model", _MODEL, one_line=True),
    Column("Description", 6000),
    Column("Language"),
    Column("Active"),
    Column("ProficiencyLevelGroup"),
    Column("LearningModuleID"),
)
_JOB_COLUMNS = (
    Column("Action"),
    Column("JobProfileReferenceCode"),
    Column("JobProfileName", _CODE, one_line=True),
    Column("JobProfileCatalog", _MODEL, one_line=True),
    Column("JobProfileOwner"),
    Column("JobProfileActive"),
    Column("JobProfileDescription", 1000),
    Column("JobProfileSelfAssignment"),
    Column("JobProfileManualAssignment"),
    Column("CompetencyReferenceCode"),
    Column("CompetencyMandatory"),
    Column("CompetencyRequiredLevel"),
)
_NEEDED = ("ReferenceCode", "Title", "Model")
_NEEDED_JOBS = ("JobProfileReferenceCode", "CompetencyReferenceCode")
_TECHNICAL = ("Action", "Active", "ProficiencyLevelGroup", "LearningModuleID", "Language")
_TECHNICAL_JOBS = (
    "Action",
    "JobProfileOwner",
    "JobProfileActive",
    "JobProfileSelfAssignment",
    "JobProfileManualAssignment",
)
_MEANINGS = {
    **dict.fromkeys((*_TECHNICAL, *_TECHNICAL_JOBS), ""),
    "ReferenceCode": "competence.code",
    "Title": "competence",
    "Model": "cluster",
    "Description": "competence.definition",
    "JobProfileReferenceCode": "profile.code",
    "JobProfileName": "profile",
    "JobProfileCatalog": "profile.family",
    "JobProfileDescription": "profile.purpose",
    "CompetencyReferenceCode": "competence.code",
    "CompetencyMandatory": "requirement.need",
    "CompetencyRequiredLevel": "level",
}


def tables(content: Content, _choices: ExportChoices) -> list[PresetTable]:
    """Return the competences, a row for each language, and the jobs, a row for each requirement."""
    framework, codes = content.framework, Codes(_CODE)
    own, tree, languages = framework.language, Tree(framework), languages_of(content)
    rows = [
        [
            "A",
            codes.of("competence", one.id),
            text_of(one.name, language, own) or any_text(one.name, own, own),
            _model(framework, tree, one.cluster),
            text_of(one.definition, language, own),
            language,
            "Y",
            "",
            "",
        ]
        for one in framework.competences
        for language in languages
        if language == own or text_of(one.name, language, own)
    ]
    made = [PresetTable("competencies", _COLUMNS, rows)]
    jobs = [
        [
            "A",
            Codes(_CODE).of("profile", one.profile.id),
            any_text(one.profile.name, one.profile.language, own),
            text_of(one.profile.family, one.profile.language, one.profile.language) or _GENERAL,
            "",
            "Y",
            text_of(one.profile.purpose, one.profile.language, one.profile.language),
            "N",
            "Y",
            codes.of("competence", one.requirement.competence),
            "Y" if one.requirement.need == "essential" else "N",
            one.level,
        ]
        for one in asked(content)
    ]
    return [*made, PresetTable("job-profiles", _JOB_COLUMNS, jobs)] if jobs else made


def recognises(file: TableFile) -> bool:
    """Tell whether a file has the columns of one of the loaders."""
    return any(has_titles(one, _NEEDED) for one in file.sheets)


def plan(file: TableFile, choices: ImportChoices) -> ImportPlan:
    """Return what becomes of the rows."""
    reading = Records(file, choices, NAME, ("Title", "Description"))
    competences: dict[str, Draft] = {}
    clusters: dict[tuple[str, ...], Draft] = {}
    for row in reading.rows(*_NEEDED, meanings=_MEANINGS):
        _read_competence(reading, row, competences, clusters)
    jobs = Jobs(reading, competences)
    for row in reading.rows(*_NEEDED_JOBS, meanings=_MEANINGS):
        _read_job(row, jobs)
    return reading.plan()


def _model(framework: Framework, tree: Tree, cluster: str | None) -> str:
    own = framework.language
    names = [any_text(one.name, own, own).replace("/", "-") for one in tree.path(cluster)]
    return " / ".join(names) or _GENERAL


def _read_competence(
    reading: Records,
    row: Row,
    competences: dict[str, Draft],
    clusters: dict[tuple[str, ...], Draft],
) -> None:
    code = row.text("ReferenceCode")
    if not row.text("Title"):
        return
    node = competences.get(code) if code else None
    if node is None:
        node = competences[code] = reading.new("competences")
    language = tag_of(row.text("Language"))
    row.about(node, *_TECHNICAL)
    row.put(node, "name", "Title", language)
    row.put(node, "definition", "Description", language)
    reading.identify(node, row.said("ReferenceCode"))
    said = row.said("Model")
    if said is None:
        return
    reading.drafting.mark(node, "name", said)
    if said.text != _GENERAL:
        place = reading.cluster(said, [one.strip() for one in said.text.split("/")], clusters)
        reading.drafting.put_value(node, "cluster", place, said)


def _read_job(row: Row, jobs: Jobs) -> None:
    profile = jobs.profile(row, "JobProfileReferenceCode", "JobProfileName")
    if profile is None:
        return
    row.about(profile, *_TECHNICAL_JOBS)
    row.put(profile, "purpose", "JobProfileDescription")
    if row.text("JobProfileCatalog") == _GENERAL:
        row.about(profile, "JobProfileCatalog")
    else:
        row.put(profile, "family", "JobProfileCatalog")
    requirement = jobs.requirement(row, profile, "CompetencyReferenceCode")
    if requirement is not None:
        jobs.level(row, requirement, "CompetencyRequiredLevel")
        jobs.need(row, requirement, "CompetencyMandatory", {"N": "desirable"})
