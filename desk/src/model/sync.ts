/** Keeps a text in step with the server's buffer, which other tabs and programs change.
 *
 * The page's text is the server's text at `version`, then `sent` (on its way), then
 * `unsent`. A change from elsewhere was made to the server's text: it is mapped over
 * both, and both over it, so neither loses what the other typed. */

import { ChangeSet, Text } from "@codemirror/state";
import type { TextEdit } from "../server/contract";

export class Sync {
  private sent: ChangeSet | null = null;
  private unsent: ChangeSet;

  /** @param base the server's text at `version`. */
  constructor(
    public base: Text,
    public version: number,
  ) {
    this.unsent = ChangeSet.empty(base.length);
  }

  /** Whether the server has not confirmed everything yet. */
  get isBehind(): boolean {
    return this.sent !== null || !this.unsent.empty;
  }

  get isSending(): boolean {
    return this.sent !== null;
  }

  /** Note what was typed. */
  type(changes: ChangeSet): void {
    this.unsent = this.unsent.compose(changes);
  }

  /** Begin to send what was typed; only one request is on its way at a time. */
  send(): TextEdit[] {
    if (this.sent !== null) throw new Error("One request at a time.");
    this.sent = this.unsent;
    this.unsent = ChangeSet.empty(this.sent.newLength);
    return editsOf(this.sent);
  }

  /** The server has what was sent. */
  confirm(version: number): void {
    if (this.sent !== null) this.base = this.sent.apply(this.base);
    this.sent = null;
    this.version = version;
  }

  /** The server does not have it: it belongs to what is unsent again. */
  takeBack(): void {
    if (this.sent === null) return;
    this.unsent = this.sent.compose(this.unsent);
    this.sent = null;
  }

  /** Change the server's text as somebody else did; nothing may be on its way.
   *
   * @returns the same changes for the page's text. */
  rebase(edits: readonly TextEdit[], version: number): ChangeSet {
    if (this.sent !== null) throw new Error("Confirm or take back first.");
    const theirs = changesOf(edits, this.base.length);
    const here = theirs.map(this.unsent, true);
    this.unsent = this.unsent.map(theirs);
    this.base = theirs.apply(this.base);
    this.version = version;
    return here;
  }

  /** Begin again with another text of the server, and nothing typed since. */
  restart(base: Text, version: number): void {
    this.base = base;
    this.version = version;
    this.sent = null;
    this.unsent = ChangeSet.empty(base.length);
  }

  /** Where a place of the server's text is in the page's, as far as it is known. */
  get ahead(): ChangeSet {
    return this.sent === null ? this.unsent : this.sent.compose(this.unsent);
  }
}

export function editsOf(changes: ChangeSet): TextEdit[] {
  const edits: TextEdit[] = [];
  changes.iterChanges((start, end, _from, _to, inserted) => {
    edits.push({ start, end, new: inserted.toString() });
  });
  return edits;
}

export function changesOf(edits: readonly TextEdit[], length: number): ChangeSet {
  const changes = edits.map((edit) => ({
    from: edit.start,
    to: edit.end,
    insert: Text.of(edit.new.split("\n")),
  }));
  return ChangeSet.of(changes, length);
}
