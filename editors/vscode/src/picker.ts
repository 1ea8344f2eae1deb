import { type QuickInputButton, type QuickPick, ThemeIcon, window } from "vscode";
import { newest } from "./newest";
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
  /** Whether Enter was pressed before the rows were there that fit what is typed. */
  private isAwaited = false;

  constructor(
    find: Find,
    private readonly resolve: (choice: Choice | undefined) => void,
  ) {
    this.pick = window.createQuickPick<SourceItem>();
    this.pick.canSelectMany = true;
    this.pick.ignoreFocusOut = true;
    this.pick.placeholder =
      "Author, title, year or key; tick several to cite them together";
    this.showMode();
    const search = newest(find, (found) => this.show(found));
    this.pick.onDidChangeValue((value) => {
      this.pick.busy = true;
      void search(value);
    });
    this.pick.onDidTriggerButton(() => this.switchMode());
    this.pick.onDidAccept(() => this.accept());
    this.pick.onDidHide(() => this.end(undefined));
    this.pick.show();
    void search("");
  }

  private show(found: readonly Source[]): void {
    const chosen = this.pick.selectedItems;
    this.pick.items = rows(chosen, found);
    this.pick.selectedItems = chosen;
    this.pick.activeItems = this.pick.items.slice(chosen.length, chosen.length + 1);
    this.pick.busy = false;
    if (this.isAwaited) {
      this.accept();
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
    const { busy, selectedItems, activeItems } = this.pick;
    const items = selectedItems.length > 0 ? selectedItems : activeItems.slice(0, 1);
    this.isAwaited = busy && selectedItems.length === 0;
    if (!this.isAwaited && items.length > 0) {
      const sources = items.map((item) => item.source);
      this.end({ sources, narrative: this.narrative });
    }
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
