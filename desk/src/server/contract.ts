/** What the server of `loccit desk` answers (src/loccit/servers/desk/). Offsets count
 * UTF-16 code units, as JavaScript does; HTML is escaped by the server and goes through
 * `sanitized` all the same. */

export type Severity = "error" | "warning" | "note";
export type StyleKind = "author-date" | "note" | "numeric" | "label" | "author";

export interface Desk {
  folder: string;
  version: string;
  lang: string | null;
  /** The extras that are not installed. */
  missing: string[];
  libraries: { file: string; writable: boolean }[];
  /** Why the library can't be opened. */
  error: ErrorDetails | null;
  exports: ExportTarget[];
}

export type ExportKind = "essay" | "paper" | "list" | "data";

export interface ExportTarget {
  to: string;
  kind: ExportKind;
  extension: string;
  /** The extra that it needs and that is not installed, or "". */
  missing: string;
}

export interface EssayRow {
  path: string;
  format: string;
  editable: boolean;
  saved: boolean;
}

export interface EssaySettings {
  style: string;
  style_title: string;
  kind: "note" | "in-text";
  lang: string;
  /** What is over the reference list in this language and style. */
  list_title: string;
  kept_in: "essay" | "desk";
}

export interface Essay {
  path: string;
  version: number;
  text: string | null;
  format: string;
  editable: boolean;
  saved: boolean;
  writable: boolean;
  settings: EssaySettings;
  error: ErrorDetails | null;
  printed: Printed;
}

/** `[start, end, number]`: the number says which HTML the citation has. */
export type CitationPlace = [number, number, number];

export interface Printed {
  version: number;
  citations: CitationPlace[];
  html: Record<string, string>;
  list: string[];
  entries: Record<string, string>;
  problems: Finding[];
  saved?: boolean;
  /** Where the text has a list of its own; left out where it is only moved. */
  own_list?: [number, number] | null;
}

export interface Finding {
  id: string;
  start: number | null;
  end: number | null;
  severity: Severity;
  rule: string;
  code: string | null;
  message: string;
  advice: string;
  file: string;
  key: string | null;
  fixes: { title: string; safe: boolean }[];
}

export interface Findings {
  path: string;
  version: number;
  findings: Finding[];
}

export interface TextEdit {
  start: number;
  end: number;
  new: string;
}

export interface Completion {
  from: number;
  to: number;
  options: { label: string; apply: string; detail: string; html: string | null }[];
}

export interface AtCursor {
  citation: { start: number; end: number; html: string } | null;
  key: string | null;
  source: Source | null;
}

export type FieldKind = "people" | "text" | "date" | "address" | "long";

export interface Field {
  /** As `.bib` files have it. */
  name: string;
  value: string;
  kind: FieldKind;
  meaning: string;
  level: "usual" | "other";
}

/** A source as it is shown where it can't be edited. */
export interface ShownSource {
  key: string;
  type: string;
  type_label: string;
  html: string;
  citation: string;
  fields: Field[];
}

export interface Source extends ShownSource {
  file: string;
  writable: boolean;
  base: string;
  raw: string;
  problems: Problem[];
  links: { label: string; href: string }[];
}

/** What is wrong with a source, or with what was read. */
export interface Problem {
  severity: Severity;
  rule: string;
  message: string;
  advice: string;
}

export interface CitedIn {
  cited_in: { path: string; times: number }[];
}

export interface SourceType {
  type: string;
  label: string;
}

export interface SourceRow {
  key: string;
  author: string;
  year: string;
  title: string;
  type: string;
  type_label: string;
}

export interface SourceRows {
  total: number;
  offset: number;
  /** Whether a very large library is indexed already. */
  complete: boolean;
  rows: SourceRow[];
}

export interface Pair {
  reasons: string[];
  a: ShownSource;
  b: ShownSource;
  differences: { name: string; a: string; b: string }[];
}

/** Counts by what is counted; the order is that of the server. */
export type Counts = Record<string, number>;

export interface Statistics {
  sources: number;
  years: Counts;
  undated: number;
  types: Counts;
  languages: Counts;
  essays: number;
  cited: Counts;
  unused: string[];
  problems: Counts;
  "with-problems": number;
}

export interface Preview {
  preview: string;
  file: string;
  doubtful: boolean;
  sources: PreviewSource[];
  problems: Problem[];
}

export interface PreviewSource extends ShownSource {
  id: number;
  duplicate: ShownSource | null;
}

export interface Paragraph {
  kind: "heading" | "text" | "list" | "quote" | "cell" | "note";
  level: number;
  html: string;
}

/** The essay as it will be handed in. */
export interface PaperText {
  version: number;
  paragraphs: Paragraph[];
  list_title: string;
  entries: { key: string; html: string }[];
  own_list: boolean;
}

export interface StyleRow {
  id: string;
  title: string;
  kind: StyleKind;
}

/** A style that can't be read has an `error`, and prints nothing. */
export interface StylePreview {
  id: string;
  citation?: string;
  entry?: string;
}

export type Outcome = "adopted" | "doubtful" | "waiting" | "unknown" | "kept";

export interface AdoptPlan {
  plan: string;
  version: number;
  citations: AdoptedCitation[];
  entries: AdoptedEntry[];
  questions: AdoptQuestion[];
}

export interface AdoptedCitation {
  id: string;
  typed: string;
  becomes: string;
  outcome: Outcome;
  why: string[];
  questions: string[];
}

export interface AdoptedEntry {
  id: string;
  typed: string;
  key: string;
  is_new: boolean;
  html: string;
  missing: string[];
  outcome: Outcome;
  why: string[];
}

/** Which source a cite or an entry is. */
export interface AdoptQuestion {
  id: string;
  typed: string;
  doubtful: boolean;
  may_be_new: boolean;
  options: AdoptOption[];
}

export interface AdoptOption {
  key: string;
  entry: string;
  words: string;
}

/** Exactly one answer. */
export type Decision =
  | { key: string }
  | { entry: string }
  | { new: true }
  | { as_typed: true };

export interface ErrorDetails {
  kind: string;
  message: string;
  advice?: string;
  place?: string;
  extra?: string;
}

/** `changes` led from the version that was asked about to `version`, one list each. */
export interface EditConflict {
  version: number;
  text: string;
  changes: TextEdit[][] | null;
}

export interface EditedEvent {
  path: string;
  base: number;
  version: number;
  edits: TextEdit[];
  tab: string | null;
  saved: boolean;
}
