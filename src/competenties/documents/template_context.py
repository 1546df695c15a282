"""What a template of an organisation may name in its placeholders: a job profile as plain data.

Every name exists in Dutch and in English, and always has a value, if only an empty one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from competenties.documents.levels import asked_in_words, competence_name, is_desirable
from competenties.documents.request import ProfileRequest
from competenties.documents.work_blocks import what_is_asked
from competenties.messages import LANGUAGES, Language, Phrase
from competenties.model.job import Authority, Chain, Context, Place
from competenties.model.profile import PROFILE_KINDS
from competenties.model.terms import NEEDS, QUALIFICATION_KINDS, Conditions

Value = Callable[[ProfileRequest, Any], Any]


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a template may use, what it stands for, and how that is found.

    With `parts` it stands for something with names of its own, or for a list of such things.
    """

    nl: str
    en: str
    about: Phrase
    value: Value
    parts: tuple["Name", ...] = ()


def template_context(request: ProfileRequest) -> dict[str, Any]:
    """Return a job profile as texts, numbers, lists and names in both languages."""
    return _built(NAMES, request, request.profile)


def names_of_language() -> dict[Language, frozenset[str]]:
    """Return the words of the names of each language; some are the same in both."""
    return {
        language: frozenset(word for name, _ in known_names(language) for word in name.split("."))
        for language in LANGUAGES
    }


def known_names(language: Language) -> Iterator[tuple[str, str]]:
    """Yield every name as a template writes it, with what it stands for."""
    yield from _listed(NAMES, "", language)


def _built(names: tuple[Name, ...], request: ProfileRequest, item: Any) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name in names:
        found = name.value(request, item)
        if name.parts and isinstance(found, list | tuple):
            found = [_built(name.parts, request, one) for one in found]
        elif name.parts:
            found = _built(name.parts, request, found)
        made[name.nl] = made[name.en] = found
    return made


def _listed(names: tuple[Name, ...], before: str, language: Language) -> Iterator[tuple[str, str]]:
    for name in names:
        shown = f"{before}{name.nl if language == 'nl' else name.en}"
        yield shown, name.about.say(language)
        yield from _listed(name.parts, f"{shown}.", language)


def _own(field: str) -> Value:
    """Return what finds a text of the profile by the name of its field; empty where it is not."""
    return lambda request, item: request.own(getattr(item, field, None))


def _all_own(field: str) -> Value:
    return lambda request, item: [request.own(text) for text in getattr(item, field, ())]


def _name(nl: str, en: str, about_nl: str, about_en: str, value: Value, *parts: Name) -> Name:
    return Name(nl, en, Phrase(nl=about_nl, en=about_en), value, parts)


def _results(request: ProfileRequest, area: Any) -> str:
    return "; ".join(request.own(one.text) for one in area.results)


def _level_numbers(request: ProfileRequest, asked: Any) -> str:
    del request
    return ", ".join(f"{level.number}" for level in asked.levels)


def _level_names(request: ProfileRequest, asked: Any) -> str:
    names = (request.of(asked.framework, level.name) for level in asked.levels)
    return ", ".join(name for name in names if name)


def _behaviour(request: ProfileRequest, asked: Any) -> list[str]:
    of_levels = [
        request.of(asked.framework, one.text) for level in asked.levels for one in level.indicators
    ]
    return [*of_levels, *(request.own(one.text) for one in asked.indicators)]


def _need(request: ProfileRequest, asked: Any) -> str:
    return request.say(NEEDS["desirable" if is_desirable(asked) else "essential"])


def _link(request: ProfileRequest, link: Any) -> str:
    return request.own(link.name) or link.profile or ""


def _frameworks(request: ProfileRequest, profile: Any) -> str:
    used = (request.frameworks.get(one.id) for one in profile.frameworks)
    return ", ".join(request.of(one, one.name) for one in used if one)


_JOB = _name(
    "functie", "job", "de functie", "the job", lambda _, profile: profile,
    _name("naam", "name", "naam van de functie", "name of the job", _own("name")),
    _name("soort", "kind", "functieprofiel, functiebeschrijving of rolprofiel",
          "job profile, job description or role profile",
          lambda request, profile: request.say(PROFILE_KINDS[profile.kind])),
    _name("roepnamen", "aliases", "lijst van namen die in het werk worden gebruikt",
          "list of names used at work", _all_own("aliases")),
    _name("code", "code", "functiecode", "job code", lambda _, profile: profile.code or ""),
    _name("familie", "family", "functiefamilie", "job family", _own("family")),
    _name("reeks", "series", "functiereeks", "series", _own("series")),
)  # fmt: skip

