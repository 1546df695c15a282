"""The page of a format or preset can be followed step by step, and says in a list what stays behind."""

import re

import pytest

from competenties.formats import format_files
from competenties.formats.presets import preset_files
from competenties.messages import LANGUAGES, Language

PAGES = {
    name: one.PAGE
    for name, one in [*format_files().items(), *preset_files().items()]
    if hasattr(one, "PAGE")
}
LEFT_BEHIND = {"nl": "Gaat niet mee", "en": "Stays behind"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_steps_and_a_list_of_what_stays_behind(name: str, language: Language) -> None:
    page = PAGES[name].say(language)
    assert re.search(r"^1\. .+\n2\. ", page, re.MULTILINE)
    assert re.search(rf"^{LEFT_BEHIND[language]}[^\n]*:\n- ", page, re.MULTILINE)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_the_same_in_both_languages_line_by_line(name: str) -> None:
    first, second = (
        [re.match(r"(- |[0-9]+\. )?", line)[0] for line in PAGES[name].say(language).split("\n")]  # type: ignore[index]
        for language in LANGUAGES
    )
    assert first == second


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["frappe", "skillsbase"])
def test_a_page_warns_that_a_new_name_makes_a_second_one_where_names_are_keys(
    name: str, language: Language
) -> None:
    warning = {"nl": "een tweede bij", "en": "adds a second one"}
    assert warning[language] in PAGES[name].say(language)
