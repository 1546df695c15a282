"""An address with a field behind # leads to that field, or to what is nearest to it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

COMPETENCE = "/frameworks/basis/competences/klantgerichtheid"


def focused(page: "Page") -> str:
    page.wait_for_selector("#saving[data-state=saved]")
    return str(page.locator(":focus").get_attribute("id"))


def test_the_field_itself_has_the_focus(page: "Page") -> None:
    page.goto(COMPETENCE)
    name = page.locator("textarea[data-path*=definition]").first.get_attribute("id")
    page.goto("/")
    page.goto(f"{COMPETENCE}#{name}")
    assert focused(page) == name


def test_a_part_of_a_field_leads_to_the_field(page: "Page") -> None:
    page.goto(COMPETENCE)
    name = page.locator("textarea[data-path*=definition]").first.get_attribute("id")
    page.goto("/")
    page.goto(f"{COMPETENCE}#{name}-0-text")
    assert focused(page) == name


def test_a_field_that_is_nowhere_leads_nowhere_and_breaks_nothing(page: "Page") -> None:
    page.goto(f"{COMPETENCE}#f-nothing-at-all")
    page.wait_for_selector("#saving[data-state=saved]")
    assert page.evaluate("() => document.activeElement === document.body")


def test_a_block_of_a_profile_and_a_cluster_have_the_focus_too(page: "Page") -> None:
    """The browser goes to such an element by itself, and would take the focus off."""
    for address, place in (
        ("/profiles/wijkverpleegkundige#block-approval", "#block-approval"),
        ("/frameworks/basis#g-samenwerken-2", "#g-samenwerken-2"),
    ):
        page.goto("/")
        page.goto(address)
        page.wait_for_selector(f"{place} :focus, {place}:focus")
