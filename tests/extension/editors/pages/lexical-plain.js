import { $getRoot, createEditor } from "lexical";
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerPlainText } from "@lexical/plain-text";
import { place } from "./places.js";

place((host) => {
  const editor = createEditor({ namespace: "page", onError: (error) => console.error(error) });
  host.contentEditable = "true";
  host.role = "textbox";
  host.style.whiteSpace = "pre-wrap";
  registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.setRootElement(host);
  return { field: () => host, model: () => editor.getEditorState().read(() => $getRoot().getTextContent()) };
});
