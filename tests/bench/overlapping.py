"""Large frameworks in which competences say the same in other words, made up of word lists."""

import random
from typing import Any

_ACTS = (
    ("controleert", "kijkt", "na"), ("bespreekt", "neemt", "door"), ("noteert", "legt", "vast"),
    ("vertelt", "licht", "toe"), ("stelt op", "werkt", "uit"), ("vergelijkt", "vergelijkt", ""),
    ("verdeelt", "verdeelt", ""), ("plant", "plant", "in"), ("meldt", "geeft", "door"),
)  # fmt: skip
_THINGS = (
    "de planning het rooster de begroting het contract de factuur het dossier de melding de klacht "
    "het verslag de handleiding het formulier de route de bestelling de levering het protocol de steekproef "
    "de voorraad het onderhoud de storing de training het schema de vergunning de aanvraag de toets"
)
_ABOUT = (
    "veiligheid vervoer verhuur inkoop verzuim opleiding hygiëne energie huisvesting kwaliteit subsidie "
    "archief software parkeren groen afval zorg onderwijs sport cultuur handhaving belasting verkeer water"
)
_WITH = (
    "een collega|het team|de afdeling|de directie|een leverancier|de klant|andere teams|partners"
)
_WHEN = "voor de start|na afloop|bij een wijziging|aan het begin|bij twijfel|na een fout|bij haast|"

_PER_LEVEL, _LEVELS = 5, 5
_COPIED = 0.3


def overlapping_framework(indicators: int) -> dict[str, Any]:
    """Return a framework of so many indicators, a third of them copied in other words."""
    random_ = random.Random(indicators)  # noqa: S311  (the same framework every time)
    written: list[tuple[int, str, str, str, str]] = []
    competences = [
        _competence(number, random_, written)
        for number in range(indicators // (_PER_LEVEL * _LEVELS))
    ]
    levels = [{"number": number, "name": f"Niveau {number}"} for number in range(1, _LEVELS + 1)]
    return {
        "$schema": "urn:competenties:framework:1",
        "id": "overlap",
        "name": "Overlap",
        "language": "nl",
        "proficiency_scales": [{"id": "niveaus", "name": "Niveaus", "levels": levels}],
        "competences": competences,
    }


def _competence(
    number: int, random_: random.Random, written: list[tuple[int, str, str, str, str]]
) -> dict[str, Any]:
    copied = random_.random() < _COPIED and len(written) > 2 * _PER_LEVEL * _LEVELS
    start = random_.randrange(len(written) - _PER_LEVEL * _LEVELS) if copied else 0
    levels = []
    for level in range(1, _LEVELS + 1):
        texts: list[tuple[str, str]] = []
        for letter in "abcde"[:_PER_LEVEL]:
            if copied:
                texts.append(
                    (
                        letter,
                        _in_other_words(*written[start + len(texts) + (level - 1) * _PER_LEVEL]),
                    )
                )
            else:
                written.append(_parts(random_))
                texts.append((letter, _sentence(*written[-1])))
        levels.append(
            {
                "level": level,
                "indicators": [
                    {"id": f"competentie-{number}-{level}{letter}", "text": text}
                    for letter, text in texts
                ],
            }
        )
    return {"id": f"competentie-{number}", "name": f"Competentie {number}", "levels": levels}


def _parts(random_: random.Random) -> tuple[int, str, str, str, str]:
    things = _THINGS.split()
    at = random_.randrange(len(things) // 2) * 2
    thing = " ".join(things[at : at + 2])
    about = f"{random_.choice(_ABOUT.split())} en {random_.choice(_ABOUT.split())}"
    return (
        random_.randrange(len(_ACTS)),
        thing,
        about,
        random_.choice(_WITH.split("|")),
        random_.choice(_WHEN.split("|")),
    )


def _sentence(act: int, thing: str, about: str, other: str, when: str) -> str:
    verb, *particle = _ACTS[act][0].split()
    return (
        " ".join(
            f"{verb} {thing} over {about} met {other} {when} {' '.join(particle)}".split()
        ).capitalize()
        + "."
    )


def _in_other_words(act: int, thing: str, about: str, other: str, when: str) -> str:
    _, verb, particle = _ACTS[act]
    return " ".join(
        f"{verb} {when} met {other} {thing} over {about} {particle}".split()
    ).capitalize()
