"""The promises of frameworks: which ones a form or a page shows, and how they are told."""

from collections.abc import Iterator
from dataclasses import dataclass

from competenties.documents.form_names import framework_names, frameworks_of
from competenties.documents.request import ProfileRequest, Voice
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.model.framework import Framework, Promise
from competenties.model.indicator import AUDIENCES

_NO_PROMISES = Phrase(
    nl="Een checklist kan nog niet: in {frameworks} staan geen servicebeloften. Zet ze in het "
    "competentiemodel bij promises: de belofte, voor wie, de meting, de norm en wie het controleert.",
    en="A checklist cannot be made yet: {frameworks} has no promises. Put them in the framework under "
    "promises: the promise, for whom, the measure, the norm and who checks it.",
)
_NONE_FOR_CUSTOMERS = Phrase(
    nl="Een klantformulier kan nog niet: in {frameworks} staat geen belofte aan klanten. Zet in het "
    'competentiemodel bij promises een belofte met audience "external" of "chain".',
    en="A customer form cannot be made yet: {frameworks} has no promise to customers. Put a promise in "
    'the framework under promises, with audience "external" or "chain".',
)
_TO_CUSTOMERS = ("external", "chain")
_MOST = 6  # as many as fit on one page with room to write


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise with the framework that it stands in."""

    framework: Framework
    promise: Promise


def promises_in(framework: Framework) -> list[Promised]:
    """Return the promises of a framework that hold."""
    return [Promised(framework, one) for one in framework.promises if one.status != "retired"]


def all_promises(request: ProfileRequest) -> list[Promised]:
    """Return every promise that holds. Raises RefusedError where there is none."""
    found = [one for framework in frameworks_of(request) for one in promises_in(framework)]
    if not found:
        raise RefusedError(_NO_PROMISES, frameworks=framework_names(request))
    return found


def promises_to_customers(request: ProfileRequest) -> list[Promised]:
    """Return at most six promises that customers notice.

    Those of the job's competences come first, then the order of the framework decides. Raises
    RefusedError where there is none.
    """
    return _in_order(request)[:_MOST]


def promises_left_out(request: ProfileRequest) -> list[Promised]:
    """Return the promises that customers notice, and for which a form has no room."""
    return _in_order(request)[_MOST:]


def _in_order(request: ProfileRequest) -> list[Promised]:
    asked = {(one.framework.id, one.competence.id) for one in request.asked}
    found = [
        Promised(framework, promise)
        for framework in frameworks_of(request)
        for promise in framework.promises
        if promise.status != "retired" and promise.audience in _TO_CUSTOMERS
    ]
    if not found:
        raise RefusedError(_NONE_FOR_CUSTOMERS, frameworks=framework_names(request))
    return sorted(found, key=lambda one: not _belongs(one, asked))


def _belongs(one: Promised, asked: set[tuple[str, str]]) -> bool:
    return any((one.framework.id, name) in asked for name in one.promise.competences)


CHECKERS = {
    "employee": Phrase(nl="Medewerker", en="Employee"),
    "manager": Phrase(nl="Leidinggevende", en="Manager"),
    "organisation": Phrase(nl="Organisatie", en="Organisation"),
}
"""Who can check a promise, by the name of the field that says how."""

_FOR = Phrase(nl="Voor wie: {audience}", en="For whom: {audience}")
_MEASURE = Phrase(nl="Zo meten we het: {text}", en="How we measure it: {text}")
_NORM = Phrase(nl="Norm: {text}", en="Norm: {text}")
_COMPETENCES = Phrase(nl="Hoort bij: {names}", en="Belongs to: {names}")


def checks_of(voice: Voice, one: Promised) -> dict[str, str]:
    """Return what each who checks a promise does for it; only those for whom that is agreed."""
    said = {who: voice.of(one.framework, getattr(one.promise.checks, who)) for who in CHECKERS}
    return {who: text for who, text in said.items() if text}


def measured(voice: Voice, one: Promised) -> Iterator[str]:
    """Yield how a promise is measured; then its norm, for whom it is and what it belongs to."""
    if measure := voice.of(one.framework, one.promise.measure):
        yield voice.say(_MEASURE, text=measure)
    if about := " · ".join(_about(voice, one)):
        yield about


def _about(voice: Voice, one: Promised) -> Iterator[str]:
    if norm := voice.of(one.framework, one.promise.norm):
        yield voice.say(_NORM, text=norm)
    if one.promise.audience:
        yield voice.say(_FOR, audience=AUDIENCES[one.promise.audience])
    if names := belongs_to(voice, one):
        yield names


def belongs_to(voice: Voice, one: Promised) -> str:
    """Return which competences a promise belongs to, as a sentence; empty where there are none."""
    found = [one.framework.competence(name) for name in one.promise.competences]
    names = [voice.of(one.framework, competence.name) for competence in found if competence]
    return voice.say(_COMPETENCES, names=", ".join(names)) if names else ""
