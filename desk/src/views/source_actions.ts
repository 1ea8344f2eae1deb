/** What one does with a source as a whole: rename its key, remove it. */

import type { DeskModel } from "../model/desk";
import { confirmDialog, openDialog } from "../page/dialog";
import { freshId, h } from "../page/elements";
import { post, ServerError } from "../server/client";
import type { Source } from "../server/contract";
import { words } from "../words/words";

export function renameSource(desk: DeskModel, { key }: Source): void {
  const id = freshId("key");
  const input = h("input", { id, name: "key", required: true, value: key });
  const form = h(
    "form",
    { class: "field" },
    h("label", { for: id }, words.newKey),
    input,
  );
  const rename = async () => {
    const request = { essay: desk.path, key, new: input.value.trim() };
    const renamed = await post<{ key: string; essays: string[] }>(
      "source/rename",
      request,
    );
    dialog.close();
    desk.say(words.renamed(renamed.essays.length));
    await desk.showSource(renamed.key);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void desk.attempt(rename);
  });
  const submit = () => form.requestSubmit();
  const button = h(
    "button",
    { type: "button", class: "primary", onclick: submit },
    words.rename,
  );
  const dialog = openDialog(words.rename, "small", [form], [button]);
  input.focus();
  input.select();
}

export async function removeSource(desk: DeskModel, { key }: Source): Promise<void> {
  if (!(await confirmDialog(words.removeQuestion(key), words.remove))) return;
  const request = { essay: desk.path, key };
  try {
    await post("source/remove", { ...request, even_if_cited: false });
  } catch (reason) {
    if (!(reason instanceof ServerError) || reason.status !== 409) throw reason;
    if (!(await confirmDialog(words.removeCited, words.remove))) return;
    await post("source/remove", { ...request, even_if_cited: true });
  }
  desk.source.set(null);
  desk.sayDone(words.removed(key));
}
