"""A profile without a block that every job profile should have."""

from competenties.checking.scope import Findings, Scope
from competenties.findings import Rule, Severity, finding
from competenties.messages import Phrase, join_words
from competenties.model.profile import JobProfile

RULE = Rule(
    name="missing-block",
    category="profile",
    severity="hint",
    title=Phrase(nl="Onderdeel van het profiel ontbreekt", en="Block of the profile is missing"),
    message=Phrase(nl="nog niet ingevuld: {blocks}.", en="not filled in yet: {blocks}."),
    advice=Phrase(
        nl="Vul deze onderdelen in voordat het profiel wordt vastgesteld.",
        en="Fill in these blocks before the profile is published.",
    ),
    why=Phrase(
        nl="Doel, plaats in de organisatie, resultaatgebieden, beslisruimte, functie-eisen, competenties, inspanning en werkomstandigheden "
        "en vaststelling staan in elk functieprofiel. Zo zijn functies te vergelijken en telt alles mee "
        "wat het werk vraagt.",
        en="Purpose, place in the organisation, result areas, room to decide, job requirements, competences, effort and working conditions "
        "and approval stand in every job profile. That way jobs can be compared and everything the work "
        "asks counts.",
    ),
)

_BLOCKS = {
    "purpose": Phrase(nl="doel", en="purpose"),
    "place": Phrase(nl="plaats in de organisatie", en="place in the organisation"),
    "result_areas": Phrase(nl="resultaatgebieden", en="result areas"),
    "authority": Phrase(nl="beslisruimte", en="room to decide"),
    "qualifications": Phrase(nl="functie-eisen", en="job requirements"),
    "requirements": Phrase(nl="gevraagde niveaus", en="requested levels"),
    "conditions": Phrase(nl="inspanning en werkomstandigheden", en="effort and working conditions"),
    "approval": Phrase(nl="vaststelling", en="approval"),
}


def missing_blocks(profile: JobProfile) -> dict[str, Phrase]:
    """Return the blocks that a profile lacks, by their field."""
    return {field: said for field, said in _BLOCKS.items() if not getattr(profile, field)}


def find_in_profile(profile: JobProfile, scope: Scope) -> Findings:
    """Yield the profile with the blocks it lacks; a warning once it is no longer a draft."""
    del scope
    missing = list(missing_blocks(profile).values())
    if missing and profile.status != "retired":
        blocks = Phrase(
            nl=join_words([one.nl for one in missing], "nl"),
            en=join_words([one.en for one in missing], "en"),
        )
        severity: Severity = "hint" if profile.status == "draft" else "warning"
        yield finding(RULE, profile.id, severity=severity, title=profile.name, blocks=blocks)
