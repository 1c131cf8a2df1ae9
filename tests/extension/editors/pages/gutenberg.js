import { create, __unstableUseRichText as useRichText } from "@wordpress/rich-text";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { place } from "./places.js";

// The paragraph of WordPress's block editor: its rich text, in the element that the block makes of it.
place(async (host) => {
  let held = "";
  const past = [];
  function Paragraph() {
    const [value, setValue] = useState("");
    const [selection, setSelection] = useState({ start: 0, end: 0 });
    held = value;
    const { ref } = useRichText({
      value,
      onChange: (next) => {
        past.push(value);
        setValue(next);
      },
      selectionStart: selection.start,
      selectionEnd: selection.end,
      onSelectionChange: (start, end) => setSelection({ start, end }),
    });
    return createElement("p", {
      ref,
      role: "document",
      contentEditable: true,
      suppressContentEditableWarning: true,
      className: "block-editor-rich-text__editable wp-block-paragraph rich-text",
      style: { whiteSpace: "pre-wrap", minWidth: 1 },
      // The history belongs to WordPress's store, not to the rich text: a stand-in that takes back one change.
      onKeyDown: (event) => {
        if (event.key !== "z" || !event.ctrlKey || !past.length) return;
        event.preventDefault();
        setValue(past.pop());
      },
    });
  }
  createRoot(host).render(createElement(Paragraph));
  const field = () => host.querySelector(".block-editor-rich-text__editable");
  while (!field()) await new Promise((wake) => setTimeout(wake));
  return { field, model: () => create({ html: String(held) }).text };
});
