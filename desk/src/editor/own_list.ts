/** A list of sources that the text has itself: formatting writes it again, so that it is
 * folded, and what will be printed is below the text. It opens where the cursor is. */

import {
  type EditorState,
  type Extension,
  StateEffect,
  StateField,
} from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";
import { h } from "../page/elements";
import { words } from "../words/words";

interface Place {
  from: number;
  to: number;
}

export const showOwnList = StateEffect.define<Place | null>();

const place = StateField.define<Place | null>({
  create: () => null,
  update(now, { effects, changes, docChanged }) {
    for (const effect of effects) if (effect.is(showOwnList)) return effect.value;
    if (now === null || !docChanged) return now;
    return { from: changes.mapPos(now.from, 1), to: changes.mapPos(now.to, -1) };
  },
  provide: (field) =>
    EditorView.decorations.compute([field, "doc", "selection"], (state) =>
      folded(state, state.field(field)),
    ),
});

class Fold extends WidgetType {
  constructor(readonly from: number) {
    super();
  }
  override eq(other: Fold): boolean {
    return other.from === this.from;
  }
  toDOM(view: EditorView): HTMLElement {
    const open = () => {
      view.dispatch({ selection: { anchor: this.from } });
      view.focus();
    };
    const attributes = { type: "button", class: "quiet list-fold", onclick: open };
    return h("button", attributes, words.ownList);
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

function folded(state: EditorState, list: Place | null) {
  if (list === null || list.from >= list.to || list.to > state.doc.length) {
    return Decoration.none;
  }
  const from = state.doc.lineAt(list.from).from;
  const { to } = state.doc.lineAt(list.to);
  const { ranges } = state.selection;
  if (ranges.some((range) => range.from <= to && range.to >= from)) {
    return Decoration.none;
  }
  const widget = new Fold(from);
  return Decoration.set(Decoration.replace({ widget, block: true }).range(from, to));
}

export function ownList(): Extension {
  return place;
}
