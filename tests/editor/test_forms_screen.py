"""The forms screen: forms and documents as files, lists of people and filled forms, of which nothing stays."""

import io
import re
import zipfile
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest
from filling import filled
from openpyxl import Workbook, load_workbook
from starlette.testclient import TestClient

from competenties.documents import document_files
from competenties.documents.request import FORM_KINDS

PROFILE = "wijkverpleegkundige"
PASTED = (
    "naam\tfunctieprofiel\tleidinggevende\trol\tbeoordelaar\te-mail\n"
    "Jan Jansen\twijkverpleegkundige\tKees Koning\tzelf\t\tjan@voorbeeld.nl\n"
    "Piet Pieters\tonbekende functie\tKees Koning\t\t\tpiet@voorbeeld.nl\n"
    "\twijkverpleegkundige\tKees Koning\t\t\t\n"
    "An Anders\tMedewerker klantcontact\tKees Koning\tcollega\tBo Bos\tan@voorbeeld.nl\n"
)


def _contents(root: Path) -> dict[str, bytes]:
    return {
        one.relative_to(root).as_posix(): one.read_bytes()
        for one in root.rglob("*")
        if one.is_file()
    }


def _names(raw: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(raw)).namelist()


def _zip(files: Mapping[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        for name, raw in files.items():
            package.writestr(name, raw)
    return whole.getvalue()


def _forms(client: TestClient, pasted: str = PASTED, **more: str) -> bytes:
    answer = client.post("/api/forms/people/file", data={"pasted": pasted, **more})
    assert answer.status_code == 200, answer.text
    return bytes(answer.content)


def _set(client: TestClient, profile: str, name: str, value: str) -> None:
    from competenties.editor.app import site_in

    document = f"profiles/{profile}"
    was = site_in(client.app).session.state(document).data[name]
    edit = {"kind": "set", "item": "", "path": [name], "was": was, "value": value}
    sent = {"number": 1, "document": document, "edit": edit}
    client.post("/api/operations", json={"client": f"of-{profile}"[:64], "edits": [sent]})


def test_a_new_profile_says_before_the_download_what_it_still_lacks(client: TestClient) -> None:
    client.post("/api/profiles", json={"name": "Balie", "framework": "basis"})
    facts = unescape(client.get("/documents/job-profile/facts?profile=balie").text)
    assert "Nog niet ingevuld in het functieprofiel Balie: doel, plaats in de organisatie," in facts
    assert "inspanning en werkomstandigheden en vaststelling." in facts
    assert 'href="/profiles/balie"' in facts
    form = unescape(client.get("/documents/rating-sheet/facts?profile=balie").text)
    assert "Nog niet ingevuld in het functieprofiel Balie: gevraagde niveaus." in form
    whole = client.get(f"/documents/rating-sheet/facts?profile={PROFILE}").text
    assert "Nog niet ingevuld" not in whole


def test_a_form_says_which_profile_it_is_of(client: TestClient) -> None:
    page = client.get("/documents/rating-sheet/preview?profile=medewerker-klantcontact").text
    said = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert "Functie Medewerker klantcontact" in said
    assert "Functieprofiel versie 0.1.0 (concept), bestand medewerker-klantcontact" in said


def test_the_screen_offers_every_kind_of_form_and_document(client: TestClient) -> None:
    page = unescape(client.get("/forms").text)
    assert [one for one in FORM_KINDS if f'value="{one}"' not in page] == []
    documents = set(document_files()) - {"job-changes"}
    assert [one for one in documents if f'data-document="{one}"' not in page] == []


def test_without_a_job_profile_it_says_what_to_do_first(client: TestClient) -> None:
    from competenties.editor.app import site_in

    session = site_in(client.app).session
    for name in [one for one in session.states if one.startswith("profiles/")]:
        session.delete(name)
    assert "maak dus eerst een functieprofiel" in client.get("/forms").text


@pytest.mark.parametrize("form", FORM_KINDS)
def test_each_kind_of_form_can_be_seen_and_downloaded(client: TestClient, form: str) -> None:
    query = f"profile={PROFILE}&form={form}&team=Wijkteam"
    seen = client.get(f"/documents/rating-sheet/preview?{query}").text
    assert "<h1>" in seen
    for kind in (".xlsx", ".docx"):
        answer = client.get(f"/documents/rating-sheet/file?{query}&type={kind}")
        assert answer.content.startswith(b"PK"), answer.text


def test_every_other_document_is_made_with_its_options(client: TestClient) -> None:
    _set(client, "medewerker-klantcontact", "series", "Zorg")
    _set(client, PROFILE, "series", "Zorg")
    for name, kind in document_files().items():
        if name in ("job-changes", "rating-sheet"):
            continue
        about = {"profile": f"profile={PROFILE}", "framework": "framework=basis"}.get(
            kind.SUBJECT, ""
        )
        answer = client.get(f"/documents/{name}/file?{about}&type={kind.SUFFIXES[0]}&language=en")
        assert answer.status_code == 200, (name, answer.text)
        assert client.get(f"/documents/{name}/preview?{about}").text.count("<h1>") == 1, name


def test_the_size_blocks_and_minutes_change_the_document(client: TestClient) -> None:
    def page(query: str, name: str = "job-profile") -> str:
        return str(client.get(f"/documents/{name}/preview?profile={PROFILE}&{query}").text)

    assert len(page("size=full")) > 2 * len(page("size=two-pages"))
    assert "Loopbaan" in page("")
    assert "Loopbaan" not in page("without-career=1")
    assert "45 minuten" in page("minutes=45", "interview-guide")
    assert "te kort" in page("minutes=1", "interview-guide")


def test_another_rating_scale_comes_on_the_form(client: TestClient) -> None:
    def form(scale: str) -> str:
        return str(
            client.get(f"/documents/rating-sheet/preview?profile={PROFILE}&scale={scale}").text
        )

    assert form("") == form("frequentie") != form("ontwikkeling")


def test_several_profiles_become_one_zip_file(client: TestClient) -> None:
    query = f"profile={PROFILE}&profile=medewerker-klantcontact&form=feedback&type=.xlsx"
    answer = client.get(f"/documents/rating-sheet/file?{query}")
    assert _names(answer.content) == [
        "feedbackformulier-medewerker-klantcontact.xlsx",
        "feedbackformulier-wijkverpleegkundige.xlsx",
    ]


def test_the_template_of_the_settings_is_asked_for(client: TestClient, workspace: Path) -> None:
    settings = workspace / "competenties.toml"
    text = settings.read_text(encoding="utf-8")
    changed = text.replace(
        "[house_style]", '[house_style]\ntemplates = { job-profile = "templates/weg.docx" }', 1
    )
    settings.write_text(changed, encoding="utf-8")
    answer = client.get(f"/documents/job-profile/file?profile={PROFILE}&type=.docx")
    assert answer.status_code in (404, 409)
    assert "weg.docx" in answer.text


def test_pasted_rows_are_shown_with_what_was_understood_and_what_is_wrong(
    client: TestClient,
) -> None:
    page = unescape(client.post("/api/forms/people", data={"pasted": PASTED}).text)
    assert "2 formulieren, 2 rijen zonder formulier" in page
    assert "Zelfreflectie" in page
    assert "Feedbackformulier" in page
    assert 'het functieprofiel "onbekende functie" is er niet' in page
    assert "er staat geen naam" in page


def test_a_workbook_is_read_as_pasted_rows_are(client: TestClient) -> None:
    book = Workbook()
    sheet = book.create_sheet("Mensen", 0)
    for line in PASTED.splitlines():
        sheet.append(line.split("\t"))
    raw = io.BytesIO()
    book.save(raw)
    answer = client.post("/api/forms/people", files={"file": ("mensen.xlsx", raw.getvalue())})
    assert "2 formulieren, 2 rijen zonder formulier" in answer.text


def test_everybody_gets_a_form_in_the_folder_of_the_manager_with_a_send_list(
    client: TestClient,
) -> None:
    raw = _forms(client)
    assert _names(raw) == [
        "Kees Koning/Jan Jansen - Zelfreflectie.xlsx",
        "Kees Koning/An Anders - Feedbackformulier - Bo Bos.xlsx",
        "verzendlijst.csv",
    ]
    listed = zipfile.ZipFile(io.BytesIO(raw)).read("verzendlijst.csv").decode("utf-8-sig")
    assert "jan@voorbeeld.nl" in listed


def test_rows_without_a_job_get_the_chosen_one(client: TestClient) -> None:
    raw = _forms(
        client, "naam\nJan\nPiet\n", profile=PROFILE, form="conversation", pattern="{naam}"
    )
    assert _names(raw)[:2] == ["zonder leidinggevende/Jan.xlsx", "zonder leidinggevende/Piet.xlsx"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"pasted": ""}, "Kies een bestand met namen"),
        ({"pasted": "a\tb\n1\t2\n"}, 'geen kolom "naam"'),
        ({"pasted": PASTED, "pattern": "{x}"}, "kan niet in een bestandsnaam"),
        ({"pasted": PASTED, "form": "team"}, "gaat niet over een persoon"),
    ],
)
def test_a_wrong_list_or_wish_is_refused_with_what_to_do(
    client: TestClient, given: dict[str, str], said: str
) -> None:
    answer = client.post("/api/forms/people", data=given)
    assert answer.status_code == 409
    assert said in answer.json()["message"]


