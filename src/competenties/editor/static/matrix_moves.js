// Makes the edits that move competences and clusters; they say where something goes, not by what.

import { groupOf, groups, order, row, rows, siblings } from "/static/matrix_page.js";

/** Put a competence behind another one (null: first) in a group. */
export function competenceTo(id, group, behind) {
  const listed = order().filter((one) => one !== id);
  const inGroup = rows(group).map((one) => one.dataset.c).filter((one) => one !== id);
  const next = inGroup[behind === null ? 0 : inGroup.indexOf(behind) + 1];
  let after = behind;
  if (after === null && next) after = listed[listed.indexOf(next) - 1] ?? null;
  if (after === null && !next) after = listed.at(-1) ?? null;
  const edits = [{ kind: "move", item: id, to: "", path: ["competences"], after }];
  const old = groupOf(row(id)).dataset.group || null;
  const wanted = group.dataset.group || null;
  if (old !== wanted) edits.push({ kind: "set", item: id, path: ["cluster"], was: old, value: wanted });
  const place = behind === null ? 1 : inGroup.indexOf(behind) + 2;
  return { edit: edits.length > 1 ? { kind: "batch", operations: edits } : edits[0], place, count: inGroup.length + 1 };
}

/** Where a competence goes by one step up or down: in its group, else to the next group. */
export function competenceStep(id, step) {
  const group = groupOf(row(id));
  const ids = rows(group).map((one) => one.dataset.c);
  const here = ids.indexOf(id);
  const wanted = here + step;
  if (wanted >= 0 && wanted < ids.length) return { group, behind: step > 0 ? ids[wanted] : (ids[wanted - 1] ?? null) };
  const all = groups();
  const other = all[all.indexOf(group) + step];
  if (!other) return null;
  return { group: other, behind: step > 0 ? null : (rows(other).at(-1)?.dataset.c ?? null) };
}

/** The edit that puts a cluster one step up or down among those beside it, or null at the edge. */
export function clusterStep(group, step) {
  const beside = siblings(group);
  const here = beside.indexOf(group);
  const wanted = beside[here + step];
  if (!wanted) return null;
  const id = group.dataset.group;
  if (step > 0) return moveOf(id, wanted.dataset.group);
  // Behind the one before the wanted place; the first of these goes to the beginning.
  return moveOf(id, beside[here - 2]?.dataset.group ?? null);
}

/** The edit that puts a cluster behind another one beside it (null: first), or null where it stands there. */
export function clusterTo(id, group, behind) {
  const beside = siblings(group);
  const here = beside.indexOf(group);
  return (beside[here - 1]?.dataset.group ?? null) === behind ? null : moveOf(id, behind);
}

const moveOf = (item, after) => ({ kind: "move", item, to: "", path: ["clusters"], after });
