/** The essays of the folder, on the left. */

import type { DeskModel } from "../model/desk";
import { openDialog } from "../page/dialog";
import { freshId, h } from "../page/elements";
import { icon } from "../page/icons";
import { oneStop, roving } from "../page/roving";
import { post, send } from "../server/client";
import type { EssayRow } from "../server/contract";
import { words } from "../words/words";

export function essayList(desk: DeskModel): HTMLElement {
  const list = h("ul", { class: "essay-list" });
  const show = () => {
    const hadFocus = list.contains(document.activeElement);
    list.replaceChildren(...rows(desk));
    if (hadFocus) list.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  };
  desk.essays.watch(show);
  desk.open.watch((open) => {
    show();
    open?.saved.watch(() => desk.open.value === open && show());
  });
  roving(list, "button");
  return h(
    "nav",
    { class: "essays", "aria-label": words.essays, tabindex: "-1" },
    h("h2", { class: "part-title" }, words.essays),
    list,
    h(
      "div",
      { class: "essays-foot" },
      h(
        "button",
        { type: "button", class: "quiet", onclick: () => newEssay(desk) },
        icon("add"),
        words.newEssay,
      ),
      uploadButton(desk),
    ),
  );
}

function rows(desk: DeskModel): HTMLElement[] {
  const essays = desk.essays.value;
  if (essays.length === 0) return [h("li", { class: "soft empty" }, words.noEssays)];
  const buttons = essays.map((essay) => row(desk, essay));
  oneStop(
    buttons,
    buttons.find((button) => button.ariaCurrent === "page"),
  );
  return buttons.map((button) => h("li", {}, button));
}

function row(desk: DeskModel, essay: EssayRow): HTMLButtonElement {
  const open = desk.open.value;
  const isOpen = open?.path === essay.path;
  const isSaved = isOpen ? open.saved.value : essay.saved;
  const choose = () => {
    desk.view.set("essay");
    desk.pane.set("text");
    void desk.attempt(() => desk.openEssay(essay.path));
  };
  return h(
    "button",
    {
      type: "button",
      class: "essay-row",
      "aria-current": isOpen ? "page" : null,
      onclick: choose,
    },
    h("span", { class: "essay-title" }, nameOf(essay.path)),
    h("span", { class: "essay-path" }, essay.path),
    !isSaved &&
      h("span", { class: "unsaved-dot", title: words.unsaved }, words.unsaved),
  );
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
}

function newEssay(desk: DeskModel): void {
  const id = freshId("name");
  const name = h("input", { id, name: "path", required: true, value: "essay.md" });
  const form = h(
    "form",
    { class: "field", method: "dialog" },
    h("label", { for: id }, words.newEssayName),
    name,
  );
  const create = async () => {
    await post("essays/new", { path: name.value.trim(), text: "" });
    await desk.listEssays();
    await desk.openEssay(name.value.trim());
    dialog.close();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void desk.attempt(create);
  });
  const button = h(
    "button",
    { type: "button", class: "primary", onclick: () => form.requestSubmit() },
    words.create,
  );
  const dialog = openDialog(words.newEssay, "small", [form], [button]);
  name.focus();
  name.setSelectionRange(0, "essay".length);
}

function uploadButton(desk: DeskModel): HTMLElement {
  const input = h("input", { type: "file", hidden: true });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) void desk.attempt(() => openFile(desk, file));
    input.value = "";
  });
  return h(
    "span",
    {},
    h(
      "button",
      {
        type: "button",
        class: "quiet",
        title: words.uploadHint,
        onclick: () => input.click(),
      },
      icon("export"),
      words.uploadEssay,
    ),
    input,
  );
}

/** Put a copy of a file into the folder, and open it. */
export async function openFile(desk: DeskModel, file: File): Promise<void> {
  const { path } = await send<{ path: string }>(
    "essays/upload",
    { name: file.name },
    file,
  );
  await desk.listEssays();
  await desk.openEssay(path);
  desk.pane.set("text");
}
