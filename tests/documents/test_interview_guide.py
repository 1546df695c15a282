"""The interview guide: the same questions for every candidate, and no score without evidence."""

from dataclasses import replace

import pytest
from interview_documents import (
    GROUP,
    GUIDE,
    LONG_WORD,
    SHIPPED,
    made,
    odd_request,
    rows,
    shipped,
    tables,
    tables_under,
)
from made_documents import headings, request_of, said

from competenties.documents import document_files
from competenties.documents.interview_questions import questions
from competenties.documents.request import ProfileRequest
from competenties.findings import RefusedError
from competenties.messages import LANGUAGES, Language
from competenties.office.blocks import (
    Blank,
    Choice,
    Document,
    Group,
    Heading,
    PageBreak,
    Row,
    Stack,
)
from competenties.office.pages import pages

BOTH = pytest.mark.parametrize("language", LANGUAGES)
EVERY_PROFILE = pytest.mark.parametrize("profile", SHIPPED)
STEPS = ("Situatie", "Taak", "Actie", "Resultaat", "Reflectie", "Tegenvoorbeeld")
DRAFT = {"nl": "concept, gemaakt uit het model", "en": "draft, made from the framework"}


def asked_titles(document: Document) -> list[str]:
    """Return the headings of the competences, without their numbers."""
    return [title.partition(" ")[2] for title in headings(document) if title[0].isdigit()]


def questions_of(document: Document) -> list[tuple[str, str]]:
    """Return what stands above each question and the question itself."""
    groups = [row for one in tables(document) for row in one.rows if isinstance(row, Group)]
    return [(group.title, group.text) for group in groups]


@BOTH
@EVERY_PROFILE
def test_every_question_probe_and_anchor_of_the_framework_is_in_the_guide(
    profile: str, language: Language
) -> None:
    request = shipped(profile, language, minutes=120)
    whole = "\n".join(said(made(GUIDE, request)))
    count = 0
    for asked in request.asked:
        for one in asked.competence.questions:
            parts = [*(part.text for part in one.probes), *(part.text for part in one.anchors)]
            texts = [request.of(asked.framework, text) for text in (one.text, *parts)]
            assert [text for text in texts if text not in whole] == []
            count += len(texts)
    assert count > 100


@BOTH
def test_a_framework_with_questions_needs_no_drafts(language: Language) -> None:
    document = made(GUIDE, shipped(SHIPPED[0], language))
    assert not any(DRAFT[language] in title for title, _ in questions_of(document))
    assert document_files()[GUIDE].advice(document) == []


@BOTH
def test_a_missing_question_is_drafted_from_the_behaviour_and_marked(language: Language) -> None:
    document = made(GUIDE, odd_request("acht", language=language, level=3))
    asked = questions_of(document)
    assert all(title.endswith(f"({DRAFT[language]})") for title, _ in asked)
    assert len({text for _, text in asked}) == len(asked) == 3
    assert "“Legt ding 3 uit.”" in asked[0][1]
    (advice,) = document_files()[GUIDE].advice(document)
    assert ": 3." in advice.say(language)


def test_a_draft_has_a_probe_for_every_step_and_for_a_counter_example() -> None:
    request = odd_request("acht", level=3)
    first, *_ = questions(request, request.asked[0]).openers
    assert [probe.partition(":")[0] for probe in first.probes] == list(STEPS)


def test_a_draft_on_text_without_a_full_stop_is_a_sentence() -> None:
    asked = questions_of(made(GUIDE, odd_request("los")))
    assert f"“Kennis van {LONG_WORD}.” Wat deed je toen?" in asked[0][1]


def test_a_competence_with_nothing_but_a_name_has_two_openers_and_a_situation() -> None:
    asked = questions_of(made(GUIDE, odd_request("kaal")))
    assert [title.partition(" (")[0] for title, _ in asked] == [
        "Vraag 1",
        "Vraag 2",
        "Situatievraag voor starters: een voornemen, geen bewijs",
    ]
    assert all("Kaal" in text for _, text in asked)


def test_a_step_without_a_probe_of_the_framework_gets_a_general_one_that_says_so() -> None:
    request = odd_request("veel")
    first, *_ = questions(request, request.asked[0]).openers
    general = [probe for probe in first.probes if probe.endswith("(algemeen)")]
    assert len(general) == len(STEPS) - 1
    assert "Actie: En wat deed je daarna?" in first.probes


