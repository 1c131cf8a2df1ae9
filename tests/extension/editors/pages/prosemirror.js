import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { place } from "./places.js";

place((host) => {
  const editor = new Editor({ element: host, extensions: [StarterKit] });
  return { field: () => editor.view.dom, model: () => editor.getText({ blockSeparator: "\n" }) };
});
