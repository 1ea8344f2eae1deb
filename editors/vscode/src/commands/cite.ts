import { type TextEditor, window } from "vscode";
import type { TextEdit } from "vscode-languageclient/node";
import { activeEssay } from "../active-essay";
import { pickSources } from "../picker";
import type { Cite, CiteRequest, Search, Source } from "../protocol";
import type { Server } from "../server";
import { replaceWith } from "../text-edits";

/** Let the writer choose sources, and cite them where the cursor is. */
export async function cite(server: Server): Promise<void> {
  const editor = activeEssay();
  if (!editor || !server.isRunning()) {
    return;
  }
  const textDocument = { uri: editor.document.uri.toString() };
  const choice = await pickSources(async (query) => {
    const search: Search = { textDocument, query };
    return (await server.execute<Source[]>("loccit.search", search)) ?? [];
  });
  const cites = choice && (await withLocators(choice.sources));
  if (cites) {
    const { narrative } = choice;
    const position = editor.selection.active;
    await insert(server, editor, { textDocument, position, cites, narrative });
  }
}

/** Ask for the place in each source; undefined if the writer gives up. */
async function withLocators(sources: readonly Source[]): Promise<Cite[] | undefined> {
  const cites: Cite[] = [];
  for (const source of sources) {
    const locator = await window.showInputBox({
      title: `Where in ${source.label}?`,
      prompt: "A page, chapter or other place, if you cite one; Enter to go on",
      placeHolder: "pp. 46-47",
      ignoreFocusOut: true,
    });
    if (locator === undefined) {
      return undefined;
    }
    cites.push({ key: source.key, locator: locator.trim() });
  }
  return cites;
}

async function insert(
  server: Server,
  editor: TextEditor,
  request: CiteRequest,
): Promise<void> {
  const edit = await server.execute<TextEdit>("loccit.cite", request);
  if (edit) {
    await replaceWith(editor, edit);
  }
}
