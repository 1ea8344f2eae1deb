import { Range, Selection, type TextEditor } from "vscode";
import type { TextEdit } from "vscode-languageclient/node";

/** Make an edit in an editor, and put the cursor after the new text. */
export async function replaceWith(editor: TextEditor, edit: TextEdit): Promise<void> {
  const { start, end } = edit.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  const offset = editor.document.offsetAt(range.start) + edit.newText.length;
  if (await editor.edit((builder) => builder.replace(range, edit.newText))) {
    const cursor = editor.document.positionAt(offset);
    editor.selection = new Selection(cursor, cursor);
  }
}
