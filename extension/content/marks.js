// @ts-check
"use strict";
/**
 * Cuts a text at the borders of spans.
 * @template T
 * @param {string} text
 * @param {{span: Span, of: T}[]} spans
 * @returns {{text: string, of: T[]}[]} the pieces in order, each with what covers it
 */
function cutBySpans(text, spans) {
  const borders = new Set([0, text.length]);
  for (const { span } of spans)
    borders.add(Math.min(span.start, text.length)).add(Math.min(span.end, text.length));
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1];
    const covering = spans.filter(({ span }) => span.start <= start && end <= span.end);
    return { text: text.slice(start, end), of: covering.map(({ of }) => of) };
  });
}

/**
 * The draft with the words marked that the review speaks of.
 * @param {string} draft
 * @param {Review} review
 */
function markedDraft(draft, review) {
  const spans = review.signals.flatMap((signal) => signal.spans.map((span) => ({ span, of: signal })));
  const blanks = review.open_blanks.map((span) => ({
    span,
    of: { kind: "blank", reason: words("chipBlank") },
  }));
  const pieces = cutBySpans(draft, [...spans, ...blanks]).map(({ text, of }) => {
    if (!of.length) return text;
    const chief = of.find(({ kind }) => kind !== "strength") ?? of[0];
    return make("mark", { class: chief.kind, title: chief.reason }, text);
  });
  return make("blockquote", { class: "draft", dir: "auto" }, ...pieces);
}
