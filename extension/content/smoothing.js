// @ts-check
"use strict";
/**
 * Asks for a smoother wording of each suggestion in the panel, one after the other: the agent knows whether the person
 * set a language model. Each suggestion is there already, and stays unless a better wording comes in time.
 * @param {{draft: string, context: Context, suggestions: Suggestion[]}} made
 * @param {HTMLElement[]} cards one for each of the suggestions
 * @param {(suggestion: Suggestion) => HTMLElement} cardFor
 * @param {AbortSignal} signal the panel closed, or shows something else
 */
async function smoothSuggestions({ draft, context, suggestions }, cards, cardFor, signal) {
  const callOff = () => void askWorker({ type: "stop-smoothing" });
  signal.addEventListener("abort", callOff);
  for (const [place, suggestion] of suggestions.entries()) {
    const answer = await askWorker({ type: "smooth", draft, context, suggestion: suggestion.text });
    if (signal.aborted) return;
    if (!answer.ok) break;
    const { smoothed, text, blanks } = answer.value;
    if (smoothed && isUntouched(cards[place]))
      cards[place].replaceWith(cardFor({ ...suggestion, text, blanks }));
  }
  signal.removeEventListener("abort", callOff);
}

/**
 * Whether nobody has begun to fill a suggestion in, or stands in it.
 * @param {HTMLElement} card
 */
function isUntouched(card) {
  return !card.matches(":focus-within") && [...card.querySelectorAll("input")].every(({ value }) => !value);
}
