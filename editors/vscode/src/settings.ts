import { type Uri, workspace } from "vscode";

/** What the server is told about essays that do not say it themselves. */
export interface EssaySettings {
  readonly csl?: string;
  readonly lang?: string;
  readonly bibliography?: readonly string[];
}

/** Return the settings of essays; what is empty is left to the project. */
export function essaySettings(): EssaySettings {
  const settings = workspace.getConfiguration("loccit");
  const csl = settings.get("style", "");
  const lang = settings.get("language", "");
  const bibliography = settings.get<string[]>("bibliography", []);
  return {
    ...(csl ? { csl } : {}),
    ...(lang ? { lang } : {}),
    ...(bibliography.length > 0 ? { bibliography } : {}),
  };
}

/** Return whether something that can be switched off is on: `diagnostics`. */
export function isEnabled(name: string, resource: Uri): boolean {
  return workspace.getConfiguration("loccit", resource).get(`${name}.enabled`, true);
}
