// The feed of bare.html as sites build theirs: rows that are drawn anew only where they changed, a field that React
// controls, and Draft.js.
import "../editors/pages/draft-js-needs.js";
import { Editor, EditorState } from "draft-js";
import { createElement, memo, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

const NODES = 10_000;
const NODES_OF_A_POST = 10;
const CHANGE_MS = 10;
const FACTS = ["author", "time", "place"];
const ACTIONS = ["Like", "Reply", "Share"];
const LIMIT = 20_000;

const Post = memo(({ number }) =>
  createElement(
    "article",
    { id: `post-${number}` },
    createElement(
      "header",
      null,
      FACTS.map((word) => createElement("span", { key: word, className: word }, `${word} ${number} `)),
    ),
    createElement("p", null, `Post ${number}. We met on Tuesday and repaired eleven lamps, two radios and one kettle.`),
    createElement(
      "footer",
      null,
      ACTIONS.map((word) => createElement("button", { key: word, type: "button" }, word)),
    ),
  ),
);

function Feed() {
  const [numbers, setNumbers] = useState(() =>
    Array.from({ length: NODES / NODES_OF_A_POST }, (_, place) => NODES / NODES_OF_A_POST - place),
  );
  useEffect(() => {
    const change = () => setNumbers((shown) => [shown[0] + 1, ...shown.slice(0, -1)]);
    const timer = setInterval(change, CHANGE_MS);
    return () => clearInterval(timer);
  }, []);
  return createElement(
    "div",
    { id: "feed" },
    numbers.map((number) => createElement(Post, { key: number, number })),
  );
}

function Plain() {
  const [text, setText] = useState("");
  return createElement(
    "form",
    { "aria-label": "Reply" },
    createElement("h2", null, "Post a reply"),
    createElement("textarea", {
      id: "plain",
      "aria-label": "Your reply",
      value: text,
      onChange: (event) => setText(event.target.value),
    }),
    createElement("span", null, `${LIMIT - text.length} left`),
    createElement("button", { type: "button", disabled: !text.trim() }, "Post reply"),
  );
}

function Rich() {
  const [state, setState] = useState(() => EditorState.createEmpty());
  return createElement(
    "form",
    { "aria-label": "Comment" },
    createElement("h2", null, "Write a comment"),
    createElement(
      "div",
      { id: "rich" },
      createElement(Editor, { editorState: state, onChange: setState, ariaLabel: "Write a comment" }),
    ),
    createElement("button", { type: "button", disabled: !state.getCurrentContent().hasText() }, "Post comment"),
  );
}

createRoot(document.querySelector("main")).render([
  createElement("div", { key: "composers", className: "composers" }, createElement(Plain), createElement(Rich)),
  createElement(Feed, { key: "feed" }),
]);