_PLACE = _name(
    "plaats", "place", "plaats in de organisatie", "place in the organisation",
    lambda _, profile: profile.place or Place(),
    _name("onderdeel", "unit", "afdeling of team", "department or team", _own("unit")),
    _name("locatie", "location", "waar het werk wordt gedaan", "where the work is done",
          _own("location")),
    _name("rapporteert_aan", "reports_to", "functie van de leidinggevende", "job of the manager",
          _own("reports_to")),
    _name("geeft_leiding_aan", "leads", "aan wie leiding wordt gegeven", "whom the job leads",
          _own("leads")),
)  # fmt: skip

_CHAIN = _name(
    "keten", "chain", "plaats in de keten", "place in the chain",
    lambda _, profile: profile.chain or Chain(),
    _name("ontvangt_van", "receives_from", "lijst van wie levert", "list of who delivers",
          lambda _, chain: chain.receives_from,
          _name("wie", "who", "functie of organisatie", "job or organisation", _link),
          _name("wat", "what", "wat er wordt doorgegeven", "what is passed on", _own("what"))),
    _name("levert_aan", "delivers_to", "lijst van aan wie wordt geleverd",
          "list of who is delivered to", lambda _, chain: chain.delivers_to,
          _name("wie", "who", "functie of organisatie", "job or organisation", _link),
          _name("wat", "what", "wat er wordt doorgegeven", "what is passed on", _own("what"))),
    _name("eindklant", "end_customer", "voor wie de keten werkt", "whom it is all for",
          _own("end_customer")),
    _name("effect", "effect", "wat de eindklant merkt", "what the end customer notices",
          _own("effect")),
)  # fmt: skip

_CONTEXT = _name(
    "context", "context", "omgeving van de functie", "surroundings of the job",
    lambda _, profile: profile.context or Context(),
    _name("organisatie", "organisation", "wat voor organisatie", "what kind of organisation",
          _own("organisation")),
    _name("team", "team", "wat voor team", "what kind of team", _own("team")),
    _name("sector", "sector", "wat er in de sector speelt", "what moves the sector",
          _own("sector")),
    _name("energie", "energy", "wat energie geeft in dit werk", "what gives energy in this work",
          _own("energy")),
    _name("kerngetallen", "figures", "budget en formatie", "budget and size", _own("figures")),
)  # fmt: skip

_RESULT_AREAS = _name(
    "resultaatgebieden", "result_areas", "lijst van resultaatgebieden", "list of result areas",
    lambda _, profile: profile.result_areas,
    _name("naam", "name", "naam van het resultaatgebied", "name of the result area",
          _own("name")),
    _name("nummer", "number", "nummer of code", "number or code", lambda _, area: area.code or ""),
    _name("omschrijving", "description", "toelichting", "explanation", _own("description")),
    _name("taken", "tasks", "lijst van taken", "list of tasks", _all_own("tasks")),
    _name("resultaat", "result", "alle resultaten in één tekst", "all results in one text",
          _results),
    _name("resultaten", "results", "lijst van resultaten", "list of results",
          lambda _, area: area.results,
          _name("tekst", "text", "het resultaat", "the result", _own("text")),
          _name("meting", "measure", "wat wordt geteld", "what is counted", _own("measure")),
          _name("norm", "norm", "wanneer het goed genoeg is", "when it is good enough",
                _own("norm"))),
)  # fmt: skip

_AUTHORITY = _name(
    "beslisruimte", "authority", "wat iemand beslist", "what somebody decides",
    lambda _, profile: profile.authority or Authority(),
    _name("beslist_zelf", "decides", "lijst van besluiten", "list of decisions",
          _all_own("decides")),
    _name("stemt_af", "aligns", "lijst van wat wordt afgestemd", "list of what is aligned",
          _all_own("aligns")),
    _name("legt_voor", "submits", "lijst van wat wordt voorgelegd", "list of what is submitted",
          _all_own("submits")),
    _name("afwijken", "departs", "ruimte om voor een klant van een regel af te wijken",
          "room to depart from a rule for a customer", _own("departs")),
    _name("budget", "budget", "budget en tekenbevoegdheid", "budget and signing", _own("budget")),
)  # fmt: skip

