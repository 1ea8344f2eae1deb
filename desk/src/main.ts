/** The desk: asks the server what there is, and builds the page. */

import { DeskModel } from "./model/desk";
import { h } from "./page/elements";
import { ConnectionLost, get, ServerError } from "./server/client";
import type { Desk } from "./server/contract";
import { readEvents } from "./server/events";
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
  await model.attempt(() => openFirst(model));
}

async function openFirst(model: DeskModel): Promise<void> {
  await model.listEssays();
  const wanted = new URLSearchParams(location.search).get("essay");
  const first = model.essays.value.find(({ path }) => path === wanted);
  const essay = first ?? model.essays.value[0];
  if (essay !== undefined) await model.openEssay(essay.path);
}

/** Read the server's events for as long as the page is there. */
async function follow(model: DeskModel): Promise<void> {
  for (let isFirst = true; ; isFirst = false) {
    const opened = () => {
      model.isConnected.set(true);
      if (!isFirst) void model.attempt(() => model.reconnected());
    };
    await readEvents(opened, (event) => model.receive(event)).catch(() => {});
    model.isConnected.set(false);
    await Promise.race([pause(RETRY_MS), model.retried()]);
  }
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
