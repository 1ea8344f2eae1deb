/** Suggests sources while a key is typed; the server finds and formats them. */

import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  type Completion as Option,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import type { OpenEssay } from "../model/open_essay";
import { h } from "../page/elements";
import { sanitized } from "../page/sanitize";
import { get } from "../server/client";
import type { Completion } from "../server/contract";

/** Where a key or a locator may be typed, in any of the essay formats; the server knows
 * better, and need not be asked elsewhere. */
const MAY_BE_CITE =
  /(@[^\s@\]}]*|@[^\s@\]}]+,\s*[\p{L}.]*|\\[A-Za-z]*cite[A-Za-z]*\*?(\[[^\]]*\])*\{[^}]*|cite:[^\s\]]*|nocite:.*|#cite\(<[^>]*)$/u;

export function completion(essay: OpenEssay): Extension {
  const suggest = (context: CompletionContext) => suggested(essay, context);
  return autocompletion({
    override: [suggest],
    icons: false,
    activateOnTypingDelay: 20,
    // So many fit without scrolling; others come as one goes down.
    maxRenderedOptions: 10,
  });
}

async function suggested(
  essay: OpenEssay,
  context: CompletionContext,
): Promise<CompletionResult | null> {
  if (!context.explicit && context.matchBefore(MAY_BE_CITE) === null) return null;
  await essay.settled();
  if (context.aborted) return null;
  const query = { path: essay.path, version: essay.version, at: context.pos };
  const { from, to, options } = await get<Completion>("essay/complete", query).catch(
    () => ({ from: context.pos, to: context.pos, options: [] }),
  );
  if (options.length === 0) return null;
  return { from, to, options: options.map(optionOf), filter: false };
}

function optionOf(option: Completion["options"][number]): Option {
  const { label, apply, detail, html } = option;
  const info = () => h("div", { class: "suggested" }, sanitized(html ?? ""));
  return { label, apply, detail, ...(html === null ? {} : { info }) };
}
