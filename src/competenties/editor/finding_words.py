"""What a finding says in the editor: where to mend it on a screen, without the names of a file.

The command line speaks to whoever has the file open; there the names of fields help. Here each
phrase that holds such a name has another one, by the phrase that the check itself says.
"""

import re
from functools import cache

from competenties.findings import Finding, Rule
from competenties.messages import Language, Phrase, Spoken, say

_FIELD_NAME = re.compile(r' \("[a-z_]+"\)')
_ID = re.compile(r'" \([a-z0-9-]+\)\?')
_SETTING = re.compile(r' \(check\.[a-z_.]+\)| in check\.severities| \("cumulative" is true\)')
_SETTINGS = Phrase(nl="de instellingen van de werkmap", en="the settings of the workspace")
_PLAIN = {
    "true (ja)": "ja",
    "false (nee)": "nee",
    "niets (null)": "niets",
    "true (yes)": "yes",
    "false (no)": "no",
    "nothing (null)": "nothing",
    "een blok": "iets anders",
    "a block": "something else",
}

_AGAIN = Phrase(
    nl="Vul het hier opnieuw in. Staat het niet op een scherm, laat dan het bestand herstellen door wie "
    "het heeft gemaakt.",
    en="Fill it in here again. When no screen shows it, have the file mended by whoever made it.",
)
_IN_FILE = Phrase(
    nl="Dit staat zo in het bestand en is hier niet te wijzigen. Laat het herstellen door wie het "
    "bestand heeft gemaakt, of zet een eerdere kopie terug.",
    en="This stands in the file and cannot be changed here. Have it mended by whoever made the file, "
    "or put an earlier copy back.",
)
_USUAL_RULE = Phrase(
    nl='Zet de regel onderaan de controle, bij "Aangepaste regels", weer op standaard.',
    en='Put the rule back to standard at the end of the check, under "Changed rules".',
)


def statement_of(finding: Finding, language: Language) -> str:
    """Return what is the case, as a screen says it."""
    return _in_editor(finding.rule.message).say(language, **_values(finding, language))


def title_of(finding: Finding, language: Language) -> str:
    """Return the name of the item; nothing where it has no text yet and would be called by its id."""
    title = finding.title(language)
    return "" if title == finding.place.item else title


def message_of(finding: Finding, language: Language) -> str:
    """Return what is the case, behind the name of the item."""
    title, said = title_of(finding, language), statement_of(finding, language)
    return f"{title}: {said}" if title else said


def advice_of(finding: Finding, language: Language) -> str:
    """Return what to do now, as a screen says it."""
    return _in_editor(finding.rule.advice).say(language, **_values(finding, language))


def page_advice(rule: Rule) -> Phrase:
    """Return what to do about a rule, with its gaps, for its page."""
    return _in_editor(rule.advice)


def page_why(rule: Rule, language: Language) -> str:
    """Return why there is a rule, for its page."""
    without = _SETTING.sub("", rule.why.say(language))
    return without.replace("check.customer_words", _SETTINGS.say(language))


def _in_editor(phrase: Phrase) -> Phrase:
    return _said_otherwise().get(phrase, phrase)


def _values(finding: Finding, language: Language) -> dict[str, Spoken]:
    values = {name: say(one, language) for name, one in finding.values.items()}
    if "nearest" in values:
        values["nearest"] = _ID.sub('"?', values["nearest"])
    if "what" in values:
        values["what"] = _FIELD_NAME.sub("", values["what"])
    found = values.get("found", "")
    values["found"] = _title_of(_PLAIN.get(found, found), finding.rule, language)
    if "rule" in values:
        values["rule"] = _title_of(values["rule"], None, language)
    return {**values, "line": str(finding.place.line or "?")}


def _title_of(name: str, asker: Rule | None, language: Language) -> str:
    """Return the title of a rule where a finding names one."""
    from competenties.checking import every_rule

    rule = every_rule().get(name) if asker is None or asker.name == "fixed-severity" else None
    return rule.title.say(language) if rule else name


@cache
def _said_otherwise() -> dict[Phrase, Phrase]:
    """Return what the editor says instead of the phrases of the check."""
    return {
        **_about_content(),
        **_about_acceptances(),
        **_about_form(),
        **_about_reading(),
        **_about_files(),
    }


