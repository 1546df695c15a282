"""The import screen: a file becomes a plan that can be corrected, and then documents."""

import io
import json
import re
import tempfile
import zipfile
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook, load_workbook

from competenties.editor.import_store import MOST_FILES, ImportStore, Wishes
from competenties.findings import NotFoundError
from competenties.formats.source import Source

if TYPE_CHECKING:
    from starlette.testclient import TestClient

REAL = Path(__file__).parents[3] / "shared" / "data" / "frameworks"
SCRIPT = "<script>alert(1)</script>"
TABLE = (
    "Competentie;Definitie;Niveau 1;Niveau 2\n"
    "Samenwerken;Werkt met anderen;- Deelt informatie;- Lost een conflict op\n"
    "Luisteren;Hoort wat er is;- Vraagt door;- Vat samen\n"
)
JOBS = "Functie;Competentie;Niveau\nAdviseur;Adviseren;3\nMonteur;Samenwerken;2\n"


def upload(client: "TestClient", name: str, raw: bytes | str, **said: Any) -> Any:
    content = raw.encode() if isinstance(raw, str) else raw
    return client.post("/import", files={"file": (name, content)}, data=said)


def key_of(answer: Any) -> str:
    return str(answer.url).rpartition("/")[2]


def correct(client: "TestClient", answer: Any, **said: Any) -> Any:
    return client.post(f"/import/{key_of(answer)}", data=said)


def take(client: "TestClient", answer: Any, how: str = "new") -> dict[str, Any]:
    taken = client.post(f"/api/import/{key_of(answer)}/take", json={"how": how})
    assert taken.status_code == 200, taken.text
    found: dict[str, Any] = taken.json()
    return found


def words(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text.split("<main")[1])).split())


def files(workspace: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in workspace.rglob("*") if one.is_file()}


def test_a_table_becomes_a_plan_and_nothing_is_written(
    workspace: Path, client: "TestClient"
) -> None:
    before = files(workspace)
    said = words(upload(client, "gedrag.csv", TABLE))
    assert "2 competenties 2 niveaus in de indeling 4 gedragsindicatoren" in said
    assert "Deelt informatie" in said
    assert "Er komt een nieuw model: Gedrag." in said
    assert files(workspace) == before


def test_taken_over_it_is_a_framework_of_the_workspace(
    workspace: Path, client: "TestClient"
) -> None:
    answer = upload(client, "gedrag.csv", TABLE)
    assert take(client, answer) == {"to": "/frameworks/gedrag", "undo": []}
    data = json.loads((workspace / "frameworks" / "gedrag.json").read_bytes())
    assert [one["name"] for one in data["competences"]] == ["Samenwerken", "Luisteren"]
    assert client.get("/frameworks/gedrag").status_code == 200
    assert client.get(f"/import/{key_of(answer)}").status_code == 404


def test_a_column_that_was_not_recognised_is_corrected(client: "TestClient") -> None:
    table = TABLE.replace("Definitie", "Blurb")
    answer = upload(client, "gedrag.csv", table)
    assert "niet herkend" in words(answer)
    answer = correct(client, answer, **{"column:Blurb": "definition"})
    assert "definitie – zelf gekozen" in words(answer)
    assert "Alles uit het bestand is gebruikt." in words(answer)
    answer = correct(client, answer, **{"column:Blurb": "ignore", "name": "Ons gedrag"})
    assert "Er komt een nieuw model: Ons gedrag." in words(answer)
    assert "niet overgenomen" in words(answer)


def test_a_file_without_known_headers_can_be_understood_with_help(client: "TestClient") -> None:
    table = "Onderwerp;Blurb;Dingen\nSamenwerken;Met anderen;Deelt informatie\n"
    answer = upload(client, "raar.csv", table)
    assert answer.status_code == 422
    assert "geen tabel met competenties of functies herkend" in words(answer)
    assert "--map" not in answer.text
    assert answer.text.count("data-meanings") == 3
    said = {"column:Onderwerp": "competence", "column:Dingen": "indicator"}
    answer = correct(client, answer, **said)
    assert answer.status_code == 200
    assert "1 competentie 1 gedragsindicator" in words(answer)


