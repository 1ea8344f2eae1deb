import { type TextEditor, window } from "vscode";

/** Return the editor with the essay; tell the writer if there is none. */
export function activeEssay(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.scheme === "file") {
    return editor;
  }
  void window.showWarningMessage("loccit: Open an essay, or save this one as a file.");
  return undefined;
}
