import { commands, type OutputChannel, type Uri, window } from "vscode";

const MISSING =
  'loccit was not found. Install it with `pip install "loccit[lsp]"`, ' +
  "or name the program in the setting `loccit.path`.";

/** Say that loccit is missing, and offer what helps.
 *
 * @param page - what says how to install it.
 */
export async function offerInstallation(page: Uri): Promise<void> {
  const chosen = await window.showWarningMessage(
    MISSING,
    "How to install",
    "Open settings",
    "Try again",
  );
  if (chosen === "How to install") {
    await commands.executeCommand("markdown.showPreview", page);
  } else if (chosen === "Open settings") {
    await commands.executeCommand("workbench.action.openSettings", "loccit.path");
  } else if (chosen === "Try again") {
    await commands.executeCommand("loccit.restartServer");
  }
}

/** Say that something went wrong, and offer to show what the server says of it. */
export async function offerOutput(what: string, output: OutputChannel): Promise<void> {
  const chosen = await window.showErrorMessage(`loccit: ${what}`, "Show output");
  if (chosen) {
    output.show(true);
  }
}

/** Say that the server does not run, and offer to start it. */
export async function offerRestart(): Promise<void> {
  const chosen = await window.showWarningMessage("loccit does not run.", "Start it");
  if (chosen) {
    await commands.executeCommand("loccit.restartServer");
  }
}
