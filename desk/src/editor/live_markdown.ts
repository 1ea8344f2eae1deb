/** Shows Markdown as it will look: headings, emphasis, lists. The signs that make them
 * so are hidden, except where the cursor is. */

import { defineLanguageFacet, Language, syntaxTree } from "@codemirror/language";
import type { EditorState, Extension, Range } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";
import type { SyntaxNode, SyntaxNodeRef } from "@lezer/common";
import { parser, Strikethrough, Table } from "@lezer/markdown";
import { h } from "../page/elements";
import { frontMatter, frontMatterEnd } from "./front_matter";
import { softBreakPreview } from "./soft_breaks";

const markdown = new Language(
  defineLanguageFacet(),
  parser.configure([Table, Strikethrough]),
  [],
  "markdown",
);

/** What a node of the tree looks like: classes of its lines, or of its text. */
const LINES: Record<string, string> = {
  ATXHeading1: "heading heading-1",
  ATXHeading2: "heading heading-2",
  ATXHeading3: "heading heading-3",
  ATXHeading4: "heading heading-4",
  ATXHeading5: "heading heading-5",
  ATXHeading6: "heading heading-6",
  SetextHeading1: "heading heading-1",
  SetextHeading2: "heading heading-2",
  Blockquote: "quote",
  FencedCode: "code-line",
  CodeBlock: "code-line",
  Table: "code-line",
};
const TEXTS: Record<string, string> = {
  Emphasis: "emphasis",
  StrongEmphasis: "strong",
  InlineCode: "code",
  Strikethrough: "struck",
  Link: "link",
};
/** Signs that are hidden unless the cursor is at what they belong to. */
const SIGNS = new Set([
  "HeaderMark",
  "EmphasisMark",
  "CodeMark",
  "QuoteMark",
  "StrikethroughMark",
]);
const HIDDEN = Decoration.replace({});
const BLANK = Decoration.line({ class: "blank-line" });
const FRONT_MATTER = Decoration.line({ class: "front-matter" });

class Bullet extends WidgetType {
  override eq(): boolean {
    return true;
  }
  toDOM(): HTMLElement {
    return h("span", { class: "bullet" }, "•");
  }
}
const BULLET = Decoration.replace({ widget: new Bullet() });

function decorationsOf(view: EditorView): DecorationSet {
  const { state } = view;
  const settingsEnd = frontMatterEnd(state);
  const found: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    addLines(found, state, FRONT_MATTER, from, Math.min(to, settingsEnd));
    addBlanks(found, state, Math.max(from, settingsEnd), to);
    syntaxTree(state).iterate({
      from: Math.max(from, settingsEnd),
      to: Math.max(to, settingsEnd),
      enter: (node) => {
        if (node.from >= settingsEnd) addNode(found, state, node, from, to);
      },
    });
  }
  return Decoration.set(found, true);
}

function addNode(
  found: Range<Decoration>[],
  state: EditorState,
  node: SyntaxNodeRef,
  from: number,
  to: number,
): void {
  const line = LINES[node.name];
  const text = TEXTS[node.name];
  if (line !== undefined) {
    const decoration = Decoration.line({ class: line });
    addLines(
      found,
      state,
      decoration,
      Math.max(from, node.from),
      Math.min(to, node.to),
    );
  } else if (text !== undefined) {
    const isFootnote = state.sliceDoc(node.from, node.from + 2) === "[^";
    const name = isFootnote ? "footnote" : text;
    found.push(Decoration.mark({ class: name }).range(node.from, node.to));
  } else if (SIGNS.has(node.name)) {
    addSign(found, state, node);
  } else if (node.name === "ListMark" && !isTouched(state, node.from, node.to + 1)) {
    const isBullet = /^[-*+]$/.test(state.sliceDoc(node.from, node.to));
    if (isBullet) found.push(BULLET.range(node.from, node.to));
  }
}

function addLines(
  found: Range<Decoration>[],
  state: EditorState,
  decoration: Decoration,
  from: number,
  to: number,
): void {
  for (let at = from; at < to; ) {
    const line = state.doc.lineAt(at);
    found.push(decoration.range(line.from));
    at = line.to + 1;
  }
}

/** Empty lines are the space between paragraphs, and not as high as a line. */
function addBlanks(
  found: Range<Decoration>[],
  state: EditorState,
  from: number,
  to: number,
): void {
  for (let at = from; at < to; ) {
    const line = state.doc.lineAt(at);
    if (line.length === 0) found.push(BLANK.range(line.from));
    at = line.to + 1;
  }
}

function addSign(
  found: Range<Decoration>[],
  state: EditorState,
  node: SyntaxNodeRef,
): void {
  const whole = node.node.parent;
  if (whole === null || whole.name === "FencedCode") return;
  const line = state.doc.lineAt(node.from);
  const isOfLine = node.name === "HeaderMark" || node.name === "QuoteMark";
  const from = isOfLine ? line.from : whole.from;
  const to = isOfLine ? line.to : whole.to;
  if (isTouched(state, from, to)) return;
  // The blank after "##" or ">" goes with it.
  const blank = isOfLine && state.sliceDoc(node.to, node.to + 1) === " " ? 1 : 0;
  found.push(HIDDEN.range(node.from, Math.min(node.to + blank, line.to)));
}

function isTouched(state: EditorState, from: number, to: number): boolean {
  return state.selection.ranges.some((range) => range.from <= to && range.to >= from);
}

const preview = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = decorationsOf(view);
    }
    update(update: ViewUpdate) {
      const isParsed = syntaxTree(update.startState) !== syntaxTree(update.state);
      if (
        isParsed ||
        update.docChanged ||
        update.viewportChanged ||
        update.selectionSet
      ) {
        this.decorations = decorationsOf(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/** Enter ends a paragraph, as in a word processor; in other blocks it ends the line. */
function endParagraph(view: EditorView): boolean {
  const { state } = view;
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  const isInside = head > frontMatterEnd(state) && line.text.trim() !== "";
  const block = syntaxTree(state).resolveInner(head, -1);
  if (!empty || !isInside || !isParagraph(block) || state.readOnly) return false;
  const insert = "\n\n";
  const selection = { anchor: head + insert.length };
  view.dispatch({
    changes: { from: head, insert },
    selection,
    scrollIntoView: true,
    userEvent: "input",
  });
  return true;
}

const PARAGRAPH_KEYS = [{ key: "Enter", run: endParagraph }];
const paragraphKeys = keymap.of(PARAGRAPH_KEYS);

/** Whether a node is in a paragraph of the text itself, or in a heading. */
function isParagraph(node: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    if (/^(ListItem|Blockquote|FencedCode|CodeBlock|Table)$/.test(at.name))
      return false;
  }
  return true;
}

export function liveMarkdown(): Extension {
  return [markdown, frontMatter(), softBreakPreview(), preview, paragraphKeys];
}
