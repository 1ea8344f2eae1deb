/** How an essay's citations and its list print: what the server said, put together from
 * its answers, each of which has only what is new. */

import type { CitationPlace, Finding, Printed } from "../server/contract";

export class PrintedEssay {
  /** The version of the text that the places are of. */
  version = 0;
  citations: readonly CitationPlace[] = [];
  list: readonly string[] = [];
  problems: readonly Finding[] = [];
  /** What the last answer said of a list in the text; it may have said nothing. */
  ownList: [number, number] | null | undefined;
  private html = new Map<number, string>();
  private entries = new Map<string, string>();

  /** Take what is new, and forget the HTML that nothing refers to any more.
   *
   * @returns whether all is known; else everything has to be asked for again. */
  take(printed: Printed): boolean {
    this.version = printed.version;
    this.citations = printed.citations;
    this.list = printed.list;
    this.problems = printed.problems;
    this.ownList = printed.own_list;
    for (const [number, html] of Object.entries(printed.html)) {
      this.html.set(Number(number), html);
    }
    for (const [key, html] of Object.entries(printed.entries)) {
      this.entries.set(key, html);
    }
    this.forget();
    return (
      this.citations.every(([, , number]) => this.html.has(number)) &&
      this.list.every((key) => this.entries.has(key))
    );
  }

  citation(number: number): string {
    return this.html.get(number) ?? "";
  }

  entry(key: string): string {
    return this.entries.get(key) ?? "";
  }

  /** An hour of edits must not make the map grow. What is undone comes back soon, so
   * there is room for some that are not used now. */
  private forget(): void {
    const used = new Set(this.citations.map(([, , number]) => number));
    if (this.html.size <= used.size + SPARE) return;
    this.html = new Map([...this.html].filter(([number]) => used.has(number)));
  }
}

const SPARE = 2000;
