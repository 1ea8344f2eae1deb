/** What the whole page shares: the folder, the open essay, what is looked at. */

import { get, post, ServerError, TAB } from "../server/client";
import type {
  AtCursor,
  Desk,
  EditedEvent,
  ErrorDetails,
  Essay,
  EssayRow,
  Findings,
  Printed,
  Source,
} from "../server/contract";
import type { ServerEvent } from "../server/events";
import { words } from "../words/words";
import { OpenEssay } from "./open_essay";
import { Signal } from "./signal";

export type View = "essay" | "library";
export type Pane = "essays" | "text" | "side";
export type Tab = "references" | "problems" | "source";

/** What the page says at its foot: something happened, or went wrong. */
export interface Notice {
  text: string;
  advice?: string;
  isError: boolean;
  /** How what happened is taken back. */
  undo?: () => Promise<void>;
}

export class DeskModel {
  readonly essays = new Signal<readonly EssayRow[]>([]);
  readonly open = new Signal<OpenEssay | null>(null);
  readonly view = new Signal<View>("essay");
  /** On a narrow screen one part is seen at a time. */
  readonly pane = new Signal<Pane>("text");
  readonly tab = new Signal<Tab>("references");
  readonly source = new Signal<Source | null>(null);
  /** The key under the cursor that no source has. */
  readonly unknownKey = new Signal<string | null>(null);
  readonly isConnected = new Signal(true);
  readonly notice = new Signal<Notice | null>(null);
  /** Counts the changes of the library. */
  readonly libraryVersion = new Signal(0);

  /** Somebody is typing in the fields of the source: it is not replaced unasked. */
  isSourceEdited = false;
  private retryNow: () => void = () => {};
  /** Where the cursor was last in a citation whose source is not shown yet. */
  private cursor: number | null = null;

  constructor(readonly desk: Desk) {
    this.tab.watch(() => {
      if (this.cursor !== null) void this.lookAt(this.cursor);
    });
  }

  get path(): string | undefined {
    return this.open.value?.path;
  }

  /** Try to connect again at once. */
  retry(): void {
    this.retryNow();
  }

  /** Wait until somebody wants to try again. */
  retried(): Promise<void> {
    return new Promise((done) => {
      this.retryNow = done;
    });
  }

  say(text: string): void {
    this.notice.set({ text, isError: false });
  }

  /** Say what was done to the library, and how it is undone. */
  sayDone(text: string): void {
    const undo = async () => {
      const { undone } = await post<{ undone: string }>("undo");
      this.say(words.undone(undone));
    };
    this.notice.set({ text, isError: false, undo });
  }

  /** Say that an essay was adopted, and how it is undone. */
  sayAdopted(text: string, essay: OpenEssay): void {
    const undo = async () => {
      const request = { path: essay.path, tab: TAB };
      essay.changedByServer(await post<Essay>("adopt/undo", request));
      this.say(words.undone(words.adopt));
    };
    this.notice.set({ text, isError: false, undo });
  }

  /** Say what went wrong; whatever isn't an answer of the server is for the console. */
  fail(reason: unknown): void {
    const text = reason instanceof Error ? reason.message : String(reason);
    const advice = reason instanceof ServerError ? reason.details.advice : undefined;
    this.notice.set({ text, isError: true, ...(advice ? { advice } : {}) });
  }

  /** Say what the server found wrong with what it opened. */
  complain({ message, advice }: ErrorDetails): void {
    this.notice.set({ text: message, isError: true, ...(advice ? { advice } : {}) });
  }

  /** Do something that asks the server, and say what went wrong, if anything. */
  async attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (reason) {
      this.fail(reason);
      return undefined;
    }
  }

  async listEssays(): Promise<void> {
    const { essays } = await get<{ essays: EssayRow[] }>("essays");
    this.essays.set(essays);
  }

  async openEssay(path: string): Promise<void> {
    const old = this.open.value;
    if (old?.path === path) return;
    await old?.settled();
    const essay = await get<Essay>("essay", { path });
    this.cursor = null;
    this.source.set(null);
    this.unknownKey.set(null);
    this.notice.set(null);
    this.open.set(new OpenEssay(essay));
    if (essay.error !== null) this.complain(essay.error);
  }

  /** Show the source of a key in its tab. */
  async showSource(key: string): Promise<void> {
    const source = await get<Source>("source", { key, essay: this.path });
    this.cursor = null;
    this.unknownKey.set(null);
    this.source.set(source);
    this.tab.set("source");
    this.pane.set("side");
  }

  /** The cursor is in a citation: show its source, where sources are looked at. */
  async lookAt(at: number): Promise<void> {
    const essay = this.open.value;
    this.cursor = at;
    if (essay === null || this.tab.value !== "source" || this.isSourceEdited) return;
    await essay.settled();
    this.cursor = null;
    const query = { path: essay.path, version: essay.version, at };
    const found = await get<AtCursor>("essay/at", query).catch(() => null);
    if (found === null || found.key === null) return;
    this.unknownKey.set(found.source === null ? found.key : null);
    this.source.set(found.source);
  }

  async check(): Promise<number> {
    const essay = this.open.value;
    if (essay === null) return 0;
    await essay.settled();
    const found = await get<Findings>("findings", { path: essay.path });
    essay.receiveFindings(found);
    return found.findings.length;
  }

  /** Make a fix, or all safe ones; the essay's edits come as an event of nobody's. */
  async fix(what: { ids: string[]; fix: number } | { all: "safe" }): Promise<number> {
    const essay = this.open.value;
    if (essay === null) return 0;
    await essay.settled();
    const request = { path: essay.path, version: essay.version, tab: TAB, ...what };
    const { fixed } = await post<Printed & { fixed: number }>("findings/fix", request);
    await essay.refresh();
    return fixed;
  }

  /** Take in what the server says happened. */
  receive({ name, data }: ServerEvent): void {
    const open = this.open.value;
    if (name === "essays") void this.attempt(() => this.listEssays());
    if (name === "library") void this.attempt(() => this.libraryChanged());
    if (open === null || open.path !== (data as { path?: string }).path) return;
    if (name === "edited") open.receive(data as EditedEvent);
    if (name === "saved") open.savedElsewhere((data as { version: number }).version);
    if (name === "findings") open.receiveFindings(data as Findings);
    if (name === "reprinted") void this.attempt(() => open.reprint());
    if (name === "disk-conflict")
      open.diskChanged((data as { disk: string | null }).disk);
  }

  /** After the connection came back, everything may be different. */
  async reconnected(): Promise<void> {
    await this.listEssays();
    const open = this.open.value;
    open?.resume(await get<Essay>("essay", { path: open.path }));
    this.libraryVersion.set(this.libraryVersion.value + 1);
  }

  private async libraryChanged(): Promise<void> {
    this.libraryVersion.set(this.libraryVersion.value + 1);
    await this.open.value?.reprint();
    const source = this.source.value;
    // What is typed there is compared with the file when it is saved.
    if (source === null || this.isSourceEdited) return;
    const query = { key: source.key, essay: this.path };
    const now = await get<Source>("source", query).catch(() => null);
    if (this.source.value === source) this.source.set(now);
  }
}
