import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { createEditor, Node } from "slate";
import { withHistory } from "slate-history";
import { Editable, Slate, withReact } from "slate-react";
import { place } from "./places.js";

place(async (host) => {
  const editor = withHistory(withReact(createEditor()));
  function Field() {
    const [initialValue] = useState([{ type: "paragraph", children: [{ text: "" }] }]);
    return createElement(Slate, { editor, initialValue }, createElement(Editable));
  }
  createRoot(host).render(createElement(Field));
  const field = () => host.querySelector("[data-slate-editor]");
  while (!field()) await new Promise((wake) => setTimeout(wake));
  return { field, model: () => editor.children.map((one) => Node.string(one)).join("\n") };
});
