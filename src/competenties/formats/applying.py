"""Makes a framework and profiles from an import plan: gives ids and fills in references."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from competenties.formats.plan import Draft, ImportPlan
from competenties.model.framework import Framework
from competenties.model.ids import is_device_name, item_id, slug
from competenties.model.profile import JobProfile
from competenties.model.text import Text, text_in


@dataclass(frozen=True)
class Imported:
    """What an import made; the profiles refer to the framework, or to one that was there."""

    framework: Framework | None
    profiles: tuple[JobProfile, ...]


def apply(plan: ImportPlan, taken: Collection[str] = ()) -> Imported:
    """Return the framework and the profiles of a plan.

    `taken` are ids of frameworks and profiles that a new one may not get. The same plan gives the
    same ids every time.
    """
    framework = _framework(plan, taken) if plan.framework is not None else None
    used = set(taken)
    profiles = []
    for draft in plan.profiles:
        profile = _profile(draft, plan.language, framework, used)
        used.add(profile.id)
        profiles.append(profile)
    return Imported(framework, tuple(profiles))


def _framework(plan: ImportPlan, taken: Collection[str]) -> Framework:
    draft = dict(plan.framework or {})
    language = plan.language
    identifier = draft.pop("id", None) or slug(text_in(draft["name"], language, language), taken)
    ids = _Ids(identifier, language)
    given = [*draft.get("clusters", ()), *draft.get("competences", ())]
    ids.taken.update(one["id"] for one in given if "id" in one)
    scales = [ids.named(one) for one in draft.pop("proficiency_scales", ())]
    clusters = [ids.named(one) for one in draft.pop("clusters", ())]
    competences = [ids.named(one) for one in draft.pop("competences", ())]
    return Framework.model_validate(
        {
            "id": identifier,
            "language": language,
            **draft,
            "proficiency_scales": scales,
            "clusters": [_referred(one, "parent", clusters) for one in clusters],
            "competences": [
                ids.with_indicators(_referred(_referred(one, "cluster", clusters), "scale", scales))
                for one in competences
            ],
        }
    )


@dataclass
class _Ids:
    """Gives ids that are unique in one framework or profile."""

    root: str
    language: str

    def __post_init__(self) -> None:
        self.taken: set[str] = set()
        self._given: set[str] = set()

    def named(self, draft: Draft) -> Draft:
        """Return an item with an id made from its name, unless it brought one."""
        if "id" in draft and draft["id"] not in self._given and not is_device_name(draft["id"]):
            self._given.add(draft["id"])
            return draft
        draft = {key: value for key, value in draft.items() if key != "id"}
        identifier = slug(text_in(draft["name"], self.language, self.language), self.taken)
        self.taken.add(identifier)
        return {"id": identifier, **draft}

    def with_indicators(self, competence: Draft) -> Draft:
        """Return a competence whose indicators have ids."""
        owner = competence["id"]
        made = dict(competence)
        if "levels" in made:
            made["levels"] = [
                {
                    **level,
                    "indicators": self.items(
                        owner, f"{owner}/{level['level']}", level.get("indicators", ())
                    ),
                }
                for level in made["levels"]
            ]
        if "indicators" in made:
            made["indicators"] = self.items(owner, owner, made["indicators"])
        return made

    def items(self, owner: str, path: str, drafts: Iterable[Draft]) -> list[Draft]:
        """Return small items with ids, made from where they stand and what they say at birth."""
        return [self._item(owner, path, draft) for draft in drafts]

    def _item(self, owner: str, path: str, draft: Draft) -> Draft:
        identifier = draft.get("id")
        if identifier is None or identifier in self.taken:
            text = text_in(draft["text"], self.language, self.language)
            identifier = item_id(owner, self.root, path, text, self.taken)
        self.taken.add(identifier)
        return {**draft, "id": identifier}


def _referred(draft: Draft, key: str, items: list[Draft]) -> Draft:
    """Return an item that names another by its id instead of its position."""
    return draft if draft.get(key) is None else {**draft, key: items[draft[key]]["id"]}


def _profile(
    draft: Draft, language: str, framework: Framework | None, taken: Collection[str]
) -> JobProfile:
    content: dict[str, Any] = dict(draft)
    name: Text = content["name"]
    identifier = content.pop("id", None)
    if identifier is None or identifier in taken or is_device_name(identifier):
        identifier = slug(text_in(name, language, language), taken)
    requirements = []
    for one in content.pop("requirements", ()):
        requirement = dict(one)
        if framework is not None and isinstance(requirement["competence"], int):
            requirement["competence"] = framework.competences[requirement["competence"]].id
        requirements.append(requirement)
    if framework is not None:
        content.setdefault("frameworks", [{"id": framework.id}])
    return JobProfile.model_validate(
        {"id": identifier, "language": language, **content, "requirements": requirements}
    )