def test_what_is_left_over_has_its_cell_and_the_reason(client: "TestClient") -> None:
    answer = upload(client, "gedrag.csv", TABLE.replace("Definitie", "Blurb"))
    said = words(answer)
    assert "3 cellen: deze kolom is niet herkend → blijft bewaard als extra gegeven" in said
    assert "B2 Werkt met anderen" in said


def test_sheets_are_chosen(client: "TestClient") -> None:
    book = Workbook()
    rows = [line.split(";") for line in TABLE.splitlines()]
    for name in ("Eerste", "Tweede"):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(
                [f"{name} {cell}" if cell.startswith(("Sam", "Luis")) else cell for cell in row]
            )
    content = io.BytesIO()
    book.save(content)
    answer = upload(client, "bladen.xlsx", content.getvalue())
    assert "4 competenties" in words(answer)
    answer = correct(client, answer, sheet="Tweede")
    assert "2 competenties" in words(answer)
    assert "Tweede Samenwerken" in words(answer)


def two_sheets() -> bytes:
    book, content = Workbook(), io.BytesIO()
    rows = [line.split(";") for line in TABLE.splitlines()]
    first = book.active
    assert first is not None
    first.title = "Uitleg"
    first.append(["Zo leest u dit woordenboek"])
    for name in ("Eerste", "Tweede", "Oud"):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([f"{name} {row[0]}" if row is not rows[0] else row[0], *row[1:]])
    book["Oud"].sheet_state = "hidden"
    book.save(content)
    return content.getvalue()


def ticks(answer: Any) -> dict[str, bool]:
    found = re.findall(r'name="sheet" value="(\w+)"( checked)?', answer.text)
    return {name: bool(checked) for name, checked in found}


def shown(answer: Any, *ticked: str, **said: Any) -> dict[str, Any]:
    """What the form sends: which sheets were ticked when it was shown, and which are now."""
    was = [name for name, is_ticked in ticks(answer).items() if is_ticked]
    return {"sheets": "shown", "shown-sheet": was, "sheet": list(ticked), **said}


def test_the_sheets_that_take_part_are_ticked_in_the_order_of_the_file(
    client: "TestClient",
) -> None:
    answer = upload(client, "bladen.xlsx", two_sheets())
    assert ticks(answer) == {"Uitleg": False, "Eerste": True, "Tweede": True, "Oud": False}
    assert "Oud (dit blad is verborgen)" in words(answer)
    assert "Uitleg (op dit blad is geen tabel" in words(answer)
    answer = correct(client, answer, **shown(answer, "Eerste", "Tweede", name="Ons gedrag"))
    assert "4 competenties" in words(answer)
    assert "Oud (dit blad is verborgen)" in words(answer)
    answer = correct(client, answer, **shown(answer, "Tweede"))
    assert ticks(answer) == {"Uitleg": False, "Eerste": False, "Tweede": True, "Oud": False}
    assert "2 competenties" in words(answer)
    answer = correct(client, answer, **shown(answer, "Tweede", "Oud"))
    assert ticks(answer) == {"Uitleg": False, "Eerste": False, "Tweede": True, "Oud": True}
    assert "4 competenties" in words(answer)


def test_without_any_sheet_there_is_a_sentence_and_one_can_be_ticked_again(
    client: "TestClient",
) -> None:
    answer = upload(client, "bladen.xlsx", two_sheets())
    answer = correct(client, answer, **shown(answer))
    assert answer.status_code == 422
    assert "Vink bij “Bladen die meedoen” ten minste één blad aan." in words(answer)
    assert not any(ticks(answer).values())
    taken = client.post(f"/api/import/{key_of(answer)}/take", json={"how": "new"})
    assert taken.status_code == 409
    answer = correct(client, answer, **shown(answer, "Eerste"))
    assert answer.status_code == 200
    assert "2 competenties" in words(answer)


def test_the_language_of_the_texts_is_said_and_can_be_corrected(client: "TestClient") -> None:
    table = TABLE.replace("Competentie;Definitie;Niveau", "Competence;Definition;Level")
    table = table.replace("Deelt informatie", "Deelt wat hij weet met het team en de klant")
    answer = upload(client, "gedrag.csv", table)
    assert "De teksten zijn gelezen als Nederlands." in words(answer)
    answer = correct(client, answer, language="en")
    assert "De teksten zijn gelezen als English." in words(answer)


