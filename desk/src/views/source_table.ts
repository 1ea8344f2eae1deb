/** The table of all sources, searched as one types. */

import type { DeskModel } from "../model/desk";
import { freshId, h } from "../page/elements";
import { LongList } from "../page/long_list";
import { get, ServerError } from "../server/client";
import type { SourceRow, SourceRows } from "../server/contract";
import { typeLabel, words } from "../words/words";

const ROW_HEIGHT = 44;
const PAGE_SIZE = 100;
const REST_MS = 60;
const INDEXING_MS = 1000;
const COLUMNS = ["author", "year", "title", "type", "key"] as const;

export function sourceTable(desk: DeskModel): {
  element: HTMLElement;
  load(): Promise<void>;
} {
  const table = new SourceTable(desk);
  return { element: table.element, load: () => table.find() };
}

class SourceTable {
  readonly element: HTMLElement;
  private readonly search: HTMLInputElement;
  private readonly sort: HTMLSelectElement;
  private readonly count = h("p", { class: "soft", role: "status" });
  private readonly rows: LongList<SourceRow>;
  private readonly table: HTMLElement;
  private asked = 0;
  private rest = 0;
  /** The row that Tab reaches. */
  private current = 0;

  constructor(private readonly desk: DeskModel) {
    this.search = h("input", {
      type: "search",
      "aria-label": words.searchLibrary,
      placeholder: words.searchLibrary,
    });
    this.search.addEventListener("input", () => this.findSoon());
    this.sort = h("select", { id: freshId("sort"), onchange: () => this.findSoon() });
    this.sort.append(new Option(words.relevance, "found"));
    for (const name of COLUMNS) this.sort.append(new Option(words.columns[name], name));
    this.rows = new LongList<SourceRow>({
      rowHeight: ROW_HEIGHT,
      pageSize: PAGE_SIZE,
      load: async (offset, limit) => (await this.ask(offset, limit)).rows,
      row: (source, at) => this.row(source, at),
    });
    this.table = h(
      "div",
      { role: "table", class: "source-table", "aria-label": words.library },
      h("div", { role: "rowgroup", class: "source-head" }, header()),
      h("div", { role: "rowgroup", class: "source-rows" }, this.rows.element),
    );
    this.rows.element.addEventListener("keydown", (event) => this.step(event));
    this.element = h(
      "div",
      { class: "library-part" },
      h("div", { class: "search-row" }, this.search, this.sortField()),
      this.count,
      this.table,
    );
  }

  async find(): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    const found = await this.ask(0, PAGE_SIZE).catch(unfinished);
    if (asked !== this.asked || found === null) return;
    const { total, rows, complete } = found;
    const isEmpty = total === 0 && this.search.value === "";
    this.count.textContent = isEmpty ? words.noLibrary : words.sourceCount(total);
    this.table.setAttribute("aria-rowcount", String(total + 1));
    this.table.hidden = total === 0;
    this.current = 0;
    this.rows.reset(total, rows);
    if (!complete) this.findAgain();
  }

  private findSoon(): void {
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => {
      void this.desk.attempt(() => this.find());
    }, REST_MS);
  }

  /** A very large library is being indexed: it is shown when it is ready. */
  private findAgain(): void {
    this.count.textContent = words.indexing;
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => {
      void this.desk.attempt(() => this.find());
    }, INDEXING_MS);
  }

  private ask(offset: number, limit: number): Promise<SourceRows> {
    const query = { q: this.search.value, sort: this.sort.value, offset, limit };
    return get<SourceRows>("sources", { ...query, essay: this.desk.path });
  }

  private row(source: SourceRow | undefined, at: number): HTMLElement {
    const row = h("div", { role: "row", class: "source-row" });
    for (const name of COLUMNS) {
      const text = name === "type" ? typeOf(source) : source?.[name];
      const cell = h("div", { role: "cell", class: `cell-${name}` });
      if (name === "title" && source !== undefined)
        cell.append(this.opener(source, at));
      else cell.append(text ?? "");
      row.append(cell);
    }
    if (source !== undefined)
      row.addEventListener("click", () => this.show(source.key));
    return row;
  }

  /** The button that keyboards and screen readers use; the whole row can be clicked. */
  private opener({ title, key }: SourceRow, at: number): HTMLElement {
    const tabindex = at === this.current ? "0" : "-1";
    const attributes = { type: "button", class: "row-button", tabindex };
    return h("button", attributes, title === "" ? key : title);
  }

  private show(key: string): void {
    void this.desk.attempt(() => this.desk.showSource(key));
  }

  private step(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.current = this.rows.focus(this.current + step);
  }

  private sortField(): HTMLElement {
    return h(
      "div",
      { class: "field inline" },
      h("label", { for: this.sort.id }, words.sortBy),
      this.sort,
    );
  }
}

function header(): HTMLElement {
  const cells = COLUMNS.map((name) =>
    h("div", { role: "columnheader", class: `cell-${name}` }, words.columns[name]),
  );
  return h("div", { role: "row", class: "source-row", "aria-rowindex": 1 }, ...cells);
}

/** While a query is typed it may be unfinished; what was found before stays then. */
function unfinished(reason: unknown): null {
  const isUnfinished =
    reason instanceof ServerError && reason.details.kind === "invalid-query";
  if (isUnfinished) return null;
  throw reason;
}

function typeOf(source: SourceRow | undefined): string {
  return source === undefined ? "" : typeLabel(source.type, source.type_label);
}
