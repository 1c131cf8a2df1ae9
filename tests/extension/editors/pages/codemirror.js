import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { place } from "./places.js";

place((host) => {
  const extensions = [history(), keymap.of([...defaultKeymap, ...historyKeymap])];
  const root = host.getRootNode();
  const view = new EditorView({ state: EditorState.create({ extensions }), parent: host, root });
  return { field: () => view.contentDOM, model: () => view.state.doc.toString() };
});
