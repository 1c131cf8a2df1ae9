// @ts-check
"use strict";
/**
 * One reason in the panel, with what a person may answer to a flag: not so, or no more of this here or anywhere.
 * @param {import("../shared/protocol.js").Signal} signal
 * @param {(answer: FlagAnswer) => void} answered
 */
function reasonLine({ name, kind, reason, rule, earlier }, answered) {
  const link = viewerLink(rule, words("more"), words("moreSpoken", reason));
  const post = earlier ? [viewerLink(`/history/${earlier}`, words("earlierPost")), " "] : [];
  const spoken = make("span", { class: "spoken" }, words(kind === "flag" ? "flagSpoken" : "strengthSpoken"));
  const answers =
    kind === "flag"
      ? make(
          "span",
          { class: "answers", role: "group", "aria-label": words("answersSpoken", reason) },
          answerButton("notSo", "notSoHint", () => answered({ answer: "not-so", signal: name })),
          answerButton("muteHere", "muteHereHint", () => answered({ answer: "mute-here", signal: name })),
          answerButton("muteEverywhereButton", "muteEverywhereHint", () =>
            answered({ answer: "mute-everywhere", signal: name }),
          ),
        )
      : null;
  return make(
    "li",
    { class: kind },
    icon(kind),
    make("span", {}, spoken, `${reason} `, ...post, link, answers),
  );
}

/**
 * Opened by the worker: a link from the page would carry the page's address, and the viewer would not know its person.
 * @param {string} path
 * @param {string} label
 * @param {string} spoken
 */
function viewerLink(path, label, spoken = label) {
  const open = (/** @type {Event} */ event) => {
    event.preventDefault();
    void askWorker({ type: "open-in-viewer", path });
  };
  return make("a", { href: path, onclick: open, "aria-label": spoken }, label);
}

/** @typedef {{answer: "not-so" | "mute-here" | "mute-everywhere", signal: string}} FlagAnswer */

/**
 * @param {string} label
 * @param {string} hint
 * @param {() => void} act
 */
function answerButton(label, hint, act) {
  return make("button", { type: "button", class: "answer", title: words(hint), onclick: act }, words(label));
}

/**
 * Tells the agent what the person answered to a flag.
 * @param {FlagAnswer} given
 * @param {string} draft
 * @param {Context} context
 * @returns {Promise<{told: string, takeBack: (() => Promise<Answer>) | null}>} a sentence, and how to undo it
 */
async function answerFlag({ answer, signal }, draft, context) {
  if (answer === "not-so") {
    const noted = await askWorker({ type: "dismiss", signal, draft, context });
    if (!noted.ok) return { told: problemWords(noted.problem).text, takeBack: null };
    return { told: words("notSoTold"), takeBack: () => askWorker({ type: "take-back", id: noted.value.id }) };
  }
  const here = answer === "mute-here";
  const muted = await askWorker({ type: "mute", signal, here });
  if (!muted.ok) return { told: problemWords(muted.problem).text, takeBack: null };
  return {
    told: words(here ? "muteHereTold" : "muteEverywhereTold"),
    takeBack: () => askWorker({ type: "unmute", signal, here }),
  };
}
