import { type QuickInputButton, type QuickPick, ThemeIcon, window } from "vscode";
import type { Source } from "./protocol";
import { rows, type SourceItem } from "./source-items";

/** What the writer has chosen. */
export interface Choice {
  readonly sources: readonly Source[];
  readonly narrative: boolean;
}

type Find = (query: string) => Promise<readonly Source[]>;

/** Let the writer choose sources while typing; undefined if the writer gives up.
 *
 * Enter takes the marked row, or all that are ticked.
 */
export function pickSources(find: Find): Promise<Choice | undefined> {
  return new Promise((resolve) => new Picker(find, resolve));
}

class Picker {
  private readonly pick: QuickPick<SourceItem>;
  private narrative = false;
  /** How often was searched: an answer that comes after a newer one is dropped. */
  private searches = 0;

  constructor(
    private readonly find: Find,
    private readonly resolve: (choice: Choice | undefined) => void,
  ) {
    this.pick = window.createQuickPick<SourceItem>();
    this.pick.canSelectMany = true;
    this.pick.ignoreFocusOut = true;
    this.pick.placeholder =
      "Author, title, year or key; tick several to cite them together";
    this.showMode();
    this.pick.onDidChangeValue((value) => this.search(value));
    this.pick.onDidTriggerButton(() => this.switchMode());
    this.pick.onDidAccept(() => this.accept());
    this.pick.onDidHide(() => this.end(undefined));
    this.pick.show();
    void this.search("");
  }

  private async search(query: string): Promise<void> {
    const search = ++this.searches;
    this.pick.busy = true;
    const found = await this.find(query);
    if (search === this.searches) {
      const chosen = this.pick.selectedItems;
      this.pick.items = rows(chosen, found);
      this.pick.selectedItems = chosen;
      this.pick.activeItems = this.pick.items.slice(chosen.length, chosen.length + 1);
      this.pick.busy = false;
    }
  }

  private switchMode(): void {
    this.narrative = !this.narrative;
    this.showMode();
  }

  private showMode(): void {
    this.pick.title = this.narrative
      ? "Cite in the sentence: Doe (2001)"
      : "Cite in parentheses: (Doe, 2001)";
    this.pick.buttons = [this.narrative ? PARENTHETICAL : NARRATIVE];
  }

  private accept(): void {
    const { selectedItems, activeItems } = this.pick;
    const items = selectedItems.length > 0 ? selectedItems : activeItems.slice(0, 1);
    const sources = items.map((item) => item.source);
    this.end(sources.length > 0 ? { sources, narrative: this.narrative } : undefined);
  }

  private end(choice: Choice | undefined): void {
    this.resolve(choice);
    this.pick.dispose();
  }
}

const NARRATIVE: QuickInputButton = {
  iconPath: new ThemeIcon("person"),
  tooltip: "Name the author in the sentence: Doe (2001)",
};

const PARENTHETICAL: QuickInputButton = {
  iconPath: new ThemeIcon("bracket"),
  tooltip: "Put all in parentheses: (Doe, 2001)",
};
