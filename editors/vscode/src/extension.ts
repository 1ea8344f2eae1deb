import { commands, type ExtensionContext, Uri, window, workspace } from "vscode";
import { adoptTyped } from "./commands/adopt";
import { cite } from "./commands/cite";
import { formatTo } from "./commands/format";
import { showMenu } from "./commands/menu";
import { showReferences } from "./commands/references";
import { ESSAY_LANGUAGES } from "./languages";
import { Server } from "./server";
import { Status } from "./status";

/** Start the server, and offer what the writer can do with it. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel("loccit", { log: true });
  const status = new Status();
  const page = Uri.joinPath(context.extensionUri, "README.md");
  const server = new Server(output, status, page);
  context.subscriptions.push(
    output,
    status,
    server,
    commands.registerCommand("loccit.pickCitation", () => cite(server)),
    commands.registerCommand("loccit.formatTo", () => formatTo(server)),
    commands.registerCommand("loccit.adoptTyped", () => adoptTyped(server)),
    commands.registerCommand("loccit.restartServer", () => server.restart()),
    commands.registerCommand("loccit.showOutput", () => output.show()),
    commands.registerCommand("loccit.menu", showMenu),
    commands.registerCommand("loccit.showReferences", showReferences),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("loccit.path")) {
        void server.restart();
      }
    }),
    workspace.onDidGrantWorkspaceTrust(() => server.restart()),
  );
  await commands.executeCommand("setContext", "loccit.essayLanguages", ESSAY_LANGUAGES);
  await server.start();
}
