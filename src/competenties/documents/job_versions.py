"""Which earlier job profiles a job came from, and what differs between each of them and now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from competenties.documents.job_aspects import aspects
from competenties.documents.job_differences import Difference, differences, unchanged
from competenties.documents.job_scoring import scoring_changes
from competenties.documents.request import ProfileRequest, WorkspaceRequest
from competenties.model.profile import JobProfile


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier version of a job beside what it is now.

    `same` are the subjects without a difference; `scoring` says what counts in another way.
    """

    was: ProfileRequest
    found: tuple[Difference, ...]
    same: tuple[str, ...]
    scoring: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One job: what it is now, beside each job that it came from; a new job came from none."""

    now: ProfileRequest
    compared: tuple[Comparison, ...]

    @property
    def is_new(self) -> bool:
        """Tell whether there was no such job before."""
        return not self.compared

    @property
    def is_merged(self) -> bool:
        """Tell whether the job came from more than one."""
        return len(self.compared) > 1

    @property
    def is_unchanged(self) -> bool:
        """Tell whether the text of the job, and how it is scored, stayed what they were."""
        return len(self.compared) == 1 and not (self.compared[0].found or self.compared[0].scoring)


def changes_of(request: WorkspaceRequest) -> list[Change]:
    """Return each job of now with what it came from, in the order of the workspace."""
    return [_change(request, profile) for profile in request.profiles]


def ended_jobs(request: WorkspaceRequest, changes: Sequence[Change]) -> list[ProfileRequest]:
    """Return the earlier jobs that no job of now came from."""
    followed = {one.was.profile.id for change in changes for one in change.compared}
    return [_earlier(request, one) for one in request.before if one.id not in followed]


def _change(request: WorkspaceRequest, profile: JobProfile) -> Change:
    now = request.on(profile)
    before = [_earlier(request, one) for one in request.before if _came_from(profile, one)]
    return Change(now, tuple(_compared(was, now) for was in before))


def _compared(was: ProfileRequest, now: ProfileRequest) -> Comparison:
    old, new = aspects(was), aspects(now)
    found = differences(old, new)
    same = unchanged(old, new, found)
    scoring = scoring_changes(was, now, is_text_same=not found)
    return Comparison(was, tuple(found), tuple(same), tuple(scoring))


def _came_from(profile: JobProfile, before: JobProfile) -> bool:
    """Tell whether a profile follows an earlier one: the same id, or one names the other."""
    return before.id in (profile.id, profile.replaces) or before.replaced_by == profile.id


def _earlier(request: WorkspaceRequest, profile: JobProfile) -> ProfileRequest:
    frameworks = request.frameworks_before or request.frameworks
    return replace(request.on(profile), frameworks=frameworks)
