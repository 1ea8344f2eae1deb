/** Shows each citation as it prints, in place of its source, and beside the source
 * while the cursor is in it. */

import {
  type EditorState,
  type Extension,
  RangeSet,
  RangeSetBuilder,
  RangeValue,
  StateEffect,
  StateField,
} from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  showTooltip,
  type Tooltip,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";
import { h } from "../page/elements";
import { sanitized } from "../page/sanitize";

/** A citation, with the HTML that it prints. */
export interface PlacedCitation {
  from: number;
  to: number;
  html: string;
}

class Printed extends RangeValue {
  constructor(readonly html: string) {
    super();
  }
  override eq(other: RangeValue): boolean {
    return other instanceof Printed && other.html === this.html;
  }
}

/** The server said how the citations print; their places are of the text as it is. */
export const showCitations = StateEffect.define<readonly PlacedCitation[]>();
/** The citations are notes: they print a number in the text. */
export const showNotes = StateEffect.define<boolean>();

const citations = StateField.define<RangeSet<Printed>>({
  create: () => RangeSet.empty,
  update(placed, transaction) {
    let now = transaction.docChanged ? placed.map(transaction.changes) : placed;
    for (const effect of transaction.effects) {
      if (effect.is(showCitations)) now = rangesOf(effect.value);
    }
    return now;
  },
});

const areNotes = StateField.define<boolean>({
  create: () => false,
  update(now, transaction) {
    const said = transaction.effects.find((effect) => effect.is(showNotes));
    return said === undefined ? now : (said.value as boolean);
  },
});

function rangesOf(placed: readonly PlacedCitation[]): RangeSet<Printed> {
  const builder = new RangeSetBuilder<Printed>();
  for (const { from, to, html } of placed) builder.add(from, to, new Printed(html));
  return builder.finish();
}

/** Return the citation that the cursor is in, if it is in one. */
export function citationAtCursor(state: EditorState): PlacedCitation | null {
  const { head } = state.selection.main;
  let found: PlacedCitation | null = null;
  state.field(citations).between(head, head, (from, to, { html }) => {
    if (isOpen(state, from, to)) found = { from, to, html };
    return found === null ? undefined : false;
  });
  return found;
}

/** Whether a citation shows its source: the cursor or the selection is in it. A cursor
 * after a citation without a closing bracket may be writing it still. */
function isOpen(state: EditorState, from: number, to: number): boolean {
  return state.selection.ranges.some((range) => {
    if (range.from < to && range.to > from) return true;
    return range.to === to && !/[\])}]/.test(state.sliceDoc(to - 1, to));
  });
}

class CitationWidget extends WidgetType {
  constructor(
    readonly html: string,
    readonly isNote: boolean,
  ) {
    super();
  }
  override eq(other: CitationWidget): boolean {
    return other.html === this.html && other.isNote === this.isNote;
  }
  toDOM(): HTMLElement {
    const name = this.isNote ? "citation citation-note" : "citation";
    return h("span", { class: name }, sanitized(this.html));
  }
  /** A click puts the cursor into the citation. */
  override ignoreEvent(): boolean {
    return false;
  }
}

const OPEN = Decoration.mark({ class: "citation-source" });

function decorationsOf(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { state } = view;
  const isNote = state.field(areNotes);
  let last = -1;
  for (const visible of view.visibleRanges) {
    state.field(citations).between(visible.from, visible.to, (from, to, { html }) => {
      if (from < last || from === to || isBroken(state, from, to)) return;
      last = to;
      builder.add(from, to, decorationOf(state, from, to, html, isNote));
    });
  }
  return builder.finish();
}

function decorationOf(
  state: EditorState,
  from: number,
  to: number,
  html: string,
  isNote: boolean,
): Decoration {
  if (html === "" || isOpen(state, from, to)) return OPEN;
  return Decoration.replace({ widget: new CitationWidget(html, isNote) });
}

/** Citations that go over a line end. Only a field of the state may replace line ends;
 * there are few of them, so all are shown, and not only the visible ones. */
const brokenCitations = StateField.define<readonly PlacedCitation[]>({
  create: () => [],
  update(now, { startState, state }) {
    const placed = state.field(citations);
    if (placed === startState.field(citations, false)) return now;
    const found: PlacedCitation[] = [];
    for (const cursor = placed.iter(); cursor.value !== null; cursor.next()) {
      const { from, to, value } = cursor;
      if (isBroken(state, from, to)) found.push({ from, to, html: value.html });
    }
    return found;
  },
  provide: (field) =>
    EditorView.decorations.compute([field, areNotes, "selection"], (state) => {
      const isNote = state.field(areNotes);
      const shown = state
        .field(field)
        .map(({ from, to, html }) =>
          decorationOf(state, from, to, html, isNote).range(from, to),
        );
      return Decoration.set(shown);
    }),
});

function isBroken(state: EditorState, from: number, to: number): boolean {
  return state.doc.lineAt(from).to < to;
}

const widgets = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorationsOf(view);
    }
    update(update: ViewUpdate) {
      const isOther =
        update.startState.field(citations) !== update.state.field(citations) ||
        update.startState.field(areNotes) !== update.state.field(areNotes);
      if (
        isOther ||
        update.docChanged ||
        update.viewportChanged ||
        update.selectionSet
      ) {
        this.decorations = decorationsOf(update.view);
      }
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    eventHandlers: { mousedown: openClicked },
  },
);

function openClicked(event: MouseEvent, view: EditorView): boolean {
  const clicked = event.target instanceof Element ? event.target : null;
  const citation = clicked?.closest(".citation");
  if (!citation || event.button !== 0 || clicked?.closest("a")) return false;
  const start = view.posAtDOM(citation);
  view.dispatch({ selection: { anchor: start + 1 }, userEvent: "select.pointer" });
  view.focus();
  event.preventDefault();
  return true;
}

/** While the source is shown, a small bubble says what it prints. */
const bubble = StateField.define<Tooltip | null>({
  create: () => null,
  update(now, { state }) {
    const { main } = state.selection;
    const citation = main.empty ? citationAtCursor(state) : null;
    if (citation === null || citation.html === "") return null;
    if (now?.pos === citation.from) return now;
    return { pos: citation.from, above: true, create: createBubble };
  },
  provide: (field) => showTooltip.from(field),
});

function createBubble(view: EditorView) {
  const dom = h("div", { class: "bubble" });
  let shown = "";
  const show = (state: EditorState) => {
    const html = citationAtCursor(state)?.html ?? "";
    if (html === shown || html === "") return;
    shown = html;
    dom.replaceChildren(sanitized(html));
  };
  show(view.state);
  return {
    dom,
    offset: { x: 0, y: 8 },
    update: (update: ViewUpdate) => show(update.state),
  };
}

export function printedCitations(): Extension {
  return [citations, areNotes, brokenCitations, widgets, bubble];
}
