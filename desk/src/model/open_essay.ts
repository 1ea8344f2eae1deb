/** The essay that is open in this tab: its text in step with the server, how it prints,
 * its problems, and whether it is saved. */

import { type ChangeSet, Text } from "@codemirror/state";
import { ConnectionLost, get, post, ServerError, TAB } from "../server/client";
import type {
  EditConflict,
  EditedEvent,
  Essay,
  Finding,
  Findings,
  Printed,
} from "../server/contract";
import { difference } from "./difference";
import { PrintedEssay } from "./printed";
import { Signal } from "./signal";
import { changesOf, Sync } from "./sync";

/** Two versions, of which the reader has to choose. */
export interface Conflict {
  reason: "disk" | "gone" | "server";
  mine: string;
  theirs: string;
}

/** What the view of the text does when the text changes without it. */
export interface TextView {
  text(): Text;
  change(changes: ChangeSet): void;
}

export class OpenEssay {
  readonly printed = new PrintedEssay();
  /** Counts the answers: whoever shows something printed watches it. */
  readonly shown = new Signal(0);
  readonly saved: Signal<boolean>;
  readonly saving = new Signal(false);
  readonly findings = new Signal<readonly Finding[] | null>(null);
  readonly settings: Signal<Essay["settings"]>;
  readonly conflict = new Signal<Conflict | null>(null);
  readonly error = new Signal<Error | null>(null);
  private readonly sync: Sync;
  private view: TextView | null = null;
  private timer = 0;
  private waiting: (() => void)[] = [];
  private late: EditedEvent[] = [];

  constructor(readonly essay: Essay) {
    this.sync = new Sync(Text.of((essay.text ?? "").split("\n")), essay.version);
    this.saved = new Signal(essay.saved);
    this.settings = new Signal(essay.settings);
    this.printed.take(essay.printed);
  }

  get path(): string {
    return this.essay.path;
  }

  get version(): number {
    return this.sync.version;
  }

  /** The text that the answers are about, and what was typed since. */
  get ahead(): ChangeSet {
    return this.sync.ahead;
  }

  attach(view: TextView): void {
    this.view = view;
  }

  /** Note what was typed, and send it soon. */
  typed(changes: ChangeSet): void {
    this.sync.type(changes);
    this.saved.set(false);
    this.sendSoon();
  }

  /** Wait until the server has all that was typed. */
  settled(): Promise<void> {
    if (!this.sync.isBehind) return Promise.resolve();
    this.sendSoon();
    return new Promise((done) => this.waiting.push(done));
  }

  async save(overwrite = false): Promise<void> {
    await this.settled();
    this.saving.set(true);
    const request = { path: this.path, version: this.version, overwrite };
    try {
      await post("essay/save", request);
      this.saved.set(!this.sync.isBehind);
    } catch (reason) {
      this.refused(reason);
    } finally {
      this.saving.set(false);
    }
  }

  /** Somebody else changed the buffer, or the file. */
  receive(event: EditedEvent): void {
    if (event.tab === TAB) return;
    if (this.sync.isSending) this.late.push(event);
    else this.followed(event);
  }

  savedElsewhere(version: number): void {
    if (version === this.version && !this.sync.isBehind) this.saved.set(true);
  }

  receiveFindings(found: Findings): void {
    if (found.version === this.version) this.findings.set(found.findings);
  }

  diskChanged(disk: string | null): void {
    const reason = disk === null ? "gone" : "disk";
    this.conflict.set({ reason, mine: this.text, theirs: disk ?? "" });
  }

  /** Take what the server has after the connection was lost. It may have been started
   * again meanwhile, and then it doesn't know what was not saved. */
  resume(essay: Essay): void {
    this.sync.takeBack();
    const theirs = essay.text ?? "";
    if (theirs === this.sync.base.toString()) {
      this.sync.version = essay.version;
    } else if (theirs !== this.text && !this.saved.value) {
      this.conflict.set({ reason: "server", mine: this.text, theirs });
      return;
    }
    this.changedByServer(essay);
    this.sendSoon();
  }

