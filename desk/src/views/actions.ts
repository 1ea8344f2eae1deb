/** The actions of the page: in the bar, and by shortcuts. */

import type { DeskModel } from "../model/desk";
import { words } from "../words/words";
import { openAddSource } from "./add_source";
import { openAdopt } from "./adopt";
import { openExport } from "./export";
import { openHelp } from "./help";
import { openStyles } from "./styles";

export interface Action {
  name: string;
  icon: string;
  label: () => string;
  /** A shorter name for the bar. */
  inBar?: () => string;
  /** As `aria-keyshortcuts` has it; `Mod` is Ctrl, or the command key of a Mac. */
  keys: string | null;
  needsEssay: boolean;
  run(desk: DeskModel): void;
}

export const ACTIONS: readonly Action[] = [
  {
    name: "save",
    icon: "save",
    label: () => words.save,
    keys: "Mod+S",
    needsEssay: true,
    run: (desk) => void desk.attempt(async () => desk.open.value?.save()),
  },
  {
    name: "style",
    icon: "style",
    label: () => words.style,
    keys: "Alt+Shift+S",
    needsEssay: true,
    run: openStyles,
  },
  {
    name: "addSource",
    icon: "add",
    label: () => words.addSource,
    keys: "Alt+Shift+A",
    needsEssay: false,
    run: (desk) => openAddSource(desk),
  },
  {
    name: "adopt",
    icon: "adopt",
    label: () => words.adopt,
    inBar: () => words.adoptInBar,
    keys: "Alt+Shift+D",
    needsEssay: true,
    run: (desk) => void desk.attempt(() => openAdopt(desk)),
  },
  {
    name: "check",
    icon: "check",
    label: () => words.check,
    keys: "Alt+Shift+C",
    needsEssay: true,
    run: (desk) => void desk.attempt(() => check(desk)),
  },
  {
    name: "export",
    icon: "export",
    label: () => words.export,
    keys: "Alt+Shift+E",
    needsEssay: true,
    run: openExport,
  },
  {
    name: "library",
    icon: "library",
    label: () => words.library,
    keys: "Alt+Shift+L",
    needsEssay: false,
    run: (desk) => desk.view.set(desk.view.value === "library" ? "essay" : "library"),
  },
  {
    name: "help",
    icon: "help",
    label: () => words.help,
    keys: "Alt+Shift+H",
    needsEssay: false,
    run: openHelp,
  },
];

async function check(desk: DeskModel): Promise<void> {
  desk.say(words.checking);
  const count = await desk.check();
  desk.tab.set("problems");
  desk.pane.set("side");
  desk.say(count === 0 ? words.noProblems : words.problemCount(count));
}

/** Run the actions by their shortcuts, and go from part to part with F6. */
export function listenToKeys(desk: DeskModel): void {
  document.addEventListener("keydown", (event) => {
    if (event.key === "F6") return nextPart(event);
    if (document.querySelector("dialog[open]") !== null) return;
    const action = ACTIONS.find(({ keys }) => keys !== null && isPressed(event, keys));
    if (action === undefined) return;
    event.preventDefault();
    if (!action.needsEssay || desk.open.value !== null) action.run(desk);
  });
}

function isPressed(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split("+");
  const isMod = event.ctrlKey || event.metaKey;
  return (
    event.code === `Key${parts.at(-1)}` &&
    parts.includes("Mod") === isMod &&
    parts.includes("Alt") === event.altKey &&
    parts.includes("Shift") === event.shiftKey
  );
}

const PARTS = ".bar, .essays, .desk-top, .library, .side";

/** As in other programs, F6 goes to the next part of the page. */
function nextPart(event: KeyboardEvent): void {
  event.preventDefault();
  const all = [...document.querySelectorAll<HTMLElement>(PARTS)];
  const parts = all.filter((part) => part.checkVisibility());
  const now = parts.findIndex((part) => part.contains(document.activeElement));
  const step = event.shiftKey ? parts.length - 1 : 1;
  const next = parts[(now + step) % parts.length];
  const inside = next?.querySelector<HTMLElement>(
    "[contenteditable=true], [aria-selected=true], [tabindex='0'], button, input",
  );
  (inside ?? next)?.focus();
}