def test_script_in_a_list_of_people_is_only_text(client: TestClient) -> None:
    bad = "naam\tfunctieprofiel\n<script>alert(1)</script>\twijkverpleegkundige\n"
    assert "<script>alert" not in client.post("/api/forms/people", data={"pasted": bad}).text


def test_nothing_of_people_is_kept(client: TestClient, workspace: Path) -> None:
    before = _contents(workspace)
    forms = _forms(client)
    client.post("/api/forms/people", data={"pasted": PASTED})
    client.post("/api/forms/returned", files={"forms": ("terug.zip", forms)})
    client.post("/api/forms/returned/file", files={"forms": ("terug.zip", forms)})
    assert _contents(workspace) == before
    everything = b"".join(before.values())
    assert b"Jan Jansen" not in everything


def test_errors_in_a_profile_stop_the_forms_until_somebody_passes_them(client: TestClient) -> None:
    edit = {"kind": "set", "item": "", "path": ["requirements", 0, "level"], "was": 3, "value": 9}
    sent = {"number": 1, "document": f"profiles/{PROFILE}", "edit": edit}
    client.post("/api/operations", json={"client": "tab-of-a-test", "edits": [sent]})
    assert (
        "In de functieprofielen zit nog 1 fout, waaronder:"
        in client.post("/api/forms/people", data={"pasted": PASTED}).text
    )
    assert client.post("/api/forms/people/file", data={"pasted": PASTED}).status_code == 409
    assert _names(_forms(client, anyway="1"))[-1] == "verzendlijst.csv"


