"""Which returned forms carry a text that the workspace no longer has."""

from collections.abc import Iterator, Sequence

from competenties.messages import Language, Phrase
from competenties.model.fingerprint import fingerprint, rated_content
from competenties.ratings.form import FormText, carried
from competenties.ratings.results import PersonResult
from competenties.workspace.workspace import Workspace

_MOVED_ON = Phrase(
    nl="{profile}: van de {lines} zinnen op het formulier zijn er {changed} sindsdien gewijzigd of weg. De "
    "uitkomst gaat over de tekst die op het formulier stond.",
    en="{profile}: of the {lines} sentences on the form {changed} have changed or gone since. The result is "
    "about the text that stood on the form.",
)


def moved_on(
    results: Sequence[PersonResult], workspace: Workspace | None, language: Language
) -> Iterator[str]:
    """Yield which forms carry a text that the workspace no longer has."""
    if workspace is None:
        return
    profiles, frameworks = workspace.profiles_by_id(), workspace.frameworks_by_id()
    for text in {one.text.fingerprint: one.text for one in results}.values():
        profile = profiles.get(text.content.profile)
        if profile is None or text.kind in ("team", "organisation"):
            continue
        content = rated_content(profile, frameworks, text.content.language)
        now = FormText.model_validate(
            carried(content, fingerprint(content), kind=text.kind, name="", version="")
        )
        there = {(line.id, line.hash) for _, line in now.lines()}
        lines = [line for _, line in text.lines()]
        changed = sum((line.id, line.hash) not in there for line in lines)
        if changed:
            yield _MOVED_ON.say(language, profile=text.name, lines=len(lines), changed=changed)
