"""Our styles by the names under which an organisation meets them, with what each is for."""

from competenties.messages import Phrase

OUR_STYLES: dict[str, Phrase] = {
    "Normal": Phrase(nl="gewone tekst (Standaard)", en="ordinary text"),
    "Title": Phrase(nl="titel van het document (Titel)", en="title of the document"),
    "Heading 1": Phrase(nl="hoofdstuk (Kop 1)", en="chapter"),
    "Heading 2": Phrase(nl="paragraaf (Kop 2)", en="section"),
    "Heading 3": Phrase(nl="kleinste kop (Kop 3)", en="smallest heading"),
    "List Bullet": Phrase(nl="opsomming (Lijstopsomteken)", en="list of points"),
    "Lead": Phrase(
        nl="kerntekst, zoals het doel van de functie", en="key text, such as the purpose"
    ),
    "Intro": Phrase(
        nl="tekst die bij het volgende blok hoort", en="text that stays with what follows"
    ),
    "Level": Phrase(nl="kopje boven een lijst", en="small head above a list"),
    "Note": Phrase(nl="kleine toelichting", en="small explanation"),
    "Notice": Phrase(nl="mededeling aan wie invult", en="notice for whoever fills it in"),
    "Warning": Phrase(nl="waarschuwing", en="warning"),
    "Label Line": Phrase(nl="regel die met een label begint", en="line that begins with a label"),
    "Table Text": Phrase(nl="tekst in een tabel (Tabeltekst)", en="text in a table"),
    "Table Header": Phrase(nl="kop van een kolom (Tabelkop)", en="head of a column"),
    "Table Label": Phrase(nl="label in een tabel (Tabellabel)", en="label in a table"),
    "Table Strong": Phrase(nl="vette tekst in een tabel", en="bold text in a table"),
    "Table Group": Phrase(
        nl="tussenkop in een tabel (Tabeltussenkop)", en="head of a part of a table"
    ),
    "Table Note": Phrase(nl="kleine toelichting in een tabel", en="small explanation in a table"),
    "Table Bullet": Phrase(nl="opsomming in een tabel (Tabelopsomming)", en="list in a table"),
    "Reading Table": Phrase(nl="tabel om te lezen (Leestabel)", en="table to read"),
    "Label Table": Phrase(
        nl="tabel met labels en waarden (Labeltabel)", en="table of labels and values"
    ),
    "Form Table": Phrase(
        nl="tabel om in te vullen (Invultabel, Tabelraster)", en="table to fill in (Table Grid)"
    ),
}