def test_at_most_three_openers_are_asked_and_the_other_questions_are_named() -> None:
    document = made(GUIDE, odd_request("veel"))
    asked = [text for _, text in questions_of(document)]
    assert asked == ["Voorbeeld 0?", "Voorbeeld 1?", "Voorbeeld 2?", "Stel 0?"]
    assert {"Voorbeeld 3?", "Voorbeeld 4?", "Stel 1?"} <= set(said(document))


@EVERY_PROFILE
def test_four_competences_fit_in_an_hour_and_the_others_are_named(profile: str) -> None:
    request = shipped(profile)
    document = made(GUIDE, request)
    names = [request.of(one.framework, one.competence.name) for one in request.asked]
    chosen = asked_titles(document)
    assert len(chosen) == 4
    assert chosen == [name for name in names if name in chosen]
    (not_asked,) = [one for one in said(document) if one.startswith("Niet in dit gesprek: ")]
    assert [name for name in names if name in not_asked] == [
        name for name in names if name not in chosen
    ]


@pytest.mark.parametrize(
    ("minutes", "count"), [(30, 1), (45, 2), (60, 4), (75, 5), (90, 6), (120, 8), (240, 8)]
)
def test_the_plan_fills_the_minutes_and_no_more(minutes: int, count: int) -> None:
    document = made(GUIDE, odd_request(minutes=minutes))
    assert len(asked_titles(document)) == count
    (plan,) = tables_under(document, f"Plan voor {minutes} minuten")
    parts = [row.cells for row in plan.rows if isinstance(row, Row)]
    assert sum(int(str(cells[1])) for cells in parts) == minutes
    assert str(parts[0][2]).startswith("0 – ")
    assert str(parts[-1][2]).endswith(f" – {minutes}")


def test_essential_goes_before_weight_and_weight_before_core() -> None:
    request = shipped(SHIPPED[0])
    asked = [one.model_dump() for one in request.profile.requirements]
    asked[0] |= {"need": "desirable", "weight": 50.0}
    asked[-1] |= {"weight": 3.0}
    profile = request.profile.model_validate(request.profile.model_dump() | {"requirements": asked})
    changed = replace(request, profile=profile, minutes=45)
    names = [changed.of(one.framework, one.competence.name) for one in changed.asked]
    first_core = next(
        name
        for name, one in list(zip(names, changed.asked, strict=True))[1:]
        if one.competence.type == "core"
    )
    assert asked_titles(made(GUIDE, changed)) == [first_core, names[-1]]


def test_every_candidate_and_interviewer_gets_the_same_guide() -> None:
    guides = [
        made(GUIDE, replace(shipped(SHIPPED[0]), about={"candidate": one, "interviewer": two}))
        for one, two in (("Anna", "Bo"), ("Cem", "Dee"))
    ]
    first, second = (list(guide.blocks)[1:] for guide in guides)
    assert first == second
    assert [one for one in said(guides[0]) if "Cem" in one] == []


@BOTH
def test_no_score_is_asked_without_room_for_evidence_and_none_counts_as_nothing(
    language: Language,
) -> None:
    document = made(GUIDE, shipped(SHIPPED[0], language))
    scores = [row for row in rows(document) if any(map(_is_score, row.cells))]
    assert len(scores) == 4
    for row in scores:
        (chosen,) = [cell for cell in row.cells if isinstance(cell, Choice)]
        (evidence,) = [cell for cell in row.cells if isinstance(cell, Blank)]
        assert chosen.options[0] == {"nl": "geen bewijs", "en": "no evidence"}[language]
        assert chosen.values == (None, None, 1, 2, 3, 4, 5)
        assert evidence.key.replace("evidence/", "score/") == chosen.key
        assert evidence.lines >= 4


def _is_score(cell: object) -> bool:
    return isinstance(cell, Choice) and cell.key.startswith("score/")


def test_eight_levels_can_be_chosen_and_stand_beside_the_score() -> None:
    document = made(GUIDE, odd_request("acht", level=3))
    (row,) = [row for row in rows(document) if any(map(_is_score, row.cells))]
    name, levels, chosen, _ = row.cells
    assert name == "Acht niveaus"
    assert isinstance(levels, Stack)
    assert isinstance(chosen, Choice)
    assert len(levels.parts) == 8
    assert chosen.values == (None, None, *range(1, 9))


