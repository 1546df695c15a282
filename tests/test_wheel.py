"""The wheel, in an empty environment outside the checkout, does the same demo."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_wheel_works_outside_the_checkout(tmp_path: Path) -> None:
    run(
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--wheel",
        "--outdir",
        tmp_path,
        ROOT,
        cwd=tmp_path,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for part in ("schemas/framework.schema.json", "frameworks/basis.json", "schemas/examples/"):
        assert any(f"competenties/shipped/{part}" in name for name in names), part
    assert not any("tests/" in name for name in names)
    run(sys.executable, "-m", "venv", tmp_path / "leeg", cwd=tmp_path)
    scripts = tmp_path / "leeg" / ("Scripts" if os.name == "nt" else "bin")
    run(
        scripts / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--require-hashes",
        "-r",
        ROOT / "requirements.lock",
        cwd=tmp_path,
    )
    run(scripts / "python", "-m", "pip", "install", "--quiet", "--no-deps", wheel, cwd=tmp_path)
    said = run(scripts / "competenties", "demo", "voorbeeld", "--language", "nl", cwd=tmp_path)
    made = tmp_path / "voorbeeld" / "documenten"
    assert sorted(path.suffix for path in made.iterdir()) == [".docx"] * 8 + [".xlsx"] * 6
    assert "0 fouten, 2 waarschuwingen" in said
    assert "competenties.toml" in said
    checked = run(scripts / "competenties", "check", "voorbeeld", "--language", "nl", cwd=tmp_path)
    assert "0 fouten, 2 waarschuwingen" in checked
