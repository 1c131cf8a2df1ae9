import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { place } from "./places.js";

place(async (host) => {
  let held = "";
  function Field() {
    const [text, setText] = useState("");
    held = text;
    return createElement("textarea", { value: text, onChange: (event) => setText(event.target.value) });
  }
  createRoot(host).render(createElement(Field));
  while (!host.firstChild) await new Promise((wake) => setTimeout(wake));
  return { field: () => host.firstChild, model: () => held };
});
