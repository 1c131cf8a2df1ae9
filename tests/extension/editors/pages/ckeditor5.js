import { ClassicEditor, Essentials, Paragraph } from "ckeditor5";
import "ckeditor5/ckeditor5.css";
import { place } from "./places.js";

place(async (host) => {
  const holder = document.createElement("div");
  host.append(holder);
  const editor = await ClassicEditor.create(holder, { licenseKey: "GPL", plugins: [Essentials, Paragraph] });
  return { field: () => editor.editing.view.getDomRoot(), model: () => linesOf(editor.model.document.getRoot()) };
});

function linesOf(root) {
  return [...root.getChildren()].map((block) =>
    [...block.getChildren()].map((inline) => (inline.is("$text") ? inline.data : "\n")).join("")).join("\n");
}
