"""The columns of Canvas's file with outcomes; Canvas reads them by name."""

NAMES = (
    "vendor_guid",
    "object_type",
    "title",
    "description",
    "calculation_method",
    "calculation_int",
    "mastery_points",
    "workflow_state",
    "parent_guids",
    "ratings",
)
"""The columns that this program writes; `ratings` is the last, with as many as it needs after it."""
KNOWN = (
    "canvas_id",
    "course_id",
    "friendly_description",
    "display_name",
    *NAMES,
)
REQUIRED = ("vendor_guid", "object_type", "title")
RATINGS = "ratings"
GROUP, OUTCOME = "group", "outcome"
MOST_TITLE = 255
MOST_DESCRIPTION = 65_535

Row = list[str]
