/** Shows the lines of a Markdown paragraph as one: a line end in it prints as a blank.
 *
 * A line end at the cursor is shown, so that one sees what Enter did. CodeMirror allows
 * line ends to be replaced only by a field of the state, not for visible ranges alone;
 * after a change, only the lines around it are looked at again. */

import {
  type EditorState,
  type Extension,
  type Range,
  StateField,
  type Transaction,
} from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  WidgetType,
} from "@codemirror/view";
import { frontMatterEnd } from "./front_matter";

class Blank extends WidgetType {
  override eq(): boolean {
    return true;
  }
  toDOM(): HTMLElement {
    const blank = document.createElement("span");
    blank.textContent = " ";
    return blank;
  }
}

const JOINED = Decoration.replace({ widget: new Blank() });

/** Lines that are not prose: headings, items, quotes, fences, tables, rules, settings. */
const NOT_PROSE =
  /^\s*(#{1,6}\s|[-*+]\s|\d+[.)]\s|>|```|~~~|\||\[\^|:::|={3,}|-{3,}|:\s)|^( {4}|\t)/;
/** A backslash or two blanks at the end make a line break (CommonMark 0.31, 6.7). */
const HARD_BREAK = /( {2}|\\)$/;

const breaks = StateField.define<DecorationSet>({
  create: (state) => Decoration.set(softBreaks(state, 0, state.doc.length)),
  update(now, transaction) {
    if (!transaction.docChanged && !transaction.selection) return now;
    return updated(now, transaction);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function updated(now: DecorationSet, transaction: Transaction): DecorationSet {
  const { state, changes, startState } = transaction;
  let mapped = now.map(changes);
  const places = state.selection.ranges.map(({ head }) => head);
  for (const { head } of startState.selection.ranges) {
    places.push(changes.mapPos(head));
  }
  changes.iterChangedRanges((_from, _to, from, to) => places.push(from, to));
  for (const place of new Set(places)) mapped = lookedAt(mapped, state, place);
  return mapped;
}

/** Look again at the line of a place, and at those around it. */
function lookedAt(
  now: DecorationSet,
  state: EditorState,
  place: number,
): DecorationSet {
  const { doc } = state;
  const line = doc.lineAt(place);
  const from = Math.max(0, line.from - 1);
  const to = Math.min(doc.length, line.to + 1);
  return now.update({
    filterFrom: from,
    filterTo: to,
    filter: () => false,
    add: softBreaks(state, from, to),
    sort: true,
  });
}

function softBreaks(state: EditorState, from: number, to: number): Range<Decoration>[] {
  const { doc } = state;
  const found: Range<Decoration>[] = [];
  const start = Math.max(from, frontMatterEnd(state) + 1);
  if (start > to) return found;
  let line = doc.lineAt(start);
  while (line.to < to && line.number < doc.lines) {
    const next = doc.line(line.number + 1);
    const isAtCursor = state.selection.ranges.some(
      ({ head }) => head === line.to || head === next.from,
    );
    if (isProse(line.text) && isProse(next.text) && !isAtCursor) {
      if (!HARD_BREAK.test(line.text)) found.push(JOINED.range(line.to, next.from));
    }
    line = next;
  }
  return found;
}

function isProse(text: string): boolean {
  return text.trim() !== "" && !NOT_PROSE.test(text);
}

export function softBreakPreview(): Extension {
  return breaks;
}
