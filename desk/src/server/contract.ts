/** What the server of `loccit desk` answers (src/loccit/servers/desk/). Offsets count
 * UTF-16 code units, as JavaScript does; HTML is escaped by the server and goes through
 * `sanitized` all the same. */

export type Severity = "error" | "warning" | "note";
export type StyleKind = "author-date" | "note" | "numeric" | "label" | "author";

export interface Desk {
  folder: string;
  version: string;
  lang: string | null;
  extras: Record<string, boolean>;
  libraries: { file: string; sources: number; writable: boolean }[];
  exports: ExportTarget[];
}

export interface ExportTarget {
  to: string;
  label: string;
  needs: string | null;
}

export interface EssayRow {
  path: string;
  title: string | null;
  format: string;
  editable: boolean;
  saved: boolean;
}

export interface EssaySettings {
  style: string;
  style_title: string;
  kind: StyleKind;
  lang: string;
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
  options: { label: string; apply: string; detail: string; html: string }[];
}

export interface AtCursor {
  citation: { start: number; end: number; html: string } | null;
  key: string | null;
  source: Source | null;
}

export type FieldKind = "people" | "text" | "date" | "number" | "url" | "long";

export interface Field {
  name: string;
  label: string;
  value: string;
  kind: FieldKind;
  level: "required" | "usual" | "other";
  problem: string | null;
}

export interface Source {
  key: string;
  type: string;
  type_label: string;
  file: string;
  writable: boolean;
  base: string;
  html: string;
  citation: string;
  raw: string;
  fields: Field[];
  problems: Finding[];
  cited_in: { path: string; times: number }[];
  links: { label: string; href: string }[];
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
  file: string;
}

export interface SourceRows {
  total: number;
  offset: number;
  rows: SourceRow[];
}

export interface Pair {
  id: string;
  certainty: "certain" | "probable";
  reasons: string[];
  a: Source;
  b: Source;
  fields: { name: string; label: string; a: string; b: string; same: boolean }[];
}

export interface Count {
  label: string;
  count: number;
}

export interface Statistics {
  sources: number;
  cited: number;
  uncited: number;
  types: Count[];
  years: Count[];
  authors: Count[];
  most_cited: (Count & { key: string })[];
  essays: { path: string; citations: number; sources: number }[];
}

export interface Preview {
  preview: string;
  sources: PreviewSource[];
  problems: Finding[];
}

export interface PreviewSource {
  id: number;
  key: string;
  type_label: string;
  html: string;
  fields: { name: string; label: string; value: string }[];
  duplicate: { key: string; html: string; certainty: "certain" | "probable" } | null;
  problems: Finding[];
  doubtful: boolean;
}

export interface StyleRow {
  id: string;
  title: string;
  kind: StyleKind;
}

export interface StylePreview {
  id: string;
  citation: string;
  entry: string;
}

export type Outcome = "accepted" | "doubtful" | "impossible";

export interface AdoptPlan {
  plan: string;
  version: number;
  citations: AdoptedCitation[];
  entries: AdoptedEntry[];
}

export interface AdoptedCitation {
  id: string;
  start: number;
  end: number;
  typed: string;
  becomes: string;
  prints: string;
  outcome: Outcome;
  why: string[];
  choices: { key: string; html: string }[];
}

export interface AdoptedEntry {
  id: string;
  typed: string;
  becomes: string;
  is_new: boolean;
  html: string;
  outcome: Outcome;
  missing: string[];
  why: string[];
}

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