def test_filled_forms_are_counted_and_what_is_missing_is_named(client: TestClient) -> None:
    sent = _forms(client)
    package = zipfile.ZipFile(io.BytesIO(sent))
    first, _, listed = package.namelist()
    back = _zip({first: filled(package.read(first), 1), listed: package.read(listed)})
    page = unescape(client.post("/api/forms/returned", files={"forms": ("terug.zip", back)}).text)
    assert "Geteld: 1 formulier over 1 mens of team." in page
    assert "Nog niet terug: 1" in page
    assert "Bo Bos" in page
    results = client.post("/api/forms/returned/file", files={"forms": ("terug.zip", back)})
    book = load_workbook(io.BytesIO(results.content))
    cells = [
        str(one.value) for sheet in book.worksheets for row in sheet.iter_rows() for one in row
    ]
    assert "Jan Jansen" in cells
    reports = client.post("/api/forms/returned/reports", files={"forms": ("terug.zip", back)})
    assert _names(reports.content) == ["Jan Jansen.docx"]


def test_names_can_be_replaced(client: TestClient) -> None:
    package = zipfile.ZipFile(io.BytesIO(_forms(client)))
    form = filled(package.read(package.namelist()[0]), 1)
    answer = client.post(
        "/api/forms/returned/file", files={"forms": ("a.xlsx", form)}, data={"pseudonyms": "1"}
    )
    book = load_workbook(io.BytesIO(answer.content))
    cells = {
        str(one.value) for sheet in book.worksheets for row in sheet.iter_rows() for one in row
    }
    assert "Persoon 1" in cells
    assert "Jan Jansen" not in cells