  /** Take what the server answers to an action that changes the text as a whole. */
  changedByServer(essay: Essay): void {
    const edits = difference(this.sync.base.toString(), essay.text ?? "");
    if (!this.sync.isSending) {
      this.view?.change(this.sync.rebase(edits, essay.version));
    }
    this.saved.set(essay.saved && !this.sync.isBehind);
    this.settings.set(essay.settings);
    this.show(essay.printed);
  }

  async refresh(): Promise<void> {
    this.changedByServer(await get<Essay>("essay", { path: this.path }));
  }

  /** Ask again how everything prints, as after a change of the library. */
  async reprint(): Promise<void> {
    const query = { path: this.path, since: 0 };
    this.show(await get<Printed>("essay/printed", query));
  }

  /** End a conflict with the text that is kept. */
  async settle(text: string): Promise<void> {
    const now = await get<Essay>("essay", { path: this.path });
    const theirs = now.text ?? "";
    this.sync.restart(Text.of(theirs.split("\n")), now.version);
    const edits = difference(this.text, text);
    this.view?.change(changesOf(edits, this.text.length));
    this.sync.type(changesOf(difference(theirs, text), theirs.length));
    this.conflict.set(null);
    this.show(now.printed);
    await this.save(true);
  }

  get text(): string {
    return this.view?.text().toString() ?? this.essay.text ?? "";
  }

  private sendSoon(): void {
    if (this.timer !== 0 || this.sync.isSending || !this.sync.isBehind) return;
    // What one key does is sent together; what is typed before the answer, after it.
    this.timer = window.setTimeout(() => {
      this.timer = 0;
      void this.send();
    });
  }

  private async send(): Promise<void> {
    const request = { path: this.path, base: this.version, tab: TAB };
    try {
      const edits = this.sync.send();
      const printed = await post<Printed>("essay/edit", { ...request, edits });
      this.sync.confirm(printed.version);
      this.show(printed);
    } catch (reason) {
      this.sync.takeBack();
      if (!this.rebased(reason)) return this.refused(reason);
    }
    this.afterAnswer();
  }

  private afterAnswer(): void {
    for (const event of this.late.splice(0)) this.followed(event);
    if (this.sync.isBehind) this.sendSoon();
    else for (const done of this.waiting.splice(0)) done();
  }

  private followed(event: EditedEvent): void {
    if (event.version <= this.version) return;
    if (event.base !== this.version) {
      void this.refresh();
      return;
    }
    this.view?.change(this.sync.rebase(event.edits, event.version));
    this.saved.set(event.saved && !this.sync.isBehind);
    void this.reprint();
  }

  /** Put what was typed onto the changes that somebody else made first. */
  private rebased(reason: unknown): boolean {
    if (!(reason instanceof ServerError) || reason.status !== 409) return false;
    const conflict = reason.answer as EditConflict;
    if (!conflict.changes) return false;
    const first = conflict.version - conflict.changes.length;
    conflict.changes.forEach((edits, at) => {
      this.view?.change(this.sync.rebase(edits, first + at + 1));
    });
    return true;
  }

  private refused(reason: unknown): void {
    if (reason instanceof ServerError && reason.status === 409) {
      const { text, disk } = reason.answer as { text?: string; disk?: string };
      const theirs = disk ?? text ?? "";
      const why = disk === undefined ? "server" : "disk";
      this.conflict.set({ reason: why, mine: this.text, theirs });
    } else if (!(reason instanceof ConnectionLost)) {
      this.error.set(reason instanceof Error ? reason : new Error(String(reason)));
    }
  }

  private show(printed: Printed): void {
    const isComplete = this.printed.take(printed);
    this.shown.set(this.shown.value + 1);
    if (!isComplete) void this.reprint();
  }
}
