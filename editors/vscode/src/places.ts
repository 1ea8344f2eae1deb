import { extensions, type Uri, workspace } from "vscode";
import type { Places } from "./find-server";

/** What this extension asks of the Python extension, as its API has it. */
interface PythonApi {
  readonly environments: {
    getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
  };
}

/**
 * Return where loccit may be installed.
 *
 * A folder that is not trusted is not looked into: the program in its `.venv` would be
 * run, and so would the interpreter that it chooses.
 */
export async function places(): Promise<Places> {
  const trusted = workspace.isTrusted;
  const folders = workspace.workspaceFolders ?? [];
  return {
    setting: workspace.getConfiguration("loccit").get("path", ""),
    interpreter: trusted ? await interpreter(folders[0]?.uri) : undefined,
    folders: trusted ? folders.map((folder) => folder.uri.fsPath) : [],
    platform: process.platform,
  };
}

async function interpreter(folder: Uri | undefined): Promise<string | undefined> {
  const python = extensions.getExtension<PythonApi>("ms-python.python");
  try {
    const api = await python?.activate();
    return api?.environments.getActiveEnvironmentPath(folder).path;
  } catch {
    return undefined; // It is there and does not work, which is its own to report.
  }
}
