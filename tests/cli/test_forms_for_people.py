"""`competenties write rating-sheet --people`: the right files, a clear list, and no half a file."""

import csv
import io
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from running import call, environment

from competenties.ratings.reading import read_form

HEADER = (
    "naam;nummer;e-mail;functie;afdeling;leidinggevende;periode;beoordelaar;e-mail beoordelaar;rol"
)
USUAL = (
    "Jan de Vries;00123;jan@x.nl;;KCC;Piet Jansen;2026;;;zelf",
    "Jan de Vries;00123;jan@x.nl;;KCC;Piet Jansen;2026;Anne Müller;anne@x.nl;collega",
    "Éva Ø;00124;eva@x.nl;wijkverpleegkundige;Zorg;piet jansen;2026;Piet Jansen;piet@x.nl;leidinggevende",
)
PROFILE = "medewerker-klantcontact"


def workspace_in(folder: Path) -> Path:
    """Return a new workspace with all profiles that ship."""
    assert call("new", folder / "werkmap", "--language", "nl").code == 0
    return folder / "werkmap"


def people(folder: Path, *rows: str, header: str = HEADER) -> Path:
    path = folder / "mensen.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return path


def write(
    root: Path, table: Path, output: Path, *more: str, language: str = "nl"
) -> tuple[int, str]:
    asked = ("--people", table, "-o", output, "--workspace", root, "--language", language)
    done = call("write", "rating-sheet", PROFILE, *asked, *more)
    return done.code, done.out + done.err


def files(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_everybody_gets_a_form_in_the_folder_of_the_manager(tmp_path: Path) -> None:
    root, output = workspace_in(tmp_path), tmp_path / "uit"
    code, said = write(root, people(tmp_path, *USUAL), output)
    assert (code, files(output)) == (
        0,
        [
            "Piet Jansen/Jan de Vries - Feedbackformulier - Anne Müller.xlsx",
            "Piet Jansen/Jan de Vries - Zelfreflectie.xlsx",
            "Piet Jansen/Éva Ø - Gespreksformulier - Piet Jansen.xlsx",
            "verzendlijst.csv",
        ],
    )
    assert "Formulieren gemaakt: 3" in said
    form = read_form((output / files(output)[2]).read_bytes())
    assert form.text.content.profile == "wijkverpleegkundige"
    assert (form.copy["employee"], form.copy["role"]) == ("Éva Ø", "manager")


def test_the_send_list_says_who_gets_which_file(tmp_path: Path) -> None:
    root, output = workspace_in(tmp_path), tmp_path / "uit"
    write(root, people(tmp_path, *USUAL, "=cmd|' /C calc'!A0;9;;;;;;;;"), output)
    raw = (output / "verzendlijst.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(raw), delimiter=";"))
    assert [row["Ontvanger"] for row in rows[:3]] == ["Jan de Vries", "Anne Müller", "Piet Jansen"]
    assert [row["E-mail"] for row in rows[:3]] == ["jan@x.nl", "anne@x.nl", "piet@x.nl"]
    assert rows[3]["Over wie"].startswith("'=cmd"), "no formula in a table for mail merge"
    for row in rows:
        form = read_form((output / row["Bestand"]).read_bytes())
        assert form.copy["code"] == row["Code van dit exemplaar"]


def test_the_agreements_of_last_time_stand_on_the_form(tmp_path: Path) -> None:
    root, output = workspace_in(tmp_path), tmp_path / "uit"
    table = people(
        tmp_path, 'Jan;"Belt <elke> klant terug.\nVolgt een training."', header="naam;afspraken"
    )
    code, _ = write(root, table, output)
    form = read_form(next(output.rglob("*.xlsx")).read_bytes())
    found = [form.written.get(key, "") for key in ("last-one", "last-two", "last-three")]
    assert (code, found) == (0, ["Belt <elke> klant terug.", "Volgt een training.", ""])


def test_one_kind_for_all_other_names_and_one_zip_file(tmp_path: Path) -> None:
    root, table = workspace_in(tmp_path), people(tmp_path, *USUAL)
    more = ("--form", "appraisal-report", "--zip", "--names", "{nummer} {naam}")
    code, _ = write(root, table, tmp_path / "alles", *more)
    package = zipfile.ZipFile(tmp_path / "alles.zip")
    assert (code, package.testzip()) == (0, None)
    assert package.namelist() == [
        "Piet Jansen/00123 Jan de Vries.xlsx",
        "Piet Jansen/00123 Jan de Vries (2).xlsx",
        "Piet Jansen/00124 Éva Ø.xlsx",
        "verzendlijst.csv",
    ]
    assert read_form(package.read(package.namelist()[0])).text.kind == "appraisal-report"
    code, said = write(root, table, tmp_path / "alles", *more)
    assert (code, "bestaat al" in said) == (2, True)


def test_a_second_run_makes_what_is_missing_and_leaves_what_was_filled_in(tmp_path: Path) -> None:
    root, output = workspace_in(tmp_path), tmp_path / "uit"
    table = people(tmp_path, *USUAL)
    write(root, table, output)
    first, second, third, _ = (output / name for name in files(output))
    first.unlink()
    third.write_bytes(b"van iets anders")
    before = second.stat().st_mtime_ns
    code, said = write(root, table, output)
    assert "Formulieren gemaakt: 1" in said
    assert "Stonden er al en zijn niet aangeraakt: 1" in said
    assert "is er al, maar met een andere tekst" in said
    assert (code, second.stat().st_mtime_ns, third.read_bytes()) == (1, before, b"van iets anders")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--names", "{loon}"), '"{loon}" kan niet in een bestandsnaam'),
        (("--names", "{naam.__class__}"), "kan niet in een bestandsnaam"),
        (("--names", "{"), "kan niet in een bestandsnaam"),
    ],
)
def test_a_pattern_that_cannot_be_is_refused(
    tmp_path: Path, more: tuple[str, ...], said: str
) -> None:
    code, shown = write(workspace_in(tmp_path), people(tmp_path, *USUAL), tmp_path / "u", *more)
    assert code == 2
    assert said in shown
    assert not (tmp_path / "u").exists()


