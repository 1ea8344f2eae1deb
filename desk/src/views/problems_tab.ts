/** The problems of the essay and of what it cites, with their fixes. */

import { EditorView } from "@codemirror/view";
import type { DeskModel } from "../model/desk";
import type { OpenEssay } from "../model/open_essay";
import type { Signal } from "../model/signal";
import { h } from "../page/elements";
import { icon } from "../page/icons";
import type { Finding } from "../server/contract";
import { words } from "../words/words";
import { messageOf, plain } from "./message";

/** More are not shown at once: nobody reads a list of thousands. */
const MOST = 200;

export function problemsTab(
  desk: DeskModel,
  editor: Signal<EditorView | null>,
  counted: (count: number) => void,
): HTMLElement {
  const list = h("ul", { class: "findings" });
  const fixAll = h(
    "button",
    { type: "button", class: "quiet", onclick: () => void fixSafe(desk) },
    icon("check"),
    words.fixAll,
  );
  const count = h("p", { class: "soft" });
  const head = h("div", { class: "panel-head" }, count, fixAll);
  const show = () => {
    const open = desk.open.value;
    const findings = open === null ? [] : findingsOf(open);
    counted(findings.length);
    const { length } = findings;
    count.textContent = length > 0 ? words.problemCount(length) : words.noProblems;
    fixAll.hidden = !findings.some(({ fixes }) => fixes.some(({ safe }) => safe));
    const rows = findings.slice(0, MOST).map((one) => row(desk, editor, one));
    list.replaceChildren(...rows);
  };
  let stops: (() => void)[] = [];
  desk.open.show((open) => {
    for (const stop of stops) stop();
    stops = open === null ? [] : [open.shown.watch(show), open.findings.watch(show)];
    show();
  });
  return h("div", { class: "panel" }, head, list);
}

function findingsOf(open: OpenEssay): readonly Finding[] {
  return open.findings.value ?? open.printed.problems;
}

function row(
  desk: DeskModel,
  editor: Signal<EditorView | null>,
  finding: Finding,
): HTMLElement {
  const { severity, message, advice, fixes, code, rule } = finding;
  return h(
    "li",
    { class: `finding ${severity}` },
    h(
      "button",
      {
        type: "button",
        class: "finding-place",
        onclick: () => go(desk, editor, finding),
      },
      h("span", { class: "severity" }, words.severity[severity], " ", code ?? rule),
      h("span", { class: "finding-message" }, messageOf(message)),
    ),
    advice !== "" && h("p", { class: "soft" }, messageOf(advice)),
    fixes.length > 0 &&
      h(
        "div",
        { class: "fixes" },
        ...fixes.map((_, at) => fixButton(desk, finding, at)),
      ),
  );
}

function fixButton(desk: DeskModel, finding: Finding, at: number): HTMLElement {
  const fix = finding.fixes[at];
  const make = () => void desk.attempt(() => desk.fix({ ids: [finding.id], fix: at }));
  const hint = fix?.safe === false ? words.unsafeFix : null;
  return h(
    "button",
    { type: "button", title: hint, onclick: make },
    plain(fix?.title ?? ""),
  );
}

function go(
  desk: DeskModel,
  editor: Signal<EditorView | null>,
  { start, end, key }: Finding,
): void {
  const view = editor.value;
  if (start === null || end === null) {
    if (key !== null) void desk.attempt(() => desk.showSource(key));
  } else if (view !== null) {
    const { length } = view.state.doc;
    const selection = { anchor: Math.min(end, length), head: Math.min(start, length) };
    const effects = EditorView.scrollIntoView(selection.head, { y: "center" });
    view.dispatch({ selection, effects });
    desk.pane.set("text");
    view.focus();
  }
}

async function fixSafe(desk: DeskModel): Promise<void> {
  const fixed = await desk.attempt(() => desk.fix({ all: "safe" }));
  if (fixed !== undefined) desk.say(words.fixed(fixed));
}