def test_without_levels_a_score_says_whether_the_behaviour_was_visible() -> None:
    document = made(GUIDE, odd_request("kaal"))
    (row,) = [row for row in rows(document) if any(map(_is_score, row.cells))]
    chosen = row.cells[2]
    assert isinstance(chosen, Choice)
    assert chosen.options[2:] == (
        "gedrag niet te zien",
        "gedrag deels te zien",
        "gedrag te zien",
    )


@EVERY_PROFILE
def test_behaviour_that_does_not_fit_is_asked_with_date_situation_and_reaction(
    profile: str,
) -> None:
    request = shipped(profile)
    (table,) = tables_under(made(GUIDE, request), "Gedrag dat hier niet bij past")
    titles = [column.title for column in table.columns]
    assert titles == ["Gedrag", "Gehoord?", "Wanneer", "Situatie", "Reactie van de kandidaat"]
    contra = {
        request.of(asked.framework, one.text)
        for asked in request.asked
        for one in asked.competence.all_indicators()
        if one.is_contra
    }
    found = [row.cells for row in table.rows if isinstance(row, Row)]
    assert len(found) == 4
    for text, heard, *room in found:
        assert text in contra
        assert isinstance(heard, Choice)
        assert (heard.options, heard.values) == (("ja", "nee"), ())
        assert all(isinstance(one, Blank) for one in room)


@BOTH
def test_what_is_not_to_be_asked_stands_on_the_first_page(language: Language) -> None:
    document = made(GUIDE, shipped(SHIPPED[0], language))
    title = {"nl": "Dit vraagt u niet", "en": "What you do not ask"}[language]
    (table,) = tables_under(document, title)
    whole = " ".join(str(cell) for row in table.rows if isinstance(row, Row) for cell in row.cells)
    topics = {
        "nl": "Gezondheid,Zwangerschap,kinderwens,relatie,Leeftijd,Geloof,politieke,Afkomst,"
        "nationaliteit,seksuele gerichtheid,vakbond,Strafblad,salaris,in Nederland mag werken",
        "en": "Health,Pregnancy,wish for children,relationship,Age,Religion,political,Origin,"
        "nationality,sexual orientation,trade union,Criminal record,salary,allowed to work",
    }[language]
    assert [topic for topic in topics.split(",") if topic not in whole] == []
    first = next(n for n, one in enumerate(document.blocks) if isinstance(one, PageBreak))
    assert Heading(title) in document.blocks[:first]


@BOTH
@EVERY_PROFILE
def test_each_competence_has_one_page_of_its_own(profile: str, language: Language) -> None:
    document = made(GUIDE, shipped(profile, language))
    assert pages(document).count == 7
    breaks = [n for n, one in enumerate(document.blocks) if isinstance(one, PageBreak)]
    after = [document.blocks[n + 1] for n in breaks]
    assert all(isinstance(one, Heading) for one in after)
    assert len(breaks) == 6


def test_what_does_not_fit_on_one_page_has_its_score_on_the_next() -> None:
    document = made(GUIDE, odd_request("veel"))
    (score,) = [
        one
        for one in tables(document)
        if any(_is_score(c) for r in one.rows if isinstance(r, Row) for c in r.cells)
    ]
    place = document.blocks.index(score)
    assert isinstance(document.blocks[place - 1], PageBreak)


@BOTH
def test_questions_of_a_dutch_framework_are_asked_in_dutch_in_an_english_guide(
    language: Language,
) -> None:
    lines = said(made(GUIDE, odd_request("veel", "acht", language=language, level=1)))
    assert "Voorbeeld 0?" in lines
    assert "Acht niveaus" in lines


@BOTH
@pytest.mark.parametrize("name", [GUIDE, GROUP])
def test_a_profile_that_asks_nothing_is_refused_with_what_to_do(
    name: str, language: Language
) -> None:
    with pytest.raises(RefusedError) as refused:
        made(name, request_of({}, language=language))
    assert "requirements" in refused.value.say(language)


def test_an_interview_that_is_too_short_is_refused_with_the_least_that_is_needed() -> None:
    request: ProfileRequest = shipped(SHIPPED[0], minutes=29)
    with pytest.raises(RefusedError) as refused:
        made(GUIDE, request)
    assert "ten minste 30 minuten" in refused.value.say("nl")
    assert made(GUIDE, replace(request, minutes=30)).blocks


@pytest.mark.parametrize("name", [GUIDE, GROUP])
def test_an_interview_of_more_than_four_hours_is_refused(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        made(name, shipped(SHIPPED[0], minutes=241))
    assert "ten hoogste 240 minuten" in refused.value.say("nl")
