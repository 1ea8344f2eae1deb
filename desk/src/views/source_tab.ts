/** The source under the cursor, which can be edited by the fields of its type. */

import type { DeskModel } from "../model/desk";
import { freshId, h } from "../page/elements";
import { icon } from "../page/icons";
import { sanitized } from "../page/sanitize";
import { get, post, ServerError } from "../server/client";
import type { CitedIn, Field, Source, SourceType } from "../server/contract";
import { fieldLabel, typeLabel, words } from "../words/words";
import { messageOf } from "./message";
import { removeSource, renameSource } from "./source_actions";

export function sourceTab(desk: DeskModel): HTMLElement {
  const panel = h("div", { class: "panel" });
  let edited: SourceForm | null = null;
  const show = () => {
    const source = desk.source.value;
    const unknown = desk.unknownKey.value;
    // What is half typed isn't taken away by a look at the same source.
    if (source !== null && edited?.isOf(source)) return;
    desk.isSourceEdited = false;
    edited = source === null ? null : new SourceForm(desk, source);
    const said = unknown === null ? words.noSource : words.unknownKey(unknown);
    panel.replaceChildren(
      edited === null ? h("p", { class: "soft empty" }, said) : edited.element,
    );
  };
  desk.source.show(show);
  desk.unknownKey.watch(show);
  return panel;
}

class SourceForm {
  readonly element: HTMLElement;
  private readonly inputs = new Map<string, HTMLInputElement | HTMLTextAreaElement>();
  private readonly type: HTMLSelectElement;
  private readonly save: HTMLButtonElement;

  constructor(
    private readonly desk: DeskModel,
    private readonly source: Source,
  ) {
    this.type = this.typeSelect();
    this.save = h("button", { type: "submit", class: "primary" }, words.saveSource);
    this.element = this.form();
    this.changed();
  }

  isOf(source: Source): boolean {
    return this.source.key === source.key && this.source.base === source.base;
  }

