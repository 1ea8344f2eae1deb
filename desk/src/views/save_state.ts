/** What is open, whether it is saved, and the warning when one leaves too early. */

import type { DeskModel } from "../model/desk";
import { h } from "../page/elements";
import { words } from "../words/words";

export function saveState(desk: DeskModel): HTMLElement {
  const name = h("h1", { class: "open-name" });
  const state = h("span", { class: "save-state", role: "status" });
  let stops: (() => void)[] = [];
  desk.open.show((open) => {
    for (const stop of stops) stop();
    name.textContent = open?.path ?? "";
    state.textContent = "";
    if (open === null || !open.essay.editable) return;
    const show = () => {
      state.textContent = stateOf(open.saved.value, open.saving.value);
      state.dataset["saved"] = String(open.saved.value);
      document.title = `${open.saved.value ? "" : "• "}${open.path} · loccit`;
    };
    stops = [
      open.saved.show(show),
      open.saving.watch(show),
      open.error.watch((error) => error !== null && desk.fail(error)),
    ];
  });
  addEventListener("beforeunload", (event) => {
    if (desk.open.value?.saved.value === false) event.preventDefault();
  });
  return h("div", { class: "open-essay" }, name, state);
}

function stateOf(isSaved: boolean, isSaving: boolean): string {
  if (isSaving) return words.saving;
  return isSaved ? words.saved : words.notSaved;
}
