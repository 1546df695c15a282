"""The name that somebody probably meant."""

import re

import pytest

from competenties.checking.nearest import did_you_mean, nearest
from competenties.model.text import Text
from conftest import SHARED

KNOWN: dict[str, list[Text]] = {
    "problemen-oplossen": ["Problemen oplossen"],
    "innoveren-en-creativiteit": ["Innoveren en creativiteit"],
    "analyseren": [{"nl": "Analyseren", "en": "Analysing"}],
    "omgaan-met-verandering": ["Omgaan met verandering", "flexibiliteit"],
    "samenwerken": ["Samenwerken"],
}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("probleem-oplossen", "problemen-oplossen"),
        ("Innoveren/creativiteit", "innoveren-en-creativiteit"),
        ("creativiteit en innoveren", "innoveren-en-creativiteit"),
        ("Analyse", "analyseren"),
        ("analysing", "analyseren"),
        ("flexibel", "omgaan-met-verandering"),
        ("SAMENWERKING", "samenwerken"),
        ("smaenwerken", "samenwerken"),
    ],
)
def test_another_form_order_spelling_or_alias_is_understood(asked: str, meant: str) -> None:
    assert nearest(asked, KNOWN) == meant


@pytest.mark.parametrize("asked", ["Netwerken", "Delegeren", "Luisteren", "x", ""])
def test_a_guess_is_not_made(asked: str) -> None:
    assert nearest(asked, KNOWN) is None
    assert did_you_mean(asked, KNOWN).say("nl") == ""


def test_the_suggestion_names_the_title_and_the_id() -> None:
    said = did_you_mean("flexibel", KNOWN)
    assert said.nl == 'Bedoelt u "Omgaan met verandering" (omgaan-met-verandering)? '
    assert did_you_mean("analyse", KNOWN).en == 'Did you mean "Analysing" (analyseren)? '


REGULATION = SHARED / "data/frameworks/nl-veiligheidsregio"


@pytest.mark.skipif(not REGULATION.is_dir(), reason="needs the real regulation in ../shared")
def test_the_names_in_a_real_regulation_are_understood() -> None:
    """The names that job tables use, and the competences of the matrix that they mean."""
    (file,) = REGULATION.glob("*.md")
    text = file.read_text(encoding="utf-8")
    matrix = text[text.index("####uitwerking competentiematrix") :]
    titles = re.findall(
        r"^####([^\n]{3,60})\n+(?:\*[^\n]{20,}|[^\n]*Niveau 1)", matrix, re.MULTILINE
    )
    known: dict[str, list[Text]] = {one.strip().lower(): [one.strip()] for one in titles}
    assert len(known) > 20
    meant = {
        "Analyse": "analyseren",
        "Stressbestendigheid": "stressbestendig",
        "Probleem oplossend": "probleem oplossen",
        "Innoveren/creativiteit": "innoveren",
        "samenwerking": "samenwerken",
    }
    for asked, start in meant.items():
        assert (nearest(asked, known) or "").startswith(start), asked
