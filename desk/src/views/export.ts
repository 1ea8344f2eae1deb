/** Exports: the paper, its list, its sources; each a file that the browser saves. */

import type { DeskModel } from "../model/desk";
import { openDialog } from "../page/dialog";
import { h } from "../page/elements";
import { fileName } from "../page/file_name";
import { icon } from "../page/icons";
import { asked } from "../server/client";
import type { ExportKind, ExportTarget } from "../server/contract";
import { words } from "../words/words";

const KINDS: readonly ExportKind[] = ["paper", "essay", "list", "data"];
/** The names of formats, which are the same in all languages. */
const NAMES: Record<string, string> = {
  docx: "Word",
  odt: "OpenDocument",
  pdf: "PDF",
  "list-docx": "Word",
  "list-latex": "LaTeX",
  "list-markdown": "Markdown",
  "list-pdf": "PDF",
  "list-rtf": "RTF",
  bib: "BibTeX (.bib)",
  biblatex: "BibLaTeX",
  bibtex: "BibTeX",
  cff: "CITATION.cff",
  "csl-json": "CSL-JSON (Zotero)",
  "csl-yaml": "CSL-YAML",
  csv: "CSV",
  "endnote-xml": "EndNote",
  hayagriva: "Hayagriva (Typst)",
  medline: "MEDLINE",
  mods: "MODS",
  refer: "Refer (EndNote)",
  ris: "RIS",
  "word-xml": "Word",
};

export function openExport(desk: DeskModel): void {
  const groups = KINDS.flatMap((kind) => {
    const targets = desk.desk.exports.filter((target) => target.kind === kind);
    const buttons = targets.map((target) => h("li", {}, button(desk, target)));
    return [
      h("h3", {}, words.exportKinds[kind]),
      h("ul", { class: "exports" }, ...buttons),
    ];
  });
  openDialog(words.export, "large", groups);
}

function nameOf(to: string): string {
  if (to === "formatted") return words.formatted;
  if (to === "html" || to === "list-html") return words.webPage;
  if (to === "list-plain_text") return words.plainText;
  return NAMES[to] ?? to;
}

function button(desk: DeskModel, { to, missing }: ExportTarget): HTMLElement {
  return h(
    "button",
    {
      type: "button",
      "data-to": to,
      disabled: missing !== "",
      onclick: () => void desk.attempt(() => download(desk, to)),
    },
    icon("export"),
    h("span", {}, nameOf(to)),
    missing !== "" && h("span", { class: "soft" }, words.needsExtra(missing)),
  );
}

async function download(desk: DeskModel, to: string): Promise<void> {
  await desk.open.value?.settled();
  desk.say(words.working);
  const answer = await asked("export", { path: desk.path, to }, {});
  const name = fileName(answer.headers.get("Content-Disposition") ?? "") ?? to;
  const address = URL.createObjectURL(await answer.blob());
  h("a", { href: address, download: name }).click();
  // The browser has read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  desk.say(words.exported(name));
}