def test_people_belong_to_forms_only(tmp_path: Path) -> None:
    root, table = workspace_in(tmp_path), people(tmp_path, *USUAL)
    asked = ("-o", tmp_path / "u", "--workspace", root, "--language", "nl")
    done = call("write", "job-profile", PROFILE, "--people", table, *asked)
    assert (done.code, "--people hoort bij rating-sheet" in done.err) == (2, True)
    done = call("write", "rating-sheet", PROFILE, "--names", "{naam}", *asked)
    assert (done.code, "--names hoort bij --people" in done.err) == (2, True)
    for option in (("--type", ".docx"), ("--template", "x.docx")):
        done = call("write", "rating-sheet", PROFILE, "--people", table, *option, *asked)
        assert (done.code, f"--people en {option[0]} gaan niet samen" in done.err) == (2, True)
    assert not (tmp_path / "u").exists()


def test_a_table_of_people_as_source_points_to_the_option_for_it(tmp_path: Path) -> None:
    table = people(tmp_path, *USUAL).rename(tmp_path / "onze mensen.csv")
    done = call("write", "rating-sheet", table, "-o", tmp_path / "u", "--language", "nl")
    assert done.code == 2
    assert f'write rating-sheet FUNCTIEPROFIEL --people "{table}" -o formulieren' in done.err


def test_force_does_not_replace_a_form_that_may_have_been_filled_in(tmp_path: Path) -> None:
    root, output = workspace_in(tmp_path), tmp_path / "uit"
    write(root, people(tmp_path, *USUAL), output)
    first = output / files(output)[0]
    first.write_bytes(b"van iemand anders")
    code, said = write(root, people(tmp_path, *USUAL), output, "--force")
    assert (code, first.read_bytes()) == (1, b"van iemand anders")
    assert "is er al, maar met een andere tekst" in said


def test_five_hundred_rows_with_every_fault_give_the_right_files_and_a_clear_list(
    tmp_path: Path,
) -> None:
    chance = random.Random(5)  # noqa: S311  (the same rows every time)
    rows, good, bad = [], 0, 0
    for number in range(500):
        fault = chance.choice(
            ["", "", "", "name", "role", "profile", "twice", "device", "long", "rater"]
        )
        name = {"name": "", "device": "CON", "long": "x" * 300}.get(fault, f"Müller; nr {number}")
        role = {"role": "baas", "rater": "collega"}.get(fault, chance.choice(["zelf", ""]))
        job = "bestaat niet" if fault == "profile" else ""
        row = f'"{name}";{number:05};=1+1;{job};é/..\\a;LPT1;;;"@SUM(A1)";{role}'
        rows += [row, row] if fault == "twice" else [row]
        good += fault not in ("name", "role", "profile", "rater")
        bad += fault in ("name", "role", "profile", "twice", "rater")
    root, output = workspace_in(tmp_path), tmp_path / "uit"
    code, said = write(root, people(tmp_path, *rows), output)
    made = [name for name in files(output) if name.endswith(".xlsx")]
    assert (code, len(made)) == (1, good)
    assert f"Rijen zonder formulier ({bad}):" in said
    assert all(name.startswith("_LPT1/") for name in made)
    assert len({name.casefold() for name in made}) == good
    assert said.count("staat er twee keer") == sum(
        rows[at] == rows[at + 1] for at in range(len(rows) - 1)
    )
    assert not list(output.rglob("*part"))
    for name in made[:: len(made) // 20]:
        assert read_form((output / name).read_bytes()).is_empty


@pytest.mark.slow
def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    root = workspace_in(tmp_path)
    table = people(tmp_path, *(f"Naam {n};{n};;;;M{n % 7};;;;" for n in range(400)))
    whole = tmp_path / "heel"
    write(root, table, whole)
    chance = random.Random(1)  # noqa: S311  (the same moments every time)
    command = [sys.executable, "-m", "competenties", "write", "rating-sheet", PROFILE]
    asked = ["--people", str(table), "--workspace", str(root), "--language", "nl"]
    halfway = 0
    for run in range(50):
        output = tmp_path / f"uit{run}"
        process = subprocess.Popen(
            [*command, *asked, "-o", str(output)],
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while not output.exists() and process.poll() is None:
            time.sleep(0.001)
        time.sleep(0.1 * chance.random())
        process.send_signal(signal.SIGKILL)
        process.wait()
        halfway += files(output) != files(whole)
        code, _ = write(root, table, output)
        assert code == 0
        assert files(output) == files(whole)
        for name in files(whole):
            assert (output / name).read_bytes() == (whole / name).read_bytes(), name
    assert halfway > 20, "most runs were stopped in the middle"
