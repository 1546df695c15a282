"""The promises of the frameworks of a profile: which ones a form shows, and how they are told."""

from dataclasses import dataclass

from competenties.documents.form_names import framework_names, frameworks_of
from competenties.documents.request import ProfileRequest
from competenties.findings import RefusedError
from competenties.messages import Phrase
from competenties.model.framework import Framework, Promise

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


def all_promises(request: ProfileRequest) -> list[Promised]:
    """Return every promise that holds. Raises RefusedError where there is none."""
    found = [
        Promised(framework, promise)
        for framework in frameworks_of(request)
        for promise in framework.promises
        if promise.status != "retired"
    ]
    if not found:
        raise RefusedError(_NO_PROMISES, frameworks=framework_names(request))
    return found


def promises_to_customers(request: ProfileRequest) -> list[Promised]:
    """Return at most six promises that customers notice, those of the job's competences first.

    Raises RefusedError where there is none.
    """
    asked = {(one.framework.id, one.competence.id) for one in request.asked}
    found = [
        Promised(framework, promise)
        for framework in frameworks_of(request)
        for promise in framework.promises
        if promise.status != "retired" and promise.audience in _TO_CUSTOMERS
    ]
    if not found:
        raise RefusedError(_NONE_FOR_CUSTOMERS, frameworks=framework_names(request))
    return sorted(found, key=lambda one: not _belongs(one, asked))[:_MOST]


def _belongs(one: Promised, asked: set[tuple[str, str]]) -> bool:
    return any((one.framework.id, name) in asked for name in one.promise.competences)
