"""The columns of Moodle's file with a competency framework; Moodle reads them by position."""

HEADER = (
    "Parent ID number",
    "ID number",
    "Short name",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type (optional)",
    "Rule outcome (optional)",
    "Rule config (optional)",
    "Cross-referenced competency ID numbers",
    "Exported ID (optional)",
    "Is framework",
    "Taxonomy",
)
PARENT, ID, NAME, DESCRIPTION, FORMAT, VALUES, CONFIGURATION = range(7)
RULE, OUTCOME, RULE_CONFIGURATION, RELATED, EXPORTED, IS_FRAMEWORK, TAXONOMY = range(7, 14)

HTML = "1"
FORMATS = ("", "0", "1", "2", "4")
MOST_TAXONOMY = 255
TERMS = frozenset(
    [
        "behaviour",
        "competency",
        "concept",
        "domain",
        "indicator",
        "level",
        "outcome",
        "practice",
        "proficiency",
        "skill",
        "value",
    ]
)
"""What rows at one depth can be called in the taxonomy."""

Row = list[str]
