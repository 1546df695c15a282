"""Reads the CFDocument of a package: name, owner, version, status, days and licence."""

from datetime import date
from typing import Any

from competenties.formats.case_drafts import Drafts, foreign_ids, is_id, sent_back, tag_of
from competenties.formats.case_kept import DEFINITIONS
from competenties.formats.case_kept_values import time_of
from competenties.formats.case_package import Package, as_object, has_words, ours_of, text
from competenties.formats.case_terms import (
    MOST_TITLE,
    STATUSES_OUT,
    concluded,
    is_url,
    shortened,
    status_of,
)
from competenties.formats.identity import node_uuid
from competenties.formats.plan import Draft, Node, Note
from competenties.formats.source import ImportChoices
from competenties.messages import Phrase

_CREATOR = Phrase(
    nl='de maker "{name}" is als eigenaar gelezen; de naam van een persoon hoort niet in een model',
    en='the creator "{name}" was read as the owner; the name of a person does not belong in a framework',
)
_NO_TITLE = Phrase(
    nl="het raamwerk heeft geen titel; geef het een naam",
    en="the framework has no title; give it a name",
)
_USED = {
    "identifier",
    "uri",
    "caseVersion",
    "creator",
    "title",
    "lastChangeDateTime",
    "description",
    "language",
    "notes",
    "CFPackageURI",
}


def read_document(package: Package, drafts: Drafts, choices: ImportChoices) -> Draft:
    """Return the draft of the framework, with what the document says."""
    reader = _Reader(package, drafts)
    reader.name(choices)
    reader.texts()
    reader.facts()
    reader.licence()
    reader.rest()
    return reader.draft


class _Reader:
    def __init__(self, package: Package, drafts: Drafts) -> None:
        self._package, self._drafts = package, drafts
        self.draft: Draft = {}
        self._data = package.document.data
        self._ours = ours_of(self._data)
        self._used = set(_USED)

    def name(self, choices: ImportChoices) -> None:
        """Put the id and the name: a chosen one, else the title."""
        title, identifier = text(self._data.get("title")), text(self._ours.get("id"))
        if is_id(identifier):
            self.draft["id"] = identifier
        self._put("name", choices.name or title, "title")
        if choices.name not in ("", title):
            self._drafts.leave(self.draft, "title", title, "CFDocument/title")
        if "name" not in self.draft:
            self.draft["name"] = "CASE"
            self._drafts.notes.append(Note(Node("CFDocument/title"), _NO_TITLE))

    def texts(self) -> None:
        """Put description, notes and owner; one who is called like the framework is no owner."""
        self._put("description", text(self._data.get("description")), "description")
        self._put("notes", text(self._data.get("notes")), "notes")
        creator = text(self._data.get("creator"))
        if creator != text(self._data.get("title")):
            self._put("owner", creator, "creator")
        if not self._package.is_ours and "owner" in self.draft:
            note = Note(Node("CFDocument/creator"), _CREATOR.filled(name=creator))
            self._drafts.notes.append(note)

    def facts(self) -> None:
        """Put version, status, days and address."""
        data = self._data
        if has_words(version := data.get("version")):
            self._take("version", "version", version)
        status, word = status_of(text(data.get("adoptionStatus"))), data.get("adoptionStatus")
        if status is not None:
            is_review = self._ours.get("status") == "review" and status == "draft"
            self._take("status", "adoptionStatus", "review" if is_review else status)
            if word != STATUSES_OUT[status] and not self._package.is_ours:
                self._drafts.keep(self.draft, "adoptionStatus", word)
        for key, name in (("valid_from", "statusStartDate"), ("valid_until", "statusEndDate")):
            if (day := _day(data.get(name))) is not None:
                self._take(key, name, day)
        if is_url(address := text(data.get("officialSourceURL"))):
            said = self._drafts.said(address, self._language("source"))
            self._take("sources", "officialSourceURL", [said])

    def licence(self) -> None:
        """Put the licence: its title, or the text of which ours is the title."""
        link = self._data.get("licenseURI")
        named = as_object(link) or {"title": link}
        licence = self._package.licences.get(text(named.get("identifier")).lower(), {})
        whole = text(licence.get("licenseText"))
        title = text(licence.get("title")) or text(named.get("title"))
        is_ours = sent_back(self._data)
        if "licenseText" in is_ours:
            self._drafts.keep(self.draft, "licenseText", whole)
        elif title == shortened(whole, MOST_TITLE):
            title = whole
        else:
            self._drafts.leave(self.draft, "licenseText", whole, "CFDefinitions/CFLicenses")
        if has_words(title):
            self._take("licence", "licenseURI", title)
            if not self._package.is_ours and isinstance(link, dict):
                self._drafts.keep(self.draft, "licenseURI", {**link, "title": title})

    def rest(self) -> None:
        """Put the foreign ids, and leave over what has no place, here and around the document."""
        found = foreign_ids(self._ours.get("identifiers"))
        if found is None:
            node = (self._package.document.uuid, text(self._data.get("uri")), "")
            found = concluded(node, node_uuid(self.draft.get("id", "")), None)
        if found:
            self.draft["identifiers"] = found
        self._drafts.leave_rest(self.draft, self._data, "CFDocument", self._used)
        ours = sent_back(self._data)
        for path, value in self._package.strange:
            if path in ours:
                self._drafts.keep(self.draft, path, value)
            else:
                self._drafts.leave(self.draft, path, value, path)
        self._drafts.keep(self.draft, f"{DEFINITIONS}CFItemTypes", self._package.types_of_others)
        if not self._package.is_ours:
            changed = time_of(self._data.get("lastChangeDateTime"))
            self._drafts.keep(self.draft, "lastChangeDateTime", changed)

    def _put(self, key: str, said: str, place: str) -> None:
        self._drafts.put(self.draft, key, said, (self._language(key), f"CFDocument/{place}"))

    def _language(self, key: str) -> str:
        return tag_of(as_object(self._ours.get("languages")).get(key)) or self._drafts.language

    def _take(self, key: str, name: str, value: Any) -> None:
        self.draft[key] = value
        self._drafts.mark(self.draft, key, f"CFDocument/{name}")
        self._used.add(name)


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(text(value)[:10])
    except ValueError:
        return None
