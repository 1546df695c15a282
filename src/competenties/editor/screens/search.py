"""Search: names, sentences and job profiles of the whole workspace, each a link to its field."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from competenties.editor.site import render, site_of
from competenties.editor.word_search import KINDS, Hit, Kind, find, texts_of
from competenties.messages import Phrase

ROUTER = APIRouter()

_MOST = 50

WORDS = {
    "title": Phrase(nl="Zoeken", en="Search"),
    "again": Phrase(
        nl="Zoek op een woord of een deel daarvan", en="Search for a word or part of one"
    ),
    "go": Phrase(nl="Zoek", en="Search"),
    "competence": Phrase(nl="Competenties", en="Competences"),
    "sentence": Phrase(nl="Zinnen", en="Sentences"),
    "profile": Phrase(nl="Functieprofielen", en="Job profiles"),
    "other": Phrase(nl="Clusters, beloften en begrippen", en="Clusters, promises and terms"),
    "found": Phrase(nl="{count} gevonden", en="{count} found"),
    "more": Phrase(
        nl="Er {count:is|zijn} er nog {count}. Voeg een woord toe om minder te vinden.",
        en="There {count:is|are} {count} more. Add a word to find fewer.",
    ),
    "nothing": Phrase(nl="Niets gevonden met “{query}”", en="Nothing found with “{query}”"),
    "advice": Phrase(
        nl="Probeer een korter woord of een deel ervan, zoals “klant” in plaats van "
        "“klantvriendelijkheid”. Hoofdletters en accenten maken niet uit. Bij meer woorden moeten "
        "ze allemaal in dezelfde tekst staan.",
        en="Try a shorter word or part of it, such as “custom” instead of “customer friendliness”. "
        "Capitals and accents make no difference. Several words all have to be in the same text.",
    ),
    "ask": Phrase(
        nl="Zoek in namen, definities, zinnen, functieprofielen, beloften en begrippen.",
        en="Search names, definitions, sentences, job profiles, promises and terms.",
    ),
    "to_workspace": Phrase(nl="Naar de werkmap", en="To the workspace"),
}


@ROUTER.get("/search", response_class=HTMLResponse)
def search_screen(request: Request, q: str = "") -> HTMLResponse:
    """Show where the words of a query stand."""
    query = " ".join(q.split())[:200]
    found = _found(request, query)
    return render(
        request,
        "search.html",
        WORDS,
        asked=query,
        groups=[(one, found[one][:_MOST], len(found[one])) for one in KINDS if found[one]],
        total=sum(len(one) for one in found.values()),
    )


def _found(request: Request, query: str) -> dict[Kind, list[Hit]]:
    states = list(site_of(request).session.states.values())
    texts = (said for one in states if not one.problem for said in texts_of(one.name, one.data))
    return find(query, texts)
