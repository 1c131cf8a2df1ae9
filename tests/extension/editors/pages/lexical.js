import { $getRoot, createEditor } from "lexical";
import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { place } from "./places.js";

place((host) => {
  const editor = createEditor({ namespace: "page", onError: (error) => console.error(error) });
  host.contentEditable = "true";
  host.role = "textbox";
  host.style.whiteSpace = "pre-wrap";
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.setRootElement(host);
  const lines = () => $getRoot().getChildren().map((one) => one.getTextContent());
  return { field: () => host, model: () => editor.getEditorState().read(() => lines().join("\n")) };
});
