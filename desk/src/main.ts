/** The desk: asks the server what there is, and builds the page. */

import { DeskModel } from "./model/desk";
import { h } from "./page/elements";
import { ConnectionLost, get, ServerError } from "./server/client";
import type { Desk } from "./server/contract";
import { readEvents, type ServerEvent } from "./server/events";
import { listenToKeys } from "./views/actions";
import { watchConflicts } from "./views/conflict";
import { listenToDrops } from "./views/drops";
import { buildPage } from "./views/shell";
import { chooseWords, words } from "./words/words";

const RETRY_MS = 2000;

async function start(root: HTMLElement): Promise<void> {
  document.documentElement.lang = chooseWords(null);
  const desk = await get<Desk>("desk").catch((reason: unknown) => {
    root.replaceChildren(
      h("main", { class: "invitation" }, h("p", {}, saidOf(reason))),
    );
    return null;
  });
  if (desk === null) return;
  document.documentElement.lang = chooseWords(desk.lang);
  const model = new DeskModel(desk);
  buildPage(model, root);
  listenToKeys(model);
  listenToDrops(model);
  watchConflicts(model);
  void follow(model);
  if (desk.error !== null) model.complain(desk.error);
  await model.attempt(() => openFirst(model));
}

async function openFirst(model: DeskModel): Promise<void> {
  await model.listEssays();
  const wanted = new URLSearchParams(location.search).get("essay");
  const first = model.essays.value.find(({ path }) => path === wanted);
  const essay = first ?? model.essays.value[0];
  if (essay !== undefined) await model.openEssay(essay.path);
}

/** Read the server's events for as long as the page is seen. A browser has only six
 * connections to a host, so a hidden tab gives its own back. */
async function follow(model: DeskModel): Promise<void> {
  for (let isFirst = true; ; isFirst = false) {
    await untilVisible();
    const hidden = new AbortController();
    const watch = () => document.hidden && hidden.abort();
    document.addEventListener("visibilitychange", watch);
    const opened = () => {
      model.isConnected.set(true);
      if (!isFirst) void model.attempt(() => model.reconnected());
    };
    const receive = (event: ServerEvent) => model.receive(event);
    await readEvents(hidden.signal, opened, receive).catch(() => {});
    document.removeEventListener("visibilitychange", watch);
    if (hidden.signal.aborted) continue;
    model.isConnected.set(false);
    await Promise.race([pause(RETRY_MS), model.retried()]);
  }
}

function untilVisible(): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((done) => {
    document.addEventListener("visibilitychange", () => done(), { once: true });
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function saidOf(reason: unknown): string {
  if (reason instanceof ServerError && reason.status === 401) return words.unauthorized;
  if (reason instanceof ConnectionLost) return words.lost;
  return String(reason);
}

const root = document.querySelector<HTMLElement>("#desk");
if (root !== null) void start(root);
