/** The YAML settings at the top of a text: folded to one line, until one goes there. */

import { type EditorState, type Extension, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  WidgetType,
} from "@codemirror/view";
import { h } from "../page/elements";
import { words } from "../words/words";

/** Longer settings are shown as they are. */
const MOST_LINES = 200;

/** Return where the settings end; 0 if there are none. */
export function frontMatterEnd(state: EditorState): number {
  const { doc } = state;
  if (doc.line(1).text.trimEnd() !== "---") return 0;
  const most = Math.min(doc.lines, MOST_LINES);
  for (let number = 2; number <= most; number += 1) {
    const line = doc.line(number);
    if (/^(---|\.\.\.)\s*$/.test(line.text)) return line.to;
  }
  return 0;
}

class Fold extends WidgetType {
  override eq(): boolean {
    return true;
  }
  toDOM(view: EditorView): HTMLElement {
    const open = () => {
      view.dispatch({ selection: { anchor: view.state.doc.line(2).from } });
      view.focus();
    };
    const attributes = { type: "button", class: "quiet settings-fold", onclick: open };
    return h("button", attributes, words.essaySettings);
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

const FOLDED = Decoration.replace({ widget: new Fold(), block: true });

const fold = StateField.define<DecorationSet>({
  create: folded,
  update(now, { docChanged, selection, state }) {
    return docChanged || selection ? folded(state) : now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function folded(state: EditorState): DecorationSet {
  const end = frontMatterEnd(state);
  const isOpen = state.selection.ranges.some(
    (range) => range.to > 0 && range.from <= end,
  );
  if (end === 0 || isOpen) return Decoration.none;
  return Decoration.set(FOLDED.range(0, end));
}

export function frontMatter(): Extension {
  return fold;
}
