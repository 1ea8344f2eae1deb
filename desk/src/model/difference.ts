/** What makes one text another. */

import type { TextEdit } from "../server/contract";

/** One edit of what is between the common start and the common end. */
export function difference(old: string, now: string): TextEdit[] {
  if (old === now) return [];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let same = 0;
  while (same < most - start && old.at(-1 - same) === now.at(-1 - same)) same += 1;
  const end = old.length - same;
  return [{ start, end, new: now.slice(start, now.length - same) }];
}

export interface Line {
  text: string;
  isSame: boolean;
}

/** The lines of two texts, each with whether the other text has it there too. */
export function comparedLines(mine: string, theirs: string): [Line[], Line[]] {
  const a = mine.split("\n");
  const b = theirs.split("\n");
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const marked = (lines: string[]) =>
    lines.map((text, at) => ({
      text,
      isSame: at < start || at >= lines.length - end,
    }));
  return [marked(a), marked(b)];
}