_CONTACTS = _name(
    "contacten", "contacts", "lijst van contacten", "list of contacts",
    lambda _, profile: profile.contacts,
    _name("wie", "who", "functie of groep", "job or group", _own("who")),
    _name("waarvoor", "purpose", "doel van het contact", "what for", _own("purpose")),
    _name("hoe_vaak", "frequency", "hoe vaak", "how often", _own("frequency")),
)  # fmt: skip

_QUALIFICATIONS = _name(
    "functie_eisen", "qualifications", "lijst van functie-eisen", "list of job requirements",
    lambda _, profile: profile.qualifications,
    _name("soort", "kind", "opleiding, ervaring, kennis …", "education, experience, knowledge …",
          lambda request, one: request.say(QUALIFICATION_KINDS[one.kind])),
    _name("tekst", "text", "de eis met haar voorwaarden, zoals het taalniveau",
          "the requirement with its conditions, such as the level of a language", what_is_asked),
    _name("vereist", "need", "vereist of gewenst", "essential or desirable",
          lambda request, one: request.say(NEEDS[one.need])),
)  # fmt: skip

_COMPETENCES = _name(
    "competenties", "competences", "lijst van gevraagde competenties",
    "list of requested competences", lambda request, _: request.asked,
    _name("naam", "name", "naam van de competentie", "name of the competence", competence_name),
    _name("definitie", "definition", "definitie", "definition",
          lambda request, asked: request.of(asked.framework, asked.competence.definition)),
    _name("niveau", "level", "nummer van het gevraagde niveau", "number of the requested level",
          _level_numbers),
    _name("niveaunaam", "level_name", "naam van het gevraagde niveau",
          "name of the requested level", _level_names),
    _name("gevraagd", "asked", "gevraagd niveau in woorden", "requested level in words",
          asked_in_words),
    _name("vereist", "need", "vereist of gewenst", "essential or desirable", _need),
    _name("indicatoren", "indicators", "lijst van gedragsindicatoren bij het niveau",
          "list of indicators at the level", _behaviour),
)  # fmt: skip

_CONDITIONS = _name(
    "werkomstandigheden", "conditions", "inspanning en werkomstandigheden",
    "effort and working conditions", lambda _, profile: profile.conditions or Conditions(),
    _name("lichamelijk", "physical", "lichamelijk", "physical", _own("physical")),
    _name("mentaal", "mental", "mentaal", "mental", _own("mental")),
    _name("roosters", "schedule", "roosters", "schedule", _own("schedule")),
    _name("risico", "risks", "risico's", "risks", _own("risks")),
)  # fmt: skip

_GRADING = _name(
    "waardering", "grading", "waardering, los van de competenties",
    "grading, apart from the competences", lambda _, profile: profile.grading,
    _name("systeem", "system", "systeem", "system", _own("system")),
    _name("groep", "group", "functiegroep", "job group", _own("group")),
    _name("schaal", "scale", "schaal", "scale", _own("scale")),
)  # fmt: skip

NAMES: tuple[Name, ...] = (
    _JOB,
    _name("doel", "purpose", "doel van de functie", "purpose of the job", _own("purpose")),
    _name("omschrijving", "description", "omschrijving", "description", _own("description")),
    _PLACE,
    _CHAIN,
    _CONTEXT,
    _RESULT_AREAS,
    _AUTHORITY,
    _CONTACTS,
    _QUALIFICATIONS,
    _COMPETENCES,
    _CONDITIONS,
    _GRADING,
    _name("versie", "version", "versie en status", "version and status",
          lambda request, _: request.marked(request.version())),
    _name("controlecode", "fingerprint", "controlecode van wat wordt beoordeeld",
          "fingerprint of what is rated", lambda request, _: request.code),
    _name("organisatie", "organisation", "naam van de organisatie", "name of the organisation",
          lambda request, _: request.settings.organisation or ""),
    _name("voettekst", "footer", "document, versie en controlecode in één regel",
          "document, version and fingerprint in one line", lambda request, _: request.footer()),
    _name("van_kracht_per", "valid_from", "datum waarop de versie ingaat",
          "date from which the version holds",
          lambda request, profile: request.day(profile.valid_from)),
    _name("herziening", "review_date", "datum van de volgende herziening",
          "date of the next review", lambda request, profile: request.day(profile.review_date)),
    _name("eigenaar", "owner", "eigenaar van het profiel", "owner of the profile", _own("owner")),
    _name("competentiemodel", "framework", "naam van het competentiemodel",
          "name of the framework", _frameworks),
)  # fmt: skip
"""Every name, in the order of the guide."""
