"""Documents of a session: made, ready-made, removed and brought back."""

from pathlib import Path

import pytest
from edited_workspaces import (
    NAME,
    make_workspace,
    set_text,
    text_of,
)

from competenties.findings import NotFoundError, RefusedError
from competenties.model.framework import Framework
from competenties.workspace.documents import (
    read_framework,
)
from competenties.workspace.session import Session
from competenties.workspace.shipped import shipped_frameworks, shipped_profiles
from competenties.workspace.starting import (
    add_ready_made,
    blank_framework,
    start_workspace,
)


def test_a_document_is_removed_and_brought_back_with_its_edits(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    set_text(session, "a-11", "Van mij.", number=1)
    key = session.delete(NAME)
    assert not path.exists()
    assert NAME not in session.states
    assert [(one.key, one.name) for one in session.removed()] == [(key, NAME)]
    again = Session(tmp_path)
    assert not again.conflicts
    assert again.restore(key) == NAME
    assert text_of(again.state(NAME).data, "a-11") == "Van mij."
    assert again.state(NAME).revision >= 1
    with pytest.raises(NotFoundError):
        again.restore(key)


def test_an_id_that_was_used_is_not_given_out_again(tmp_path: Path) -> None:
    make_workspace(tmp_path)
    session = Session(tmp_path)
    key = session.delete(NAME)
    model = Framework(id="model", name="Nieuw", language="nl")
    assert session.create(model) == "frameworks/model-2"
    session.restore(key)
    assert {NAME, "frameworks/model-2"} <= session.states.keys()


def test_a_removed_document_is_not_put_over_another_one(tmp_path: Path) -> None:
    path = make_workspace(tmp_path)
    session = Session(tmp_path)
    key = session.delete(NAME)
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(RefusedError):
        session.restore(key)
    assert path.read_text(encoding="utf-8") == "{}"
    for wrong in ("../../x", "frameworks/../x@20260101T000000-aaaa", ""):
        with pytest.raises(NotFoundError):
            session.restore(wrong)


def test_a_first_run_begins_with_settings_a_ready_made_model_or_a_blank_one(tmp_path: Path) -> None:
    start_workspace(tmp_path, "nl", framework=None, organisation="Voorbeeld")
    session = Session(tmp_path)
    assert session.states == {}
    assert session.workspace().settings.organisation == "Voorbeeld"
    names = add_ready_made(session, "basis")
    assert names[0] == "frameworks/basis"
    assert set(names[1:]) <= {f"profiles/{one}" for one in shipped_profiles()}
    assert (tmp_path / "frameworks/basis.json").read_bytes() == shipped_frameworks()[
        "basis"
    ].read_bytes()
    second = add_ready_made(session, "basis")
    assert second[0] == "frameworks/basis-2"
    profile = session.workspace().profiles_by_id()[second[1].partition("/")[2]]
    assert "basis-2" in [one.id for one in profile.frameworks]
    assert "basis" not in [one.id for one in profile.frameworks]
    blank = session.create(blank_framework("nl", "Ons model"))
    made = read_framework(tmp_path / f"{blank}.json", root=tmp_path)
    assert not made.findings
    assert made.model is not None
    assert [one.number for one in made.model.proficiency_scales[0].levels] == [1, 2, 3, 4, 5]
    with pytest.raises(NotFoundError):
        add_ready_made(session, "bestaat-niet")
    session.close()
