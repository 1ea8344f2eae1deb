/** The middle of the page: the essay as paper, with its reference list below. */

import type { EditorView } from "@codemirror/view";
import { createEditor } from "../editor/editor";
import type { DeskModel } from "../model/desk";
import type { OpenEssay } from "../model/open_essay";
import { Signal } from "../model/signal";
import { freshId, h } from "../page/elements";
import { get } from "../server/client";
import type { PaperText } from "../server/contract";
import { words } from "../words/words";
import { documentOf } from "./document";
import { entryOnPaper, showList } from "./reference_list";

/** How long the cursor rests before its source is shown. */
const REST_MS = 150;

export class Paper {
  readonly element: HTMLElement;
  readonly editor = new Signal<EditorView | null>(null);
  private stop: () => void = () => {};

  constructor(private readonly desk: DeskModel) {
    const attributes = { class: "desk-top", id: "text", tabindex: "-1" };
    this.element = h("section", { ...attributes, "aria-label": words.text });
    desk.open.show((open) => this.show(open));
  }

  private show(open: OpenEssay | null): void {
    this.stop();
    this.editor.value?.destroy();
    this.editor.set(null);
    this.element.scrollTop = 0;
    if (open === null) {
      this.element.replaceChildren(h("p", { class: "invitation" }, words.chooseEssay));
    } else if (open.essay.editable) {
      this.showText(open);
    } else {
      this.showDocument(open);
    }
  }

  private showText(open: OpenEssay): void {
    let rest = 0;
    const editor = createEditor(open, {
      fix: (finding, fix) =>
        void this.desk.attempt(() => this.desk.fix({ ids: [finding.id], fix })),
      moved: (at, citation) => {
        clearTimeout(rest);
        if (citation === null) return;
        rest = window.setTimeout(() => void this.desk.lookAt(at), REST_MS);
      },
    });
    const { section, stop } = listOnPaper(open);
    this.element.replaceChildren(h("div", { class: "paper" }, editor.dom, section));
    this.editor.set(editor);
    this.stop = stop;
  }

  private showDocument(open: OpenEssay): void {
    const body = h("div", { class: "document", lang: open.settings.value.lang });
    const paper = h("article", { class: "paper", "aria-label": open.path }, body);
    this.element.replaceChildren(h("p", { class: "read-only" }, words.readOnly), paper);
    const load = async () => {
      const text = await get<PaperText>("essay/paper", { path: open.path });
      body.replaceChildren(...documentOf(text));
    };
    this.stop = open.shown.show(() => void this.desk.attempt(load));
  }
}

function listOnPaper(open: OpenEssay): { section: HTMLElement; stop: () => void } {
  const id = freshId("references");
  const title = h("h2", { id });
  const list = h("ol", { class: "entries", lang: open.settings.value.lang });
  const section = h(
    "section",
    { class: "references-on-paper", "aria-labelledby": id },
    title,
    h("p", { class: "soft empty" }, words.emptyList),
    list,
  );
  const stopTitle = open.shown.show(() => {
    title.textContent = open.settings.value.list_title;
    // The list is printed under a heading at the end of the text, if it has one.
    title.classList.toggle("unseen", endsWithHeading(open.text));
  });
  const stopList = showList(open, list, entryOnPaper);
  const stop = () => {
    stopTitle();
    stopList();
  };
  return { section, stop };
}

function endsWithHeading(text: string): boolean {
  const last = text.trimEnd().split("\n").at(-1) ?? "";
  return /^(#{1,6} |\\section|=+ )/.test(last);
}
