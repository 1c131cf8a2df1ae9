import Quill from "quill";
import { place } from "./places.js";

place((host) => {
  const quill = new Quill(host, {});
  return { field: () => quill.root, model: () => quill.getText().slice(0, -1) };
});
