// Draft.js asks for Node's name of the global object.
import "./draft-js-needs.js";
import { Editor, EditorState } from "draft-js";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { place } from "./places.js";

place(async (host) => {
  let held;
  function Field() {
    const [state, setState] = useState(() => EditorState.createEmpty());
    held = state;
    return createElement(Editor, { editorState: state, onChange: setState });
  }
  createRoot(host).render(createElement(Field));
  const field = () => host.querySelector(".public-DraftEditor-content");
  while (!field()) await new Promise((wake) => setTimeout(wake));
  return { field, model: () => held.getCurrentContent().getPlainText("\n") };
});
