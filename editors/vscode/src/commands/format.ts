import { basename, dirname, extname, join } from "node:path";
import { commands, env, type TextDocument, Uri, window } from "vscode";
import { activeEssay } from "../active-essay";
import type { Server } from "../server";

/** A kind of file that an essay can be formatted as. */
interface Target {
  readonly label: string;
  readonly extension: string;
  /** Whether the editor shows it, or another program does. */
  readonly isText: boolean;
}

const PAPERS: Target[] = [
  { label: "Word document", extension: ".docx", isText: false },
  { label: "PDF", extension: ".pdf", isText: false },
  { label: "Web page", extension: ".html", isText: false },
  { label: "OpenDocument text", extension: ".odt", isText: false },
];

/** Let the writer choose a kind of file, format the essay as one, and open it. */
export async function formatTo(server: Server): Promise<void> {
  const document = activeEssay()?.document;
  const target = document && (await pickTarget(document));
  const file = target && (await pickFile(document, target));
  if (!file) {
    return;
  }
  const textDocument = { uri: document.uri.toString() };
  const output = file.fsPath;
  const made = await server.execute<string>("loccit.format", { textDocument, output });
  if (made) {
    await open(Uri.parse(made), target);
  }
}

async function open(file: Uri, target: Target): Promise<void> {
  if (target.isText) {
    await commands.executeCommand("vscode.open", file);
  } else {
    await env.openExternal(file);
  }
}

async function pickTarget(document: TextDocument): Promise<Target | undefined> {
  const same: Target = {
    label: "The same format",
    extension: extname(document.fileName),
    isText: true,
  };
  const items = [same, ...PAPERS].map((target) => ({
    label: target.label,
    description: target.extension,
    target,
  }));
  const chosen = await window.showQuickPick(items, {
    title: `Format ${basename(document.fileName)} to...`,
  });
  return chosen?.target;
}

async function pickFile(
  document: TextDocument,
  target: Target,
): Promise<Uri | undefined> {
  const name = basename(document.fileName, extname(document.fileName));
  const suggested = `${name}${target.isText ? "-formatted" : ""}${target.extension}`;
  return window.showSaveDialog({
    title: "Save the formatted essay",
    defaultUri: Uri.file(join(dirname(document.fileName), suggested)),
    filters: { [target.label]: [target.extension.slice(1)] },
  });
}