def test_every_cell_that_is_not_used_can_be_had_with_what_to_do(client: "TestClient") -> None:
    rows = "".join(f"Competentie {n};Los {n};Doet {n}\n" for n in range(40))
    answer = upload(client, "veel.csv", f"Competentie;Blurb;Definitie\n{rows}")
    said = words(answer)
    assert "Kies dan hierboven bij Kolommen wat deze kolom is." in said
    assert "B Blurb Los 0 · Los 1 · Los 2" in said
    content = client.get(f"/import/{key_of(answer)}/left.xlsx").content
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    found = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert len(found) == 42
    assert found[41][1:3] == ["B41", "Los 39"]
    assert str(found[41][5]).startswith("Hoort dit in het model?")


def test_a_column_that_is_to_be_left_out_has_its_reason(client: "TestClient") -> None:
    answer = upload(client, "gedrag.csv", TABLE)
    answer = correct(client, answer, **{"column:Definitie": "ignore"})
    assert "u heeft gezegd dat deze kolom niet meedoet → wordt niet overgenomen" in words(answer)


def test_one_thing_is_counted_in_the_singular(client: "TestClient") -> None:
    jobs = "Functie;Competentie;Niveau\nAdviseur;Adviseren;3\n"
    answer = correct(client, upload(client, "functies.csv", jobs), known="basis")
    assert "Er komt 1 functieprofiel bij." in words(answer)


def test_a_range_of_excel_can_be_pasted(client: "TestClient") -> None:
    answer = client.post("/import", data={"pasted": TABLE.replace(";", "\t")})
    assert "2 competenties" in words(answer)
    assert "Er komt een nieuw model: Geplakt uit Excel." in words(answer)


def test_jobs_join_a_framework_that_is_there(workspace: Path, client: "TestClient") -> None:
    answer = correct(client, upload(client, "functies.csv", JOBS), known="basis")
    assert "2 functieprofielen 2 gevraagde niveaus" in words(answer)
    assert take(client, answer)["to"] == "/frameworks/basis/profiles"
    data = json.loads((workspace / "profiles" / "adviseur.json").read_bytes())
    assert data["frameworks"] == [{"id": "basis"}]
    assert data["requirements"][0]["competence"] == "adviseren"
    answer = correct(client, upload(client, "gedrag.csv", TABLE), known="basis")
    assert answer.status_code == 422
    assert "staat geen tabel met functies" in words(answer)


def test_files_of_one_export_go_together_as_a_zip_or_by_themselves(client: "TestClient") -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("uitvoer/gedrag.csv", TABLE)
        made.writestr("uitvoer/functies.csv", JOBS.replace("Adviseren", "Luisteren"))
        made.writestr("__MACOSX/._gedrag.csv", "ruis")
    answer = upload(client, "uitvoer.zip", archive.getvalue())
    assert "2 functieprofielen" in words(answer)
    several = [("file", ("a.csv", TABLE.encode())), ("file", ("b.csv", JOBS.encode()))]
    assert "2 functieprofielen" in words(client.post("/import", files=several))


@pytest.mark.slow
def test_what_is_exported_comes_back_as_the_same(client: "TestClient") -> None:
    for name in ("yaml", "markdown", "case", "skos", "table"):
        content = client.get(f"/api/v1/exports/{name}/basis").content
        suffix = {"yaml": "yaml", "markdown": "md", "case": "json", "skos": "ttl", "table": "xlsx"}
        answer = upload(client, f"basis.{suffix.get(name, 'csv')}", content)
        assert answer.status_code == 200, (name, words(answer)[:300])
        assert "18 competenties" in words(answer), name
        assert len(answer.content) < 60_000


