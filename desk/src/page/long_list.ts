/** A table of any number of rows, of which only those in sight are in the page.
 *
 * Rows have one height. What is not loaded yet is asked for a page at a time. */

import { h } from "./elements";

export interface LongListOptions<T> {
  rowHeight: number;
  /** Rows asked for at once. */
  pageSize: number;
  load(offset: number, limit: number): Promise<T[]>;
  /** Make a row; `undefined` is one that isn't loaded yet. */
  row(item: T | undefined, at: number): HTMLElement;
}

/** Rows above and below what is seen, so that scrolling shows no gaps. */
const SPARE = 8;
/** Browsers don't draw elements taller than this (Firefox: 17,895,697 px). */
const TALLEST = 15_000_000;

export class LongList<T> {
  readonly element: HTMLElement;
  private readonly body = h("div", { class: "long-body", role: "presentation" });
  private pages = new Map<number, T[] | null>();
  private total = 0;
  private generation = 0;
  private shown = "";

  constructor(private readonly options: LongListOptions<T>) {
    this.element = h("div", { class: "long-list", role: "presentation" }, this.body);
    this.element.addEventListener("scroll", () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.element);
  }

  /** Begin again with so many rows, of which the first page is known. */
  reset(total: number, first: T[]): void {
    this.generation += 1;
    this.total = total;
    this.pages = new Map([[0, first]]);
    this.shown = "";
    const height = Math.min(total * this.options.rowHeight, TALLEST);
    this.body.style.height = `${height}px`;
    this.element.scrollTop = 0;
    this.draw();
  }

  /** Scroll to a row, or the nearest there is, and give it the focus.
   *
   * @returns its place. */
  focus(at: number): number {
    const place = Math.max(0, Math.min(at, this.total - 1));
    const { rowHeight } = this.options;
    const { scrollTop, clientHeight } = this.element;
    const top = place * rowHeight;
    if (top < scrollTop) this.element.scrollTop = top;
    if (top + rowHeight > scrollTop + clientHeight) {
      this.element.scrollTop = top + rowHeight - clientHeight;
    }
    this.draw();
    this.focusIn(String(place));
    return place;
  }

  /** Give the focus to what can have it in a row; Tab comes there from now on. */
  private focusIn(at: string): void {
    const stops = this.body.querySelectorAll<HTMLElement>("[tabindex]");
    for (const stop of stops) stop.tabIndex = -1;
    const stop = this.body.querySelector<HTMLElement>(`[data-at="${at}"] [tabindex]`);
    if (stop === null) return;
    stop.tabIndex = 0;
    stop.focus();
  }

  private draw(): void {
    const { rowHeight } = this.options;
    const first = Math.floor(this.element.scrollTop / rowHeight) - SPARE;
    const count = Math.ceil(this.element.clientHeight / rowHeight) + 2 * SPARE;
    const from = Math.max(0, first);
    const to = Math.min(this.total, first + count);
    const shown = `${this.generation} ${from} ${to} ${this.pages.size}`;
    if (shown === this.shown) return;
    this.shown = shown;
    const focused = this.focusedRow();
    const rows: HTMLElement[] = [];
    for (let at = from; at < to; at += 1) rows.push(this.place(at));
    this.body.replaceChildren(...rows);
    if (focused !== undefined) this.focusIn(focused);
  }

  private place(at: number): HTMLElement {
    const row = this.options.row(this.item(at), at);
    row.dataset["at"] = String(at);
    row.setAttribute("aria-rowindex", String(at + 2));
    row.style.transform = `translateY(${at * this.options.rowHeight}px)`;
    return row;
  }

  private focusedRow(): string | undefined {
    const { activeElement } = document;
    if (!this.body.contains(activeElement)) return undefined;
    return activeElement?.closest<HTMLElement>("[data-at]")?.dataset["at"];
  }

  private item(at: number): T | undefined {
    const { pageSize } = this.options;
    const page = Math.floor(at / pageSize);
    if (!this.pages.has(page)) void this.loadPage(page);
    return this.pages.get(page)?.[at % pageSize];
  }

  private async loadPage(page: number): Promise<void> {
    const { generation } = this;
    const { pageSize, load } = this.options;
    this.pages.set(page, null);
    const items = await load(page * pageSize, pageSize).catch(() => null);
    if (generation !== this.generation) return;
    if (items === null) this.pages.delete(page);
    else this.pages.set(page, items);
    this.shown = "";
    this.draw();
  }
}