  private form(): HTMLElement {
    const { source } = this;
    const usual = source.fields.filter(isUsual).map((field) => this.field(field));
    const others = source.fields.filter((field) => !isUsual(field));
    const form = h(
      "form",
      { class: "source", "aria-label": source.key, oninput: () => this.changed() },
      h("div", { class: "source-printed" }, sanitized(source.html)),
      h("p", { class: "source-key" }, h("code", {}, source.key), ` · ${source.file}`),
      ...source.problems.map(({ message, severity }) =>
        h("p", { class: `finding ${severity}` }, messageOf(message)),
      ),
      this.labelled(words.sourceType, this.type),
      ...usual,
      others.length > 0 &&
        h(
          "details",
          {},
          h("summary", {}, words.moreFields),
          ...others.map((field) => this.field(field)),
        ),
      source.writable
        ? h("div", { class: "source-foot" }, this.save, ...this.actions())
        : h("p", { class: "soft" }, words.notWritable),
      ...this.about(),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.desk.attempt(() => this.send());
    });
    return form;
  }

  private typeSelect(): HTMLSelectElement {
    const { type, type_label, writable } = this.source;
    const select = h("select", { name: "type", disabled: !writable });
    select.append(new Option(typeLabel(type, type_label), type, true, true));
    // The other types are fetched when somebody wants to see them.
    const fill = () => void this.desk.attempt(() => fillTypes(select, type));
    select.addEventListener("focus", fill, { once: true });
    return select;
  }

  private field({ name, kind, value, meaning }: Field): HTMLElement {
    const shape = { name, readonly: !this.source.writable };
    const input =
      kind === "long"
        ? h("textarea", { ...shape, rows: 3 })
        : h("input", { ...shape, ...inputShape(kind) });
    input.value = value;
    input.title = meaning.replaceAll("`", "");
    this.inputs.set(name, input);
    const hint = kind === "people" ? words.peopleHint : null;
    return this.labelled(fieldLabel(name), input, hint);
  }

  private labelled(
    label: string,
    input: HTMLElement,
    hint: string | null = null,
  ): HTMLElement {
    input.id = freshId("field");
    const hintId = `${input.id}-hint`;
    if (hint !== null) input.setAttribute("aria-describedby", hintId);
    return h(
      "div",
      { class: "field" },
      h("label", { for: input.id }, label),
      input,
      hint !== null && h("p", { class: "hint", id: hintId }, hint),
    );
  }

  private actions(): HTMLElement[] {
    const { desk, source } = this;
    const rename = () => renameSource(desk, source);
    const remove = () => void desk.attempt(() => removeSource(desk, source));
    return [
      h("button", { type: "button", class: "quiet", onclick: rename }, words.rename),
      h(
        "button",
        { type: "button", class: "quiet danger", onclick: remove },
        icon("trash"),
        words.remove,
      ),
    ];
  }

  private about(): HTMLElement[] {
    const { links, raw } = this.source;
    const addresses = links.map(({ label, href }) => h("li", {}, linkTo(label, href)));
    return [
      h("ul", { class: "plain" }, ...addresses),
      this.citedIn(),
      h("details", {}, h("summary", {}, words.raw), h("pre", { tabindex: "0" }, raw)),
    ];
  }

  /** Where it is cited; it takes a moment to look, so one asks for it. */
  private citedIn(): HTMLElement {
    const list = h("ul", { class: "plain" }, h("li", { class: "soft" }, words.working));
    const load = async () => {
      const query = { key: this.source.key, essay: this.desk.path };
      const { cited_in } = await get<CitedIn>("source/cited", query);
      const rows = cited_in.map(({ path, times }) =>
        h("li", {}, path, h("span", { class: "soft" }, ` ${words.times(times)}`)),
      );
      const none = h("li", { class: "soft" }, words.notCited);
      list.replaceChildren(...(rows.length > 0 ? rows : [none]));
    };
    const details = h("details", {}, h("summary", {}, words.citedIn), list);
    const opened = () => void this.desk.attempt(load);
    details.addEventListener("toggle", opened, { once: true });
    return details;
  }

  private changes(): Record<string, string> {
    const changes: Record<string, string> = {};
    for (const { name, value } of this.source.fields) {
      const now = this.inputs.get(name)?.value ?? value;
      if (now !== value) changes[name] = now;
    }
    return changes;
  }

  private changed(): void {
    const isOther = this.type.value !== this.source.type;
    const isEdited = isOther || Object.keys(this.changes()).length > 0;
    this.save.disabled = !isEdited;
    this.desk.isSourceEdited = isEdited;
  }

  private async send(): Promise<void> {
    const { key, base, type } = this.source;
    const request = { essay: this.desk.path, key, base, fields: this.changes() };
    const other = this.type.value === type ? {} : { type: this.type.value };
    try {
      this.desk.source.set(await post<Source>("source/edit", { ...request, ...other }));
      this.desk.sayDone(words.sourceSaved);
    } catch (reason) {
      const now =
        reason instanceof ServerError && (reason.answer as { source?: Source });
      if (!now || now.source === undefined) throw reason;
      this.desk.source.set(now.source);
      this.desk.fail(words.sourceChanged);
    }
  }
}

function isUsual({ level, value }: Field): boolean {
  return level !== "other" || value !== "";
}

function inputShape(kind: Field["kind"]): Record<string, string> {
  if (kind === "address") return { type: "url", inputmode: "url" };
  return { type: "text", autocomplete: "off" };
}

/** A link to another site, or text where the address is not one of the web. */
function linkTo(label: string, href: string): Node {
  if (!/^https?:\/\//i.test(href)) return document.createTextNode(`${label}: ${href}`);
  const away = { href, target: "_blank", rel: "noopener noreferrer" };
  return h("a", away, `${label}: ${href.replace(/^https?:\/\//, "")}`);
}

async function fillTypes(select: HTMLSelectElement, type: string): Promise<void> {
  const { types } = await get<{ types: SourceType[] }>("types");
  const options = types.map(
    (one) => new Option(typeLabel(one.type, one.label), one.type),
  );
  if (!types.some((one) => one.type === type)) options.push(...select.options);
  select.replaceChildren(...options);
  select.value = type;
}
