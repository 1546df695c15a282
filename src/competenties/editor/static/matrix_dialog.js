// The dialog of the matrix: asks for a name, for pasted lines, or for a cluster.

import { say, words } from "/static/frame.js";
import { groupName, groups } from "/static/matrix_page.js";

const dialog = document.getElementById("ask");
const form = document.getElementById("ask-form");
const field = (name) => document.getElementById(`ask-${name}`);

/** Ask for some parts (name, lines, group); resolves with what was written, or null. */
export function ask({ title, yes, parts, values = {}, leavesOut = "" }) {
  field("title").textContent = title;
  field("yes").textContent = yes;
  for (const part of form.querySelectorAll("[data-part]")) part.hidden = !parts.includes(part.dataset.part);
  field("name").value = values.name ?? "";
  field("lines").value = values.lines ?? "";
  fillGroups(values.group ?? "", leavesOut);
  count();
  dialog.returnValue = "";
  dialog.showModal();
  const first = field(parts[0]);
  first.focus();
  first.select?.();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes" ? answer() : null), { once: true });
  });
}

const answer = () => ({ name: field("name").value.trim(), lines: linesOf(field("lines").value), group: field("group").value });

function fillGroups(chosen, leavesOut) {
  const options = [new Option(words.no_cluster, "")];
  for (const one of groups()) {
    const id = one.dataset.group;
    if (!id || id === leavesOut) continue;
    options.push(new Option(`${"– ".repeat(Number(one.dataset.depth))}${groupName(one)}`, id));
  }
  field("group").replaceChildren(...options);
  field("group").value = chosen;
}

/** The names in pasted lines, with the second column of a table as definition. */
export function linesOf(text) {
  const seen = text.split(/\r?\n/).map((one) => one.split("\t").map((each) => each.replace(/^[\s•·–*-]+|\s+$/g, "")));
  return seen.filter(([name]) => name).map(([name, definition]) => ({ name, definition: definition ?? "" }));
}

function count() {
  const found = linesOf(field("lines").value).length;
  field("count").textContent = found ? say(words.recognised, { count: found }) : "";
}

field("lines").addEventListener("input", count);
