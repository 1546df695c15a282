"""Made-up left-overs of a CASE import, as they stand under `extra`: sound ones, and of any other form."""

from typing import Any

from hypothesis import strategies as st

_UUIDS = st.sampled_from(
    [
        "5c3b6a0e-6a5d-4f5e-9d3e-0c1d2e3f4a51",
        "5C3B6A0E-6A5D-4F5E-9D3E-0C1D2E3F4A52",
        "9bb1a0a6-3f27-4b5e-8a2c-5c9fb6f5a001",
        "geen-uuid",
    ]
)
_WORDS = st.sampled_from(
    ["Strand", "Competency", "contra indicator", "a" * 21, "b" * 400, " ", "jan@school.nl", "x\ny"]
)
_TIMES = st.sampled_from(
    ["2024-02-03T04:05:06", "2026-07-01T00:00:00.123Z", "2024-02-30", "2020-01-01", "toen"]
)
_STRANGE = st.sampled_from([None, [], {}, 3, True, [None], {"a": 1}])
_LINKS = st.fixed_dictionaries(
    {"identifier": _UUIDS},
    optional={
        "title": _WORDS,
        "uri": st.sampled_from(["https://voorbeeld.nl/a", "urn:case:item:1", "/los", "a b"]),
        "targetType": st.just("CASE"),
    },
)
_DEFINITIONS = st.lists(
    st.fixed_dictionaries(
        {"identifier": _UUIDS, "title": _WORDS},
        optional={
            "uri": st.just("https://voorbeeld.nl/d"),
            "description": _WORDS,
            "hierarchyCode": st.just("1"),
            "licenseText": _WORDS,
            "keywords": _WORDS,
            "lastChangeDateTime": _TIMES,
        },
    )
    | _STRANGE,
    max_size=2,
)
_ASSOCIATIONS = st.fixed_dictionaries(
    {
        "associationType": st.sampled_from(
            [
                "exemplar",
                "isRelatedTo",
                "ext:eigen",
                "isTranslationOf",
                "isChildOf",
                "hasSkillLevel",
            ]
        ),
        "identifier": _UUIDS,
        "destinationNodeURI": _LINKS | _STRANGE,
    },
    optional={"originNodeURI": _LINKS, "notes": _WORDS, "sequenceNumber": st.just(3)},
)
_TEXTS = _WORDS | st.lists(_WORDS, max_size=2) | _STRANGE
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "alternativeLabel": _TEXTS,
    "CFItemType": _TEXTS,
    "CFItemTypeURI": _LINKS | _STRANGE,
    "listEnumeration": _TEXTS,
    "abbreviatedStatement": _TEXTS,
    "fullStatement": _TEXTS,
    "conceptKeywords": _TEXTS,
    "conceptKeywordsURI": _LINKS | _STRANGE,
    "subject": _TEXTS,
    "subjectURI": st.lists(_LINKS, max_size=2) | _STRANGE,
    "educationLevel": _TEXTS,
    "licenseURI": _LINKS | _STRANGE,
    "statusStartDate": _TIMES | _STRANGE,
    "statusEndDate": _TIMES | _STRANGE,
    "extensions": st.dictionaries(_WORDS | st.just("competenties"), _STRANGE, max_size=2),
    "frameworkType": _TEXTS,
    "publisher": _TEXTS,
    "adoptionStatus": st.sampled_from(["Adopted", "Eigen woord"]) | _STRANGE,
    "lastChangeDateTime": _TIMES | _STRANGE,
    "exemplar https://voorbeeld.nl/a": _ASSOCIATIONS,
    "ander verband": _ASSOCIATIONS,
    **{
        f"CFDefinitions/{name}": _DEFINITIONS | _STRANGE
        for name in (
            "CFSubjects",
            "CFConcepts",
            "CFLicenses",
            "CFItemTypes",
            "CFAssociationGroupings",
        )
    },
    "CFRubrics/0": _STRANGE,
    "CFRubric": st.fixed_dictionaries(
        {}, optional={"identifier": _UUIDS, "criterion": _UUIDS, "title": _TEXTS}
    )
    | _STRANGE,
}
EXTRAS = st.fixed_dictionaries(
    {},
    optional={
        "case": st.fixed_dictionaries({}, optional=_FIELDS) | _STRANGE,
        "skos": st.just({"a": ["b"]}),
    },
)
