"""What can be wrong with a file for Moodle, in the words that a reader sees."""

from competenties.messages import Phrase

NO_HEADER = Phrase(
    nl="de eerste rij moet koppen hebben; Moodle slaat hem over",
    en="the first row must hold headers; Moodle skips it",
)
UNEVEN = Phrase(
    nl="deze rij heeft een ander aantal kolommen dan de koppen, of minder dan 13",
    en="this row has another number of columns than the header, or fewer than 13",
)
NO_FRAMEWORK = Phrase(
    nl='geen rij heeft "1" bij Is framework', en='no row has "1" under Is framework'
)
MORE_FRAMEWORKS = Phrase(
    nl="meer dan een rij telt als raamwerk: ook FALSE en nee zijn voor Moodle waar",
    en="more than one row counts as a framework: FALSE and no are true to Moodle",
)
EMPTY_ROW = Phrase(
    nl="een rij zonder inhoud laat Moodle vastlopen", en="a row without content makes Moodle loop"
)
NO_ID = Phrase(nl="ID number ontbreekt of is 0", en="the ID number is missing or 0")
NO_NAME = Phrase(nl="Short name ontbreekt of is 0", en="the short name is missing or 0")
TOO_LONG = Phrase(
    nl="langer dan 100 tekens: Moodle kort dit in", en="longer than 100 characters: Moodle cuts it"
)
TAG = Phrase(nl="wat na < staat, valt weg", en="what follows < is dropped")
BLANKS = Phrase(
    nl="begint of eindigt met een spatie, en die telt mee",
    en="begins or ends in a blank, which counts",
)
TWICE = Phrase(
    nl="dit ID number staat er twee keer; andere hoofdletters maken geen verschil",
    en="this ID number is there twice; other capitals make no difference",
)
EQUAL_NUMBERS = Phrase(
    nl="dit ID number is als getal gelijk aan een ander, en een van beide heeft rijen onder zich",
    en="as a number this ID number equals another, and one of them has rows under it",
)
NO_PARENT = Phrase(
    nl="de bovenliggende rij staat niet in het bestand", en="the parent is not in the file"
)
UNDER_FRAMEWORK = Phrase(
    nl="bij de bovenste rijen moet Parent ID number leeg zijn",
    en="the Parent ID number of rows at the top must be empty",
)
ROUND = Phrase(nl="deze rij staat onder zichzelf", en="this row stands under itself")
BACKSLASH = Phrase(
    nl="een backslash voor een aanhalingsteken of aan het eind slokt op wat volgt",
    en="a backslash before a quote or at the end swallows what follows",
)
FORMULA = Phrase(
    nl="begint met = + - of @: Moodle 5.1 zet er een ' voor",
    en="begins with = + - or @: Moodle 5.1 puts a ' before it",
)
FORMAT_UNKNOWN = Phrase(
    nl="Description format moet 0, 1, 2 of 4 zijn", en="the description format must be 0, 1, 2 or 4"
)
TAXONOMY_UNKNOWN = Phrase(
    nl="Taxonomy kent alleen vaste Engelse woorden, met komma's en zonder spaties",
    en="the taxonomy knows fixed English words only, with commas and without blanks",
)
TAXONOMY_TOO_LONG = Phrase(
    nl="Taxonomy is langer dan 255 tekens", en="the taxonomy is longer than 255 characters"
)
SELF_RELATED = Phrase(nl="verwijst naar zichzelf", en="refers to itself")
RELATED_UNKNOWN = Phrase(
    nl="verwijst naar een rij die er niet is, of heeft een spatie na de komma",
    en="refers to a row that is not there, or has a blank after the comma",
)
NO_SCALE = Phrase(
    nl="het raamwerk heeft Scale values en Scale configuration nodig",
    en="the framework needs scale values and a scale configuration",
)
HALF_A_SCALE = Phrase(
    nl="Scale values en Scale configuration horen bij elkaar; een van beide ontbreekt",
    en="scale values and scale configuration belong together; one of them is missing",
)
NOT_CONFIGURED = Phrase(
    nl="Scale configuration moet een lijst zijn: eerst scaleid, dan per niveau id, scaledefault en "
    "proficient",
    en="the scale configuration must be a list: scaleid first, then id, scaledefault and proficient "
    "for each level",
)
NO_DEFAULT = Phrase(
    nl="Scale configuration moet een niveau als standaard hebben en een niveau als bekwaam",
    en="the scale configuration must have one level as default and one as proficient",
)
NO_SUCH_LEVEL = Phrase(
    nl="Scale configuration noemt een niveau dat er niet is; het eerste niveau is 1",
    en="the scale configuration names a level that is not there; the first level is 1",
)
BAD_VALUES = Phrase(
    nl="Scale values mag geen leeg niveau hebben en geen spatie voor of na een komma",
    en="scale values may hold no empty level and no blank before or after a comma",
)
RULE_UNKNOWN = Phrase(
    nl="Rule type is leeg of een van de twee regels van Moodle",
    en="the rule type is empty or one of the two rules of Moodle",
)
OUTCOME_UNKNOWN = Phrase(
    nl="Rule outcome moet 0, 1, 2 of 3 zijn", en="the rule outcome must be 0, 1, 2 or 3"
)
RULE_BROKEN = Phrase(
    nl="Rule config past niet bij de regel: de punten moeten gaan over rijen hieronder, met hun "
    "Exported ID",
    en="the rule config does not fit the rule: its points must be about rows under it, by their "
    "exported ID",
)
TOO_FEW_POINTS = Phrase(
    nl="met alle punten samen wordt het vereiste aantal niet gehaald",
    en="all points together do not reach what is asked",
)
