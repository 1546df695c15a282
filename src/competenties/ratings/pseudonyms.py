"""Other names for people in results; whoever knows the organisation may still recognise somebody."""

from dataclasses import replace

from competenties.messages import Language, Phrase
from competenties.model.fingerprint import text_hash
from competenties.ratings.returned import FileRemark, Returned, ReturnedForm

_PERSON = Phrase(nl="Persoon {number}", en="Person {number}")
_FILE = Phrase(nl="bestand {number}", en="file {number}")
_HIDDEN = frozenset(["employee", "number", "manager", "second-rater", "rater", "email"])

NOT_ANONYMOUS = Phrase(
    nl="De namen zijn vervangen. Anoniem is dit niet: wie de organisatie kent, kan mensen herkennen, ook aan "
    "de voorbeelden.",
    en="The names were replaced. This is not anonymous: whoever knows the organisation may recognise people, "
    "also by the examples.",
)


class Pseudonyms:
    """Gives everybody a number, the same in every round that is read."""

    def __init__(self, language: Language) -> None:
        """Begin without anybody."""
        self._language = language
        self._numbers: dict[str, int] = {}

    def hide(self, returned: Returned) -> Returned:
        """Return forms without names, numbered in an order that does not follow the names."""
        mixed = sorted(returned.forms, key=lambda one: (text_hash(one.who), text_hash(one.file)))
        for one in mixed:
            self._numbers.setdefault(one.who, len(self._numbers) + 1)
        files = {one.file: place for place, one in enumerate(mixed, 1)}
        for remark in returned.remarks:
            files.setdefault(remark.file, len(files) + 1)
        called = {name: _FILE.say(self._language, number=place) for name, place in files.items()}
        return Returned(
            tuple(self._renamed(one, called[one.file]) for one in returned.forms),
            tuple(_quiet(one, called) for one in returned.remarks if not one.names_people),
        )

    def _renamed(self, one: ReturnedForm, file: str) -> ReturnedForm:
        name = _PERSON.say(self._language, number=self._numbers[one.who])
        copy = {key: text for key, text in one.form.copy.items() if key not in _HIDDEN}
        written = {key: text for key, text in one.form.written.items() if key not in _HIDDEN}
        copy |= {"employee": name, "role": one.role}
        return ReturnedForm(file, replace(one.form, copy=copy, written=written))


def _quiet(one: FileRemark, called: dict[str, str]) -> FileRemark:
    """Return a remark without names of files, since people are in these."""
    nl, en = one.said
    for name, other in called.items():
        nl, en = nl.replace(f'"{name}"', f'"{other}"'), en.replace(f'"{name}"', f'"{other}"')
    return FileRemark(called[one.file], Phrase(nl, en), one.refused)
