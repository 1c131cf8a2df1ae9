import "trix";
import "trix/dist/trix.css";
import { place } from "./places.js";

place(async (host) => {
  const field = document.createElement("trix-editor");
  host.append(field);
  while (!field.editor) await new Promise((wake) => setTimeout(wake));
  return { field: () => field, model: () => field.editor.getDocument().toString().slice(0, -1) };
});
