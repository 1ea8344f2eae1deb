/** The page as a whole: the bar, the parts, and what is said at its foot. */

import type { DeskModel, Notice, Pane, Tab } from "../model/desk";
import { announce } from "../page/announce";
import { h } from "../page/elements";
import { icon } from "../page/icons";
import { tabs } from "../page/tabs";
import { words } from "../words/words";
import { ACTIONS, type Action } from "./actions";
import { essayList } from "./essay_list";
import { libraryView } from "./library";
import { messageOf } from "./message";
import { Paper } from "./paper";
import { problemsTab } from "./problems_tab";
import { referencesTab } from "./references_tab";
import { saveState } from "./save_state";
import { sourceTab } from "./source_tab";

export function buildPage(desk: DeskModel, root: HTMLElement): void {
  const paper = new Paper(desk);
  const library = libraryView(desk);
  const frame = h(
    "div",
    { class: "frame" },
    h("a", { class: "skip", href: "#text" }, words.skip),
    bar(desk),
    h("div", { class: "lost", role: "alert" }),
    essayList(desk),
    h("main", { class: "parts" }, paper.element, library, side(desk, paper)),
    bottomBar(desk),
    h("div", { class: "notices", role: "region", "aria-label": words.notices }),
  );
  desk.view.show((view) => {
    frame.dataset["view"] = view;
    paper.element.hidden = view !== "essay";
    library.hidden = view !== "library";
  });
  desk.pane.show((pane) => {
    frame.dataset["pane"] = pane;
  });
  showConnection(desk, frame);
  showNotices(desk, frame);
  root.replaceChildren(frame);
}

function bar(desk: DeskModel): HTMLElement {
  const buttons = ACTIONS.map((action) => actionButton(desk, action));
  return h(
    "header",
    { class: "bar" },
    h("span", { class: "mark" }, h("b", {}, "loccit"), ` ${desk.desk.folder}`),
    saveState(desk),
    h(
      "div",
      { class: "actions", role: "group", "aria-label": words.actions },
      ...buttons,
    ),
  );
}

function actionButton(desk: DeskModel, action: Action): HTMLElement {
  const name = action.inBar ?? action.label;
  const label = h("span", { class: "action-label" }, name());
  const button = h(
    "button",
    {
      type: "button",
      class: `action action-${action.name}`,
      title: action.label(),
      "aria-keyshortcuts": action.keys?.replace("Mod", "Control"),
      onclick: () => action.run(desk),
    },
    icon(action.icon),
    label,
  );
  desk.open.show((open) => {
    button.disabled = action.needsEssay && open === null;
    if (action.name === "style" && open !== null) {
      open.settings.show(({ style_title }) => (label.textContent = style_title));
    }
  });
  if (action.name === "library") {
    desk.view.show((view) =>
      button.setAttribute("aria-pressed", String(view === "library")),
    );
  }
  return button;
}

function side(desk: DeskModel, paper: Paper): HTMLElement {
  const badge = h("span", { class: "badge" });
  const problems = problemsTab(desk, paper.editor, (count) => {
    badge.textContent = count > 0 ? String(count) : "";
  });
  const references = referencesTab(desk, paper.editor);
  const source = sourceTab(desk);
  const { row, buttons } = tabs<Tab>(
    words.side,
    [
      { key: "references", label: words.references, panel: references },
      { key: "problems", label: words.problems, panel: problems },
      { key: "source", label: words.source, panel: source },
    ],
    desk.tab,
  );
  buttons.get("problems")?.append(badge);
  return h(
    "section",
    { class: "side", "aria-label": words.side, tabindex: "-1" },
    row,
    references,
    problems,
    source,
  );
}

/** On a narrow screen: one part at a time. */
function bottomBar(desk: DeskModel): HTMLElement {
  const parts: [Pane, string, string][] = [
    ["essays", "essay", words.essays],
    ["text", "list", words.text],
    ["side", "source", words.references],
  ];
  const buttons = parts.map(([pane, name, label]) => {
    const choose = () => desk.pane.set(pane);
    const button = h("button", { type: "button", onclick: choose }, icon(name), label);
    desk.pane.show((now) => {
      button.setAttribute("aria-pressed", String(now === pane));
    });
    return button;
  });
  return h("nav", { class: "bottom-bar", "aria-label": words.parts }, ...buttons);
}

function showConnection(desk: DeskModel, frame: HTMLElement): void {
  const banner = frame.querySelector<HTMLElement>(".lost");
  desk.isConnected.show((isConnected) => {
    if (banner === null) return;
    banner.hidden = isConnected;
    const retry = h(
      "button",
      { type: "button", onclick: () => desk.retry() },
      words.retry,
    );
    banner.replaceChildren(...(isConnected ? [] : [words.lost, retry]));
  });
}

function showNotices(desk: DeskModel, frame: HTMLElement): void {
  const place = frame.querySelector<HTMLElement>(".notices");
  let timer = 0;
  desk.notice.watch((notice) => {
    clearTimeout(timer);
    place?.replaceChildren();
    if (notice === null || place === null) return;
    announce([notice.text, notice.advice].filter(Boolean).join(" "));
    const close = () => desk.notice.set(null);
    place.append(
      h(
        "div",
        { class: notice.isError ? "notice wrong" : "notice" },
        h("p", {}, messageOf(notice.text)),
        notice.advice !== undefined &&
          h("p", { class: "soft" }, messageOf(notice.advice)),
        undoButton(desk, notice),
        h(
          "button",
          {
            type: "button",
            class: "quiet round",
            "aria-label": words.close,
            onclick: close,
          },
          icon("close"),
        ),
      ),
    );
    // What went wrong stays until it is closed (WCAG 2.2, 2.2.1).
    if (!notice.isError) timer = window.setTimeout(close, 6000);
  });
}

function undoButton(desk: DeskModel, { undo }: Notice): HTMLElement | null {
  if (undo === undefined) return null;
  const onclick = () => void desk.attempt(undo);
  return h("button", { type: "button", class: "quiet undo", onclick }, words.undo);
}
