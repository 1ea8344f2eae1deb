/** The text of an essay, as it will be handed in while it can be edited. */

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import {
  Annotation,
  type ChangeDesc,
  EditorState,
  type StateEffect,
  Transaction,
} from "@codemirror/state";
import {
  drawSelection,
  dropCursor,
  EditorView,
  keymap,
  tooltips,
  type ViewUpdate,
} from "@codemirror/view";
import type { OpenEssay } from "../model/open_essay";
import { words } from "../words/words";
import { completion } from "./completion";
import { liveMarkdown } from "./live_markdown";
import { ownList, showOwnList } from "./own_list";
import {
  citationAtCursor,
  type PlacedCitation,
  printedCitations,
  showCitations,
  showNotes,
} from "./printed_citations";
import { type Fix, problems, showProblems } from "./problems";

/** A change that somebody else made: it is not typed, and not undone here. */
const fromElsewhere = Annotation.define<boolean>();

export interface EditorWatcher {
  fix: Fix;
  /** The cursor came to a place; `citation` is what it is in. */
  moved(at: number, citation: PlacedCitation | null): void;
}

export function createEditor(essay: OpenEssay, watcher: EditorWatcher): EditorView {
  const view = new EditorView({
    state: EditorState.create({
      doc: essay.essay.text ?? "",
      extensions: extensionsOf(essay, watcher),
    }),
  });
  essay.attach({
    text: () => view.state.doc,
    change: (changes) =>
      view.dispatch({
        changes,
        annotations: [fromElsewhere.of(true), Transaction.addToHistory.of(false)],
      }),
  });
  essay.shown.show(() => showPrinted(view, essay, watcher.fix));
  essay.findings.watch(() => showPrinted(view, essay, watcher.fix));
  return view;
}

function extensionsOf(essay: OpenEssay, watcher: EditorWatcher) {
  const nonce = document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]");
  const name = essay.essay.path;
  return [
    EditorView.cspNonce.of(nonce?.content ?? ""),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      "aria-label": words.editorName(name),
      lang: essay.settings.value.lang,
      spellcheck: "true",
    }),
    EditorState.readOnly.of(!essay.essay.writable),
    tooltips({ tooltipSpace: () => spaceOfTooltips() }),
    EditorState.phrases.of(words.phrases),
    history(),
    drawSelection(),
    dropCursor(),
    closeBrackets(),
    highlightSelectionMatches(),
    isMarkdown(essay.essay.format) ? liveMarkdown() : [],
    printedCitations(),
    ownList(),
    completion(essay),
    problems(),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...historyKeymap,
      ...searchKeymap,
      ...lintKeymap,
    ]),
    EditorView.updateListener.of((update) => updated(update, essay, watcher)),
  ];
}

/** Tooltips stay below the bar, and go when their text is scrolled away. */
function spaceOfTooltips() {
  const bar = document.querySelector(".bar")?.getBoundingClientRect();
  return { top: bar?.bottom ?? 0, left: 0, bottom: innerHeight, right: innerWidth };
}

function isMarkdown(format: string): boolean {
  return format === "markdown";
}

function updated(update: ViewUpdate, essay: OpenEssay, watcher: EditorWatcher): void {
  if (update.docChanged && !isFromElsewhere(update)) essay.typed(update.changes);
  if (update.docChanged || update.selectionSet) {
    const { state } = update;
    watcher.moved(state.selection.main.head, citationAtCursor(state));
  }
}

function isFromElsewhere(update: ViewUpdate): boolean {
  return update.transactions.some((one) => one.annotation(fromElsewhere) === true);
}

function showPrinted(view: EditorView, essay: OpenEssay, fix: Fix): void {
  const { ahead, printed } = essay;
  // After a change from elsewhere, the answer about the new text is on its way.
  if (printed.version !== essay.version) return;
  const shown = essay.findings.value ?? printed.problems;
  const effects: StateEffect<unknown>[] = [
    showCitations.of(placedCitations(essay, ahead)),
    showNotes.of(essay.settings.value.kind === "note"),
  ];
  if (printed.ownList !== undefined) {
    effects.push(showOwnList.of(placeOf(printed.ownList, ahead)));
  }
  view.dispatch({ effects }, showProblems(view.state, shown, ahead, fix));
}

function placeOf(span: [number, number] | null, ahead: ChangeDesc) {
  if (span === null) return null;
  return { from: ahead.mapPos(span[0], 1), to: ahead.mapPos(span[1], -1) };
}

/** Where the citations are now, after what was typed since the server's answer. */
function placedCitations(essay: OpenEssay, ahead: ChangeDesc): PlacedCitation[] {
  const placed: PlacedCitation[] = [];
  for (const [start, end, number] of essay.printed.citations) {
    const from = ahead.mapPos(start, 1);
    const to = ahead.mapPos(end, -1);
    const html = essay.printed.citation(number);
    if (from < to) placed.push({ from, to, html });
  }
  return placed;
}
