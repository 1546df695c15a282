"""Clusters from the rows of a table, and what clusters and competences have in common."""

from competenties.formats.drafting import Drafting, Said
from competenties.formats.plan import Draft
from competenties.formats.table_headers import same_name
from competenties.formats.table_sheet import TableRow


class Clusters:
    """The clusters of the framework while they are found; several columns are clusters in clusters."""

    def __init__(self, drafting: Drafting) -> None:
        """Begin without clusters."""
        self._drafting = drafting
        self._places: dict[tuple[str, ...], int] = {}

    def of_row(self, row: TableRow) -> int | None:
        """Return the cluster of a row; several columns are clusters in clusters."""
        parent: int | None = None
        path: tuple[str, ...] = ()
        depths: dict[int, list[Said]] = {}
        for column in row.table.columns("cluster"):
            if column in row.cells:
                number = row.table.headers[column].number or 1
                depths.setdefault(number, []).append(row.at(column))
        for number in sorted(depths):
            saids = depths[number]
            path = (*path, name_key(row, saids[0]))
            parent = self._one_cluster(path, saids, parent)
        if parent is not None:
            node = self._drafting.framework["clusters"][parent]
            for said in row.said("cluster.description"):
                self._drafting.put(node, "description", said)
            put_code(self._drafting, row, "cluster.code", node)
        return parent

    def _one_cluster(self, path: tuple[str, ...], saids: list[Said], parent: int | None) -> int:
        clusters: list[Draft] = self._drafting.framework.setdefault("clusters", [])
        if path not in self._places:
            self._places[path] = len(clusters)
            clusters.append({} if parent is None else {"parent": parent})
        node = clusters[self._places[path]]
        for said in saids:
            self._drafting.put(node, "name", said)
        return self._places[path]


def put_code(drafting: Drafting, row: TableRow, field: str, node: Draft) -> None:
    """Keep the code that another system gave to an item."""
    if said := row.first(field):
        scheme = row.table.titles[said.cell.column]
        drafting.add(node, "identifiers", {"scheme": scheme, "id": said.text}, said)


def name_key(row: TableRow, said: Said) -> str:
    """Return a name to find an item by; in a table of our own it is what it is to the letter."""
    return said.text if row.table.is_ours else same_name(said.text)
