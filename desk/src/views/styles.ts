/** The style switch: any of the thousands of styles, each with how it prints. */

import type { DeskModel } from "../model/desk";
import type { OpenEssay } from "../model/open_essay";
import { openDialog } from "../page/dialog";
import { freshId, h } from "../page/elements";
import { oneStop, roving } from "../page/roving";
import { sanitized } from "../page/sanitize";
import { get, post, TAB } from "../server/client";
import type { Essay, StylePreview, StyleRow } from "../server/contract";
import { languageLabel, words } from "../words/words";

/** So many previews are asked for at once. */
const PREVIEWS = 10;
const REST_MS = 120;

export function openStyles(desk: DeskModel): void {
  const essay = desk.open.value;
  if (essay === null) return;
  const list = h("ul", { class: "styles", "aria-label": words.chooseStyle });
  const count = h("p", { class: "soft", role: "status" });
  const search = h("input", {
    type: "search",
    "aria-label": words.searchStyles,
    placeholder: words.searchStyles,
  });
  const choose = async (style: StyleRow) => {
    dialog.close();
    await changeSettings(essay, { style: style.id });
  };
  const choices = new StyleChoices(
    essay,
    list,
    count,
    (style) => void desk.attempt(() => choose(style)),
  );
  const find = () => void desk.attempt(() => choices.find(search.value));
  let rest = 0;
  search.addEventListener("input", () => {
    clearTimeout(rest);
    rest = window.setTimeout(find, REST_MS);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    list.querySelector<HTMLElement>("button")?.focus();
  });
  roving(list, "button");
  const dialog = openDialog(words.chooseStyle, "large", [
    h("div", { class: "search-row" }, search, languageField(desk, essay)),
    h("p", { class: "soft" }, words.styleKept[essay.settings.value.kept_in]),
    count,
    list,
  ]);
  search.focus();
  find();
}

/** The styles that were found, whose previews come as they are scrolled into sight. */
class StyleChoices {
  private asked = 0;
  private readonly places = new Map<string, HTMLElement>();
  private wanted: string[] = [];
  private readonly sight = new IntersectionObserver((seen) => this.seen(seen));

  constructor(
    private readonly essay: OpenEssay,
    private readonly list: HTMLElement,
    private readonly count: HTMLElement,
    private readonly choose: (style: StyleRow) => void,
  ) {}

  async find(q: string): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    const found = await get<{ total: number; styles: StyleRow[] }>("styles", {
      q,
      limit: 100,
    });
    // An answer that comes late must not replace that of a later question.
    if (asked !== this.asked) return;
    this.count.textContent = words.styleCount(found.total);
    this.sight.disconnect();
    this.places.clear();
    const rows = found.styles.map((style) => this.row(style));
    this.list.replaceChildren(...rows.map((row) => h("li", {}, row)));
    oneStop(rows);
    for (const row of rows) this.sight.observe(row);
  }

  private row(style: StyleRow): HTMLButtonElement {
    const preview = h("span", { class: "style-preview" });
    this.places.set(style.id, preview);
    const isNow = style.id === this.essay.settings.value.style;
    return h(
      "button",
      {
        type: "button",
        class: "style-row",
        "data-style": style.id,
        "aria-current": isNow ? "true" : null,
        onclick: () => this.choose(style),
      },
      h("span", { class: "style-title" }, style.title),
      h("span", { class: "style-kind" }, words.kinds[style.kind]),
      preview,
    );
  }

  private seen(entries: IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const id = target instanceof HTMLElement ? target.dataset["style"] : undefined;
      if (!isIntersecting || id === undefined) continue;
      this.sight.unobserve(target);
      this.wanted.push(id);
    }
    void this.showPreviews();
  }

  private async showPreviews(): Promise<void> {
    while (this.wanted.length > 0) {
      const id = this.wanted.splice(0, PREVIEWS);
      const query = { id, essay: this.essay.path };
      const { previews } = await get<{ previews: StylePreview[] }>(
        "styles/preview",
        query,
      ).catch(() => ({ previews: [] }));
      for (const preview of previews) this.showPreview(preview);
    }
  }

  private showPreview({ id, citation, entry }: StylePreview): void {
    this.places
      .get(id)
      ?.replaceChildren(
        h("span", { class: "style-citation" }, sanitized(citation ?? "")),
        h("span", { class: "style-entry" }, sanitized(entry ?? "")),
      );
  }
}

async function changeSettings(
  essay: OpenEssay,
  change: { style: string } | { lang: string },
): Promise<void> {
  await essay.settled();
  const request = { path: essay.path, tab: TAB, ...change };
  essay.changedByServer(await post<Essay>("essay/style", request));
}

function languageField(desk: DeskModel, essay: OpenEssay): HTMLElement {
  const id = freshId("language");
  const now = essay.settings.value.lang;
  const select = h("select", { id });
  select.append(new Option(languageLabel(now), now, true, true));
  const fill = async () => {
    const { languages } = await get<{ languages: { tag: string }[] }>("languages");
    const named = languages.map(({ tag }) => ({ tag, name: languageLabel(tag) }));
    named.sort((a, b) => a.name.localeCompare(b.name));
    select.replaceChildren(...named.map(({ tag, name }) => new Option(name, tag)));
    select.value = now;
  };
  void desk.attempt(fill);
  select.addEventListener("change", () => {
    void desk.attempt(() => changeSettings(essay, { lang: select.value }));
  });
  return h(
    "div",
    { class: "field inline" },
    h("label", { for: id }, words.languageOfEssay),
    select,
  );
}
