// @ts-check
"use strict";
/**
 * What the chip shows for a writing, or null when it has nothing to say.
 * @param {Writing} writing
 * @returns {{tone: string, icon: string, label: string, headline: string} | null}
 */
function faceOf({ stage, dismissed }) {
  if (dismissed || stage.name === "empty") return null;
  if (stage.name === "reading")
    return { tone: "quiet", icon: "reading", label: words("chipReading"), headline: "" };
  if (stage.name === "problem") {
    const { label, text } = problemWords(stage.problem);
    return { tone: "quiet", icon: "away", label, headline: text };
  }
  const { review } = stage;
  if (review.open_blanks.length) {
    return { tone: "blank", icon: "blank", label: words("chipBlank"), headline: review.headline };
  }
  const asLikelyAsNot = 0.5; // Below, a draft that is let pass is likelier a flag, only not surely enough to say so.
  if (review.verdict === "contributes" && review.confidence < asLikelyAsNot) {
    return { tone: "quiet", icon: "unjudged", label: words("chipUnsure"), headline: review.headline };
  }
  const faces = {
    contributes: { tone: "contributes", icon: "contributes", label: words("chipContributes") },
    me_too: { tone: "me-too", icon: "me-too", label: words("chipMeToo") },
    promotion: { tone: "promotion", icon: "promotion", label: words("chipPromotion") },
    unjudged: { tone: "quiet", icon: "unjudged", label: unjudgedWord(review) },
  };
  return { ...faces[review.verdict], headline: review.headline };
}

/**
 * Not "yet" of a draft in another language: no more words of it would tell more.
 * @param {Review} review
 */
function unjudgedWord({ headline }) {
  const ofOtherLanguage = "This isn't judged: only English is read so far.";
  return headline === ofOtherLanguage ? words("chipOtherLanguage") : words("chipUnjudged");
}

/**
 * What went wrong, in a word for the chip and a sentence that says what to do.
 * @param {Problem} problem
 */
function problemWords({ code, detail }) {
  switch (code) {
    case "away":
      return { label: words("chipAway"), text: words("problemAway") };
    case "stranger":
      return { label: words("chipAway"), text: words("problemStranger") };
    case "unpaired":
      return { label: words("chipUnpaired"), text: words("problemUnpaired") };
    case "key-refused":
      return { label: words("chipUnpaired"), text: words("problemKeyRefused") };
    case "not-allowed":
      return { label: words("chipAway"), text: detail || words("problemNotAllowedHere") };
    case "off":
      return { label: words("chipOff"), text: words("problemOff") };
    default:
      return { label: words("chipTrouble"), text: detail || words("problemTrouble") };
  }
}
