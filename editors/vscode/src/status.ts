import {
  type Disposable,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from "vscode";

/** The item of the status bar, which says whether loccit runs. */
export class Status implements Disposable {
  private readonly item: StatusBarItem;

  constructor() {
    this.item = window.createStatusBarItem("loccit", StatusBarAlignment.Right, 90);
    this.item.name = "loccit";
    this.item.command = "loccit.menu";
    this.starts();
    this.item.show();
  }

  starts(): void {
    this.show("$(loading~spin) loccit", "loccit starts");
  }

  runs(version: string, program: string): void {
    this.show("$(quote) loccit", `loccit ${version}\n\n\`${program}\``);
  }

  fails(why: string): void {
    this.show("$(warning) loccit", why);
    this.item.backgroundColor = new ThemeColor("statusBarItem.warningBackground");
  }

  dispose(): void {
    this.item.dispose();
  }

  private show(text: string, tooltip: string): void {
    this.item.text = text;
    this.item.tooltip = new MarkdownString(tooltip, true);
    this.item.backgroundColor = undefined;
  }
}
