import { commands, window } from "vscode";

/** Let the writer choose one of loccit's commands. */
export async function showMenu(): Promise<void> {
  const chosen = await window.showQuickPick(
    [
      { label: "$(quote) Cite", command: "loccit.pickCitation" },
      { label: "$(output) Format to...", command: "loccit.formatTo" },
      { label: "$(wand) Adopt typed citations", command: "loccit.adoptTyped" },
      { label: "$(debug-restart) Restart server", command: "loccit.restartServer" },
      { label: "$(list-flat) Show output", command: "loccit.showOutput" },
    ],
    { title: "loccit" },
  );
  if (chosen) {
    await commands.executeCommand(chosen.command);
  }
}
