import type { Position, TextDocumentIdentifier } from "vscode-languageclient/node";

/** What `loccit.search` is asked: the library that a document cites from. */
export interface Search {
  readonly textDocument: TextDocumentIdentifier;
  readonly query: string;
}

/** A source of the library. */
export interface Source {
  readonly key: string;
  /** Author and year: `Alexander (2010)`. */
  readonly label: string;
  readonly title: string;
  /** Its entry in the reference list, without markup. */
  readonly reference: string;
}

/** A source to cite, and the place in it as people type it: `p. 3`. */
export interface Cite {
  readonly key: string;
  readonly locator: string;
}

/** What `loccit.cite` is asked: the text that cites, as the document's format types it. */
export interface CiteRequest {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  readonly cites: readonly Cite[];
  readonly narrative: boolean;
}
