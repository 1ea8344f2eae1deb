import type { TextDocumentFilter } from "vscode-languageclient/node";

/** The languages of essays, by the names that VS Code and its extensions give them. */
export const ESSAY_LANGUAGES = [
  "markdown",
  "quarto",
  "latex",
  "typst",
  "org",
  "restructuredtext",
  "html",
];

/** The languages of libraries; the server knows which of these files are one. */
const LIBRARY_LANGUAGES = ["bibtex", "json", "yaml"];

/** The documents that the server is asked about. */
export const SELECTOR: TextDocumentFilter[] = [
  ...ESSAY_LANGUAGES,
  ...LIBRARY_LANGUAGES,
].map((language) => ({ scheme: "file", language }));
