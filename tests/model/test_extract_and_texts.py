"""Parts of a framework, and every text in it."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings

from competenties.model.extract import extract
from competenties.model.framework import Framework
from competenties.model.texts import texts
from competenties.workspace.documents import document_data, read_framework
from strategies import frameworks

ROOT = Path(__file__).parents[2]


def basis() -> Framework:
    model = read_framework(ROOT / "frameworks" / "basis.json").model
    assert model is not None
    return model


def test_an_extract_keeps_ids_and_drops_what_belongs_to_others() -> None:
    whole = basis()
    part = extract(whole, {"adviseren"}, identifier="advies", name="Advies")
    assert [one.id for one in part.competences] == ["adviseren"]
    assert part.base is not None
    assert part.base.framework == "basis"
    ours, theirs = part.competences[0], whole.competence("adviseren")
    assert theirs is not None
    assert ours.levels == theirs.levels
    assert [cluster.id for cluster in part.clusters] == [theirs.cluster]
    assert all(set(promise.competences) <= {"adviseren"} for promise in part.promises)
    assert {promise.id for promise in part.promises} < {promise.id for promise in whole.promises}
    assert all(one.competence == "adviseren" for one in ours.relations)


def test_every_text_of_the_shipped_framework_is_there_in_both_languages() -> None:
    found = list(texts(basis()))
    assert len(found) > 300
    for where, text in found:
        assert isinstance(text, dict), where
        assert list(text) == ["nl", "en"], where


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(framework=frameworks())
def test_the_way_to_a_text_leads_to_it_in_the_file(framework: Framework) -> None:
    data = document_data(framework)
    own = [path for (item, path), _ in texts(framework) if item == framework.id]
    for (item, path), text in texts(framework):
        if item == framework.id and own.count(path) == 1 and path[0] in data:
            node = data
            try:
                for step in path:
                    node = node[step]  # type: ignore[index]
            except (KeyError, IndexError):
                continue  # an item inside has the id of the framework
            assert node == text
