import type { QuickPickItem } from "vscode";
import type { Source } from "./protocol";

/** A row of the citation picker. */
export interface SourceItem extends QuickPickItem {
  readonly source: Source;
}

/** Return the row of a source: who and when, its key, and its entry as a preview. */
export function itemOf(source: Source): SourceItem {
  return {
    source,
    label: source.label,
    description: `@${source.key}`,
    detail: source.reference || source.title,
    alwaysShow: true, // The server has matched it, in words that the row may not show.
  };
}

/** Return the rows to show: those that are chosen already, then what was found. */
export function rows(
  chosen: readonly SourceItem[],
  found: readonly Source[],
): SourceItem[] {
  const keys = new Set(chosen.map((item) => item.source.key));
  const others = found.filter((source) => !keys.has(source.key));
  return [...chosen, ...others.map(itemOf)];
}
