/** Adds sources: what is pasted or dropped is read, shown, and added where it is wanted. */

import type { DeskModel } from "../model/desk";
import { openDialog } from "../page/dialog";
import { freshId, h } from "../page/elements";
import { icon } from "../page/icons";
import { sanitized } from "../page/sanitize";
import { post, send } from "../server/client";
import type { Preview, PreviewSource } from "../server/contract";
import { typeLabel, words } from "../words/words";
import { messageOf } from "./message";

/** @param file what was dropped on the page, to be read at once. */
export function openAddSource(desk: DeskModel, file?: File): void {
  const dialog = new AddSource(desk);
  if (file !== undefined) dialog.read(file);
}

class AddSource {
  private readonly text: HTMLTextAreaElement;
  private readonly found = h("div", { class: "found", "aria-live": "polite" });
  private readonly add: HTMLButtonElement;
  private readonly into: HTMLSelectElement;
  private preview: Preview | null = null;
  private chosen = new Set<number>();
  private readonly close: () => void;

  constructor(private readonly desk: DeskModel) {
    const id = freshId("text");
    this.text = h("textarea", {
      id,
      rows: 3,
      placeholder: "10.1037/0003-066X.59.1.29",
    });
    this.add = h(
      "button",
      {
        type: "button",
        class: "primary",
        disabled: true,
        onclick: () => this.addChosen(),
      },
      words.add(0),
    );
    this.into = h("select", { id: freshId("file") });
    const form = h(
      "form",
      { class: "field" },
      h("label", { for: id }, words.addPrompt),
      this.text,
      h("p", { class: "hint" }, words.addHint),
      h("div", { class: "row" }, this.lookButton(), this.fileButton()),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.look();
    });
    this.text.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || this.text.value.includes("\n"))
        return;
      event.preventDefault();
      this.look();
    });
    const { element, close } = openDialog(
      words.addSource,
      "large",
      [form, this.found],
      [this.intoField(), this.add],
    );
    this.close = close;
    element.addEventListener("dragover", (event) => event.preventDefault());
    element.addEventListener("drop", (event) => {
      event.preventDefault();
      event.stopPropagation();
      const file = event.dataTransfer?.files[0];
      if (file) this.read(file);
    });
    this.text.focus();
  }

  read(file: File): void {
    const query = { name: file.name, essay: this.desk.path };
    void this.ask(() => send<Preview>("sources/read", query, file));
  }

  private look(): void {
    const text = this.text.value.trim();
    if (text === "") return;
    const request = { text, essay: this.desk.path };
    void this.ask(() => post<Preview>("sources/look", request));
  }

  private async ask(question: () => Promise<Preview>): Promise<void> {
    this.found.replaceChildren(h("p", { class: "soft" }, words.looking));
    const preview = await this.desk.attempt(question);
    this.preview = preview ?? null;
    this.chosen = new Set(preview?.sources.filter(isNew).map(({ id }) => id));
    this.show();
  }

  private show(): void {
    const { preview } = this;
    const sources = preview?.sources ?? [];
    const problems = preview?.problems ?? [];
    const doubt = h("p", { class: "finding warning" }, words.doubtful);
    this.found.replaceChildren(
      ...(preview?.doubtful ? [doubt] : []),
      ...problems.map(({ message }) =>
        h("p", { class: "finding" }, messageOf(message)),
      ),
      sources.length === 0
        ? h("p", { class: "soft" }, words.nothingFound)
        : h("ul", { class: "choices" }, ...sources.map((source) => this.row(source))),
    );
    this.count();
  }

  private row(source: PreviewSource): HTMLElement {
    const box = h("input", {
      type: "checkbox",
      checked: this.chosen.has(source.id),
      disabled: !isNew(source),
    });
    box.addEventListener("change", () => {
      if (box.checked) this.chosen.add(source.id);
      else this.chosen.delete(source.id);
      this.count();
    });
    return h(
      "li",
      {},
      h(
        "label",
        { class: "choice" },
        box,
        h("span", { class: "printed" }, sanitized(source.html)),
      ),
      h(
        "p",
        { class: "choice-about soft" },
        h("code", {}, source.key),
        ` · ${typeLabel(source.type, source.type_label)}`,
      ),
      ...notesOn(source),
    );
  }

  private count(): void {
    this.add.textContent = words.add(this.chosen.size);
    this.add.disabled = this.chosen.size === 0;
  }

  private addChosen(): void {
    void this.desk.attempt(async () => {
      const request = {
        preview: this.preview?.preview,
        ids: [...this.chosen],
        essay: this.desk.path,
        ...(this.into.value === "" ? {} : { file: this.into.value }),
      };
      const { added } = await post<{ added: { key: string }[] }>(
        "sources/add",
        request,
      );
      this.close();
      this.desk.sayDone(words.added(added.map(({ key }) => key).join(", ")));
      const [first] = added;
      if (first !== undefined) await this.desk.showSource(first.key);
    });
  }

  private lookButton(): HTMLElement {
    return h(
      "button",
      { type: "submit", class: "primary" },
      icon("search"),
      words.look,
    );
  }

  private fileButton(): HTMLElement {
    const input = h("input", { type: "file", hidden: true });
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (file) this.read(file);
      input.value = "";
    });
    const choose = () => input.click();
    return h(
      "span",
      {},
      h("button", { type: "button", onclick: choose }, words.chooseFile),
      input,
    );
  }

  /** Where there are several library files, one says which. */
  private intoField(): HTMLElement {
    const files = this.desk.desk.libraries.filter(({ writable }) => writable);
    for (const { file } of files) this.into.append(new Option(file, file));
    return h(
      "div",
      { class: "field inline", hidden: files.length < 2 },
      h("label", { for: this.into.id }, words.into),
      this.into,
    );
  }
}

function isNew({ duplicate }: PreviewSource): boolean {
  return duplicate === null;
}

function notesOn({ duplicate }: PreviewSource): HTMLElement[] {
  if (duplicate === null) return [];
  return [h("p", { class: "finding note" }, words.isThere(duplicate.key))];
}