def _about_content() -> dict[Phrase, Phrase]:
    from competenties.checking.rules import (
        cluster_loop,
        duplicate_id,
        duplicate_name,
        level_skips,
        missing_translation,
        mixed_polarity,
        unknown_framework,
    )

    return {
        missing_translation.RULE.advice: Phrase(
            nl='Vertaal de tekst. Werkt u niet in deze taal? Haal dan het vinkje weg bij "Talen", onder '
            '"Gegevens" van het model.',
            en='Translate the text. Do you not work in this language? Then remove its tick under "Languages", '
            'in the "Details" of the framework.',
        ),
        level_skips.RULE.advice: Phrase(
            nl='Beschrijf ook wat is overgeslagen, of zet bij "Gegevens" van het model een vinkje bij "Een '
            'competentie mag niveaus overslaan".',
            en='Describe what was left out too, or tick "A competence may leave levels out" in the "Details" '
            "of the framework.",
        ),
        mixed_polarity.RULE.advice: Phrase(
            nl="Schrijf wat iemand wel doet, of maak er een contra-indicator van: die telt niet mee in de score.",
            en="Write what somebody does do, or make it a contra-indicator: that does not count in the score.",
        ),
        duplicate_name.RULE.message: Phrase(
            nl="deze naam komt twee keer voor.", en="this name occurs twice."
        ),
        duplicate_id.RULE.message: Phrase(
            nl='is niet te onderscheiden van "{other}": het bestand geeft ze hetzelfde kenmerk.',
            en='cannot be told apart from "{other}": the file gives them the same mark.',
        ),
        duplicate_id.RULE.advice: Phrase(
            nl="Verwijder de kopie en voeg haar opnieuw toe; dan krijgt zij een eigen kenmerk.",
            en="Delete the copy and add it again; it then gets a mark of its own.",
        ),
        cluster_loop.RULE.advice: Phrase(
            nl="Geef een van deze clusters een andere plaats in de matrix.",
            en="Give one of these clusters another place in the matrix.",
        ),
        unknown_framework.RULE.advice: Phrase(
            nl='{nearest}Is het model verwijderd? Zet het terug op de werkmap, onder "Verwijderd". Of kies '
            "een ander model.",
            en='{nearest}Was the framework deleted? Put it back in the workspace, under "Removed". Or choose '
            "another one.",
        ),
    }


def _about_acceptances() -> dict[Phrase, Phrase]:
    from competenties.checking.rules import stale_acceptance

    return {
        stale_acceptance.RULE.message: Phrase(
            nl='een acceptatie van "{rule}" geldt niet meer: {reason}.',
            en='an acceptance of "{rule}" no longer holds: {reason}.',
        ),
        stale_acceptance.RULE.advice: Phrase(
            nl='Haal haar weg met "Toch weer tonen", onder "Geaccepteerd". Accepteer zo nodig de nieuwe melding.',
            en='Remove it with "Show again", under "Accepted". Accept the new finding where needed.',
        ),
        stale_acceptance.OF_AN_ERROR.advice: Phrase(
            nl='Haal haar weg met "Toch weer tonen", onder "Geaccepteerd", en los de fout op.',
            en='Remove it with "Show again", under "Accepted", and mend the error.',
        ),
    }


def _about_form() -> dict[Phrase, Phrase]:
    from competenties.workspace import form_problems as form

    misfit = Phrase(
        nl='bij "{label}" staat {found}; dat past daar niet.',
        en='"{label}" holds {found}; that does not fit there.',
    )
    return {
        form.MISSING_FIELD.message: Phrase(
            nl='"{label}" is nog leeg{where}.', en='"{label}" is still empty{where}.'
        ),
        form.MISSING_FIELD.advice: Phrase(nl="Vul het in.", en="Fill it in."),
        form.EMPTY_TEXT.message: Phrase(
            nl='"{label}" is nog leeg.', en='"{label}" is still empty.'
        ),
        form.EMPTY_TEXT.advice: Phrase(
            nl="Vul de tekst in, of verwijder wat u niet nodig heeft.",
            en="Fill in the text, or delete what you do not need.",
        ),
        form.UNKNOWN_FIELD.message: Phrase(
            nl='in het bestand staat "{field}"{where}; dat kent het programma niet.',
            en='the file holds "{field}"{where}, which the program does not know.',
        ),
        form.UNKNOWN_FIELD.advice: _IN_FILE,
        form.WRONG_TYPE.message: misfit,
        form.WRONG_TYPE.advice: _AGAIN,
        form.WRONG_FORM.advice: _AGAIN,
        form.WRONG_VALUE.message: misfit,
        form.WRONG_VALUE.advice: Phrase(
            nl="Kies er een uit de lijst. Staat het niet op een scherm, laat dan het bestand herstellen.",
            en="Choose one from the list. When no screen shows it, have the file mended.",
        ),
        form.BAD_ID.message: Phrase(
            nl='bij "{label}" staat "{found}"; dat kan het programma niet lezen.',
            en='"{label}" holds "{found}", which the program cannot read.',
        ),
        form.BAD_ID.advice: _IN_FILE,
        form.BAD_LANGUAGE.advice: _IN_FILE,
        form.BAD_DATE.advice: Phrase(nl="Kies de datum opnieuw.", en="Choose the date again."),
        form.HOUSE_RULE.advice: Phrase(
            nl="Pas het aan, of vraag wie de huisregels van uw organisatie beheert.",
            en="Change it, or ask whoever keeps the house rules of your organisation.",
        ),
    }


