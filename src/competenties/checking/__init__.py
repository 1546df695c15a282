"""The check: everything there is to say about a workspace, as findings."""

from competenties.checking.check import Report, Summary, check, every_rule, weighed

__all__ = ["Report", "Summary", "check", "every_rule", "weighed"]