def test_empty_forms_are_not_counted_and_say_why(client: TestClient) -> None:
    answer = client.post("/api/forms/returned", files={"forms": ("terug.zip", _forms(client))})
    assert "Er is niets ingevuld" in answer.text
    refused = client.post(
        "/api/forms/returned/file", files={"forms": ("terug.zip", _forms(client))}
    )
    assert refused.status_code == 409


def test_what_is_no_form_is_refused(client: TestClient) -> None:
    answer = client.post("/api/forms/returned", files={"forms": ("brief.pdf", b"%PDF-1.7 ...")})
    assert "geen zip-bestand en geen formulier" in answer.json()["message"]
    nothing = client.post("/api/forms/returned", files={"forms": ("leeg.zip", b"")})
    assert nothing.status_code == 409


def _bomb(size: int) -> bytes:
    """Return a workbook of which one sheet is very large when unpacked."""
    book = Workbook()
    raw = io.BytesIO()
    book.save(raw)
    old = zipfile.ZipFile(raw)
    files = {one: old.read(one) for one in old.namelist()}
    files["xl/worksheets/sheet1.xml"] = b" " * size
    return _zip(files)


def test_a_zip_bomb_as_a_list_is_refused(client: TestClient) -> None:
    answer = client.post("/api/forms/people", files={"file": ("bom.xlsx", _bomb(410_000_000))})
    assert answer.status_code == 409
    assert "bom.xlsx" in answer.json()["message"]


def test_a_zip_bomb_among_filled_forms_is_refused_and_the_others_are_read(
    client: TestClient,
) -> None:
    package = zipfile.ZipFile(io.BytesIO(_forms(client)))
    form = filled(package.read(package.namelist()[0]), 1)
    back = _zip({"bom.xlsx": _bomb(40_000_000), "goed.xlsx": form})
    page = client.post("/api/forms/returned", files={"forms": ("terug.zip", back)}).text
    assert "Geteld: 1 formulier over" in page
    assert "bom.xlsx" in page


@pytest.mark.slow
def test_a_zip_file_with_too_much_in_it_is_refused(client: TestClient) -> None:
    back = _zip({f"{number}.xlsx": b" " * 20_000_000 for number in range(21)})
    answer = client.post("/api/forms/returned", files={"forms": ("terug.zip", back)})
    assert answer.status_code == 409
    assert "uitgepakt te veel" in answer.json()["message"]


def test_more_than_60_mb_is_refused_before_it_is_read(client: TestClient) -> None:
    answer = client.post("/api/forms/people", headers={"Content-Length": "1000000000"}, content=b"")
    assert answer.status_code == 413


def test_another_site_cannot_send_a_list(client: TestClient) -> None:
    answer = client.post(
        "/api/forms/people",
        data={"pasted": PASTED},
        headers={"Origin": "http://elders.example", "Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 403


def test_names_of_files_cannot_leave_the_zip_file(client: TestClient) -> None:
    raw = _forms(client, f"naam\tleidinggevende\tfunctieprofiel\n../../x\t../y\t{PROFILE}\n")
    assert not any(re.search(r"(^|/)\.\.(/|$)|^/", one) for one in _names(raw))