def _about_reading() -> dict[Phrase, Phrase]:
    from competenties.workspace import problems

    mend = Phrase(
        nl="Is het bestand buiten dit programma gewijzigd? Maak dat ongedaan of zet een eerdere kopie "
        "terug. Het bestand blijft zoals het is.",
        en="Was the file changed outside this program? Undo that or put an earlier copy back. The file "
        "stays as it is.",
    )
    return {
        problems.NOT_JSON.message: Phrase(
            nl="Regel {line} van het bestand is beschadigd: {reason}.",
            en="Line {line} of the file is damaged: {reason}.",
        ),
        problems.NOT_JSON.advice: mend,
        problems.NOT_TOML.message: Phrase(
            nl="Regel {line} van de instellingen (competenties.toml) is niet te lezen.",
            en="Line {line} of the settings (competenties.toml) cannot be read.",
        ),
        problems.NOT_UTF8.message: Phrase(
            nl="Het bestand is met een andere tekenset opgeslagen; op regel {line} staat het eerste teken "
            "dat niet klopt.",
            en="The file was saved with another character set; line {line} holds the first wrong character.",
        ),
        problems.NOT_AN_OBJECT.message: Phrase(
            nl="Het bestand bevat geen competentiemodel of functieprofiel.",
            en="The file does not hold a framework or a job profile.",
        ),
        problems.DUPLICATE_KEY.message: Phrase(
            nl="Op regel {line} van het bestand staat iets voor de tweede keer.",
            en="Line {line} of the file says something for the second time.",
        ),
        problems.DUPLICATE_KEY.advice: mend,
        problems.NOT_A_NUMBER.message: Phrase(
            nl="Op regel {line} van het bestand staat {found}; daar kan niet mee worden gerekend.",
            en="Line {line} of the file holds {found}, which cannot be used in a calculation.",
        ),
        problems.NOT_A_NUMBER.advice: mend,
        problems.BROKEN_CHARACTER.message: Phrase(
            nl="Op regel {line} van het bestand staat een half teken, dat op papier niet bestaat.",
            en="Line {line} of the file holds half a character, which does not exist on paper.",
        ),
        problems.BROKEN_CHARACTER.advice: mend,
    }


def _about_files() -> dict[Phrase, Phrase]:
    from competenties.workspace import problems

    name = Phrase(
        nl='het bestand heet "{file}", en hoort "{found}.json" te heten.',
        en='the file is called "{file}", and should be called "{found}.json".',
    )
    return {
        problems.NO_FORMAT.message: Phrase(
            nl="Het bestand is niet te herkennen als {expected} van dit programma.",
            en="The file cannot be recognised as a {expected} of this program.",
        ),
        problems.NO_FORMAT.advice: Phrase(
            nl='Komt het uit een ander programma? Kies het dan bij "Importeren".',
            en='Does it come from another program? Then choose it under "Import".',
        ),
        problems.COPIED_FILE.message: name,
        problems.COPIED_FILE.advice: Phrase(
            nl="Dat bestand is er al. Haal de kopie weg uit de map.",
            en="That file is there already. Remove the copy from the folder.",
        ),
        problems.WRONG_FILE_NAME.message: name,
        problems.WRONG_FILE_NAME.advice: Phrase(
            nl="Geef het bestand in de map zijn oude naam terug.",
            en="Give the file its old name back, in the folder.",
        ),
        problems.RESERVED_NAME.advice: _IN_FILE,
        problems.UNKNOWN_RULE.advice: _USUAL_RULE,
        problems.FIXED_SEVERITY.advice: _USUAL_RULE,
    }