def test_a_framework_with_the_same_id_is_put_beside_or_replaced_undoably(
    workspace: Path, client: "TestClient"
) -> None:
    path = workspace / "frameworks" / "gedrag.json"
    take(client, upload(client, "gedrag.csv", TABLE))
    same = upload(client, "gedrag.csv", TABLE)
    assert "Gedrag zegt al precies hetzelfde." in words(same)
    assert take(client, same)["to"] == "/frameworks/gedrag-2"
    other = upload(client, "gedrag.csv", TABLE.replace("Vraagt door", "Vraagt drie keer door"))
    assert "Er is al een model met de code gedrag: Gedrag." in words(other)
    before = client.get("/api/v1/frameworks/gedrag").json()
    taken = take(client, other, "replace")
    assert taken["to"] == "/frameworks/gedrag"
    now = client.get("/api/v1/frameworks/gedrag").json()
    assert "Vraagt drie keer door" in json.dumps(now)
    assert "Vraagt door" not in json.dumps(now)
    (undo,) = taken["undo"]
    edits = [{"number": 1, "document": undo["document"], "edit": undo["inverse"]}]
    sent = client.post("/api/operations", json={"client": "a-client-1", "edits": edits}).json()
    assert sent["answers"][0]["outcome"] == "done"
    assert client.get("/api/v1/frameworks/gedrag").json() == before
    assert path.is_file()


def test_replacing_keeps_what_a_table_does_not_know_of_the_framework(client: "TestClient") -> None:
    promises = client.get("/api/v1/frameworks/basis").json()["promises"]
    answer = correct(client, upload(client, "gedrag.csv", TABLE), name="Basis")
    assert "Er is al een model met de code basis: Basis." in words(answer)
    assert "18 weg" not in words(answer)
    take(client, answer, "replace")
    now = client.get("/api/v1/frameworks/basis").json()
    assert [one["name"] for one in now["competences"]] == ["Samenwerken", "Luisteren"]
    assert now["promises"] == promises


def test_script_in_every_cell_is_shown_as_text(client: "TestClient") -> None:
    table = TABLE.replace("Definitie", f"Definitie{SCRIPT}")
    table = re.sub(r"(Samenwerken|Werkt met anderen|Deelt informatie)", rf"\1 {SCRIPT}", table)
    answer = upload(client, f"gedrag{SCRIPT}.csv", table)
    assert SCRIPT not in answer.text
    answer = correct(client, answer, name=SCRIPT)
    assert SCRIPT not in answer.text
    assert "&lt;script&gt;" in answer.text
    taken = take(client, answer)
    assert SCRIPT not in client.get(taken["to"]).text


BAD = {
    "foto.csv": (b"\xff\xd8\xff\xe0" + b"x" * 500, "een afbeelding"),
    "leeg.csv": (b"", "is leeg"),
    "brief.docx": (b"PK\x03\x04 kapot", "zip-bestand"),
    "oud.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oude Excel of Word"),
    "slot.xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "met een wachtwoord beveiligd",
    ),
    "model.pdf": (b"%PDF-1.7 ...", "een pdf"),
    "mensen.csv": (
        b"Naam;E-mail;Afdeling\nJan de Vries;j@x.nl;HR\nPiet Puk;p@x.nl;HR\n",
        "tabel van mensen",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_framework_gets_a_sentence(
    name: str, workspace: Path, client: "TestClient"
) -> None:
    before = files(workspace)
    raw, sentence = BAD[name]
    answer = upload(client, name, raw)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert 'href="/forms"' in answer.text
    assert files(workspace) == before


def test_nothing_chosen_is_said(client: "TestClient") -> None:
    answer = client.post("/import", data={"pasted": " "})
    assert answer.status_code == 422
    assert "Kies een bestand" in words(answer)


def test_a_form_of_this_program_is_sent_to_the_forms(workspace: Path, client: "TestClient") -> None:
    from competenties.cli.main import main

    out = workspace.parent / "formulier.xlsx"
    arguments = ["write", "rating-sheet", "medewerker-klantcontact", "--workspace", str(workspace)]
    assert main([*arguments, "-o", str(out)]) == 0
    answer = upload(client, "formulier.xlsx", out.read_bytes())
    assert answer.status_code == 422
    assert "is een formulier van dit programma" in words(answer)


def test_a_zip_bomb_and_an_xml_bomb_are_refused(client: "TestClient") -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        for n in range(3):
            made.writestr(f"{n}.csv", b"a;b\n" * 10_000_000)
    answer = upload(client, "bom.zip", bomb.getvalue())
    assert answer.status_code == 422
    assert "bevat uitgepakt te veel" in words(answer)
    assert upload(client, "bom.xlsx", _xml_bomb()).status_code == 422


def _xml_bomb() -> bytes:
    book, content = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Competentie", "Definitie"])
    book.save(content)
    lines = ["<!ENTITY a0 'boem'>"]
    lines += [f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)]
    doctype = f"<!DOCTYPE x [{''.join(lines)}]>"
    bomb = io.BytesIO()
    with zipfile.ZipFile(content) as old, zipfile.ZipFile(bomb, "w") as new:
        for one in old.infolist():
            raw = old.read(one)
            if one.filename == "xl/worksheets/sheet1.xml":
                text = raw.decode().replace("Competentie", "&a9;")
                raw = (doctype + text.partition("?>")[2]).encode()
            new.writestr(one, raw)
    return bomb.getvalue()


