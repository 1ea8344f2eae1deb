/** Underlines problems; a pointer or the cursor on one shows what it is and its fixes. */

import { type Diagnostic, linter, setDiagnostics } from "@codemirror/lint";
import type {
  ChangeDesc,
  EditorState,
  Extension,
  TransactionSpec,
} from "@codemirror/state";
import { h } from "../page/elements";
import type { Finding } from "../server/contract";
import { messageOf, plain } from "../views/message";

export type Fix = (finding: Finding, fix: number) => void;

/** Show these problems, whose places are of the text before `ahead`. */
export function showProblems(
  state: EditorState,
  findings: readonly Finding[],
  ahead: ChangeDesc,
  fix: Fix,
): TransactionSpec {
  const diagnostics: Diagnostic[] = [];
  for (const finding of findings) {
    if (finding.start === null || finding.end === null) continue;
    if (finding.end > ahead.length) continue;
    const from = ahead.mapPos(finding.start, 1);
    const to = ahead.mapPos(finding.end, -1);
    if (from <= to) diagnostics.push(diagnosticOf(finding, from, to, fix));
  }
  return setDiagnostics(state, diagnostics);
}

function diagnosticOf(
  finding: Finding,
  from: number,
  to: number,
  fix: Fix,
): Diagnostic {
  return {
    from,
    to,
    severity: finding.severity === "note" ? "info" : finding.severity,
    message: finding.message,
    renderMessage: () =>
      h(
        "div",
        { class: "problem-text" },
        h("p", {}, messageOf(finding.message)),
        finding.advice !== "" && h("p", { class: "soft" }, messageOf(finding.advice)),
      ),
    actions: finding.fixes.map(({ title }, at) => ({
      name: plain(title),
      apply: () => fix(finding, at),
    })),
  };
}

export function problems(): Extension {
  // No source of its own: the server says what it finds.
  return linter(null, { delay: 100 });
}