def test_an_upload_is_never_on_the_disk(
    client: "TestClient", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    folder.chmod(0o500)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    large = TABLE + "".join(f"Competentie {n};{'x' * 2000};- Doet {n};\n" for n in range(1500))
    answer = upload(client, "groot.csv", large)
    assert answer.status_code == 200
    assert "1502 competenties" in words(answer)
    assert list(folder.iterdir()) == []


def test_the_store_is_small_and_forgets() -> None:
    store = ImportStore()
    keys = [store.put(Source(f"{n}.csv", b"x"), Wishes()) for n in range(MOST_FILES + 1)]
    with pytest.raises(NotFoundError):
        store.get(keys[0])
    assert store.get(keys[-1]).source.name == f"{MOST_FILES}.csv"
    large = [store.put(Source("l.csv", b"x" * 25_000_000), Wishes()) for _ in range(3)]
    with pytest.raises(NotFoundError):
        store.get(large[0])
    store.get(large[2]).at -= 3601
    with pytest.raises(NotFoundError):
        store.get(large[2])


@pytest.mark.parametrize("key", ["x", "onbekend-onbekend", "a" * 60])
def test_an_unknown_key_is_no_file(key: str, client: "TestClient") -> None:
    assert client.get(f"/import/{key}").status_code in (404, 422)
    assert client.post(f"/api/import/{key}/take", json={}).status_code in (404, 422)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("uk-ddat/skills.csv", "188 competenties"),
        ("uk-ddat/roles.csv", "205 functieprofielen"),
        ("digcomp3-nl/DigComp_3.0_Data_Supplement_nl.xlsx", "21 competenties"),
        ("moodle-lpimport/example.csv", "25 competenties"),
    ],
)
def test_real_files_are_understood_on_a_page_of_sixty_kilobytes(
    name: str, found: str, client: "TestClient"
) -> None:
    path = REAL / name
    if not path.is_file():
        pytest.skip("needs ../shared")
    answer = upload(client, path.name, path.read_bytes())
    assert answer.status_code == 200
    assert found in words(answer)
    assert len(answer.content) < 60_000
    assert client.get(take(client, answer)["to"]).status_code == 200


def test_the_way_to_another_program_says_where_to_click_and_what_stays(
    client: "TestClient",
) -> None:
    answer = client.get("/frameworks/basis/export", params={"program": "moodle"})
    assert "Sitebeheer › Competenties" in words(answer)
    assert "Blijft achter" in words(answer)
    assert "<ol><li>" in answer.text
    assert "--levels" not in answer.text
    (address,) = re.findall(r'href="(/api/v1/exports/moodle/basis[^"]*)"', answer.text)
    assert (
        client.get(unescape(address)).content.startswith(b"\xef\xbb\xbf")
        or client.get(unescape(address)).content
    )
    formats = client.get("/api/v1/formats").json()
    for one in (formats[0], formats[-1]):
        page = client.get("/frameworks/basis/export", params={"program": one["name"]})
        assert page.status_code == 200
        assert one["title"] in unescape(page.text)
        assert len(page.content) < 60_000
