// @ts-check
/**
 * What the parts of the extension say to each other, and what the agent answers.
 * Types only: nothing here runs.
 */

/**
 * @typedef {"contributes" | "me_too" | "promotion" | "unjudged"} Verdict
 * @typedef {{start: number, end: number}} Span In UTF-16 code units; `end` is exclusive.
 */

/**
 * @typedef {object} Signal
 * @property {string} name
 * @property {"flag" | "strength"} kind
 * @property {Span[]} spans
 * @property {string} reason
 * @property {string} rule Path of the signal's page in the viewer.
 * @property {string | null} earlier Id of the post in the log that the flag rests on, such as one with the same text.
 */

/**
 * @typedef {object} Suggestion
 * @property {string} move
 * @property {string} text
 * @property {Span[]} blanks
 * @property {string} why
 */

/**
 * A suggestion in smoother words, or as it was.
 * @typedef {{text: string, blanks: Span[], smoothed: boolean}} Smoothing
 */

/**
 * @typedef {object} Review
 * @property {Verdict} verdict
 * @property {number} confidence
 * @property {string} headline
 * @property {Signal[]} signals
 * @property {Suggestion[]} suggestions
 * @property {Span[]} open_blanks
 */

/**
 * What a draft answers. Everything but the site may be missing.
 * @typedef {object} Context
 * @property {string} site
 * @property {"post" | "reply" | "comment" | "share" | null} kind
 * @property {string | null} page_url
 * @property {string | null} parent_text
 * @property {string | null} parent_author
 * @property {string | null} thread_title
 */

/**
 * Why the agent gave no answer. `code` chooses the text a person reads; `detail` is the agent's own sentence.
 * @typedef {"away" | "stranger" | "unpaired" | "key-refused" | "not-allowed" | "busy" | "not-accepted" | "deleted" | "skew" | "trouble" | "off"} ProblemCode
 * @typedef {{code: ProblemCode, detail: string}} Problem
 */

/**
 * A post on its way out: seen at submit, not yet seen on the page. Kept in memory only (storage.session).
 * @typedef {object} SubmittedPost
 * @property {string} id The UUIDv7 that the log will know it by.
 * @property {number} tab
 * @property {string} origin
 * @property {string} text
 * @property {string} at
 * @property {Context} context
 * @property {string | null} suggestionTaken
 * @property {string[]} baseline Marks of the items that stood on the page before, so that they aren't taken for this post.
 * @property {boolean} [unknown] No page showed it in time.
 */

/**
 * A number that a page shows; `rounded` where it says "1.2K".
 * @typedef {{value: number, precision: "exact" | "rounded"}} Count
 * @typedef {{likes?: Count, replies?: Count, shares?: Count, views?: Count}} Counts What isn't shown is left out, never 0.
 */

/**
 * One of the person's own posts, as a page shows it. `bare`: its text without all that sites dress texts with.
 * @typedef {{permalink: string, text: string, bare: string, counts: Counts, deleted: boolean}} SeenItem
 */

/**
 * What a page showed of a post in the log. `gone`: that it was taken back.
 * @typedef {{post: string, bare: string, gone: boolean}} ShownPost
 */

/**
 * A post that went out and that the agent doesn't have on disk yet.
 * @typedef {object} OutboxEntry
 * @property {string} id
 * @property {PostBody} post
 * @property {number} attempts
 * @property {string | null} refused The agent's sentence when it will never take this post.
 */

/**
 * @typedef {object} PostBody
 * @property {string} text
 * @property {string} posted_at
 * @property {string | null} permalink
 * @property {Context} context
 * @property {string | null} suggestion_taken
 */

/**
 * @typedef {object} Agent
 * @property {string} address
 * @property {string | null} key
 */

/**
 * What the person set in the options. Where a site has no strictness of its own, the agent's setting holds.
 * @typedef {"relaxed" | "normal" | "strict"} Strictness
 * @typedef {{holdFlagged: boolean, strictness: Record<string, Strictness>}} Settings strictness: by origin
 */

/**
 * A flag that the person doesn't want to hear about, on one host or, with null, everywhere.
 * @typedef {{signal: string, site: string | null}} Mute
 */

/**
 * What the newest review said, and where; never the draft. Kept in memory only.
 * @typedef {{origin: string, headline: string, at: string}} LastReview
 */

/**
 * @typedef {object} Pairing
 * @property {string} id
 * @property {string} secret
 * @property {string} code
 * @property {string} expires_at
 * @property {string} address
 * @property {"waiting" | "paired" | "refused" | "expired"} status
 */

/**
 * What the popup and the options page draw.
 * @typedef {object} State
 * @property {string} address
 * @property {boolean} paired
 * @property {Problem | null} problem Null when the agent answers and takes our key (or we have none yet).
 * @property {string | null} agentVersion
 * @property {{code: string, expires_at: string, status: Pairing["status"]} | null} pairing
 * @property {OutboxEntry[]} outbox
 * @property {boolean} unkept Whether a post found no room on disk and is gone once the browser, or its page, closes.
 * @property {string[]} sites Origins that are switched on.
 * @property {Settings} settings
 * @property {LastReview | null} lastReview
 */

/**
 * @typedef {{ok: true, value: any} | {ok: false, problem: Problem}} Answer
 */

/**
 * From a content script to the worker.
 * @typedef {{type: "on-here"}
 *   | {type: "settings-here"}
 *   | {type: "mute", signal: string, here: boolean}
 *   | {type: "dismiss", signal: string, draft: string, context: Context}
 *   | {type: "review", draft: string, context: Context}
 *   | {type: "smooth", draft: string, context: Context, suggestion: string}
 *   | {type: "stop-smoothing"}
 *   | {type: "submitted", text: string, context: Context, suggestionTaken: string | null, baseline: string[]}
 *   | {type: "submitted-here"}
 *   | {type: "post-confirmed", id: string, permalink: string | null}
 *   | {type: "post-failed", id: string}
 *   | {type: "post-unknown", id: string}
 *   | {type: "seen", items: SeenItem[]}
 *   | {type: "take-back", id: string}
 *   | {type: "unmute", signal: string, here: boolean}
 *   | {type: "open-in-viewer", path: string}
 * } PageMessage
 */

/**
 * From the popup or the options page to the worker.
 * @typedef {{type: "state"}
 *   | {type: "ask-pairing"}
 *   | {type: "set-address", address: string}
 *   | {type: "forget-pairing"}
 *   | {type: "mutes"}
 *   | {type: "unmute", mute: Mute}
 *   | {type: "hold-flagged", hold: boolean}
 *   | {type: "strictness", origin: string, strictness: Strictness | null}
 *   | {type: "switch-on", origin: string}
 *   | {type: "switch-off", origin: string}
 *   | {type: "drop-post", id: string}
 *   | {type: "open-in-viewer", path: string}
 * } ExtensionMessage
 */

/**
 * From the worker to a content script.
 * @typedef {{type: "stop"} | {type: "open-panel"} | {type: "hold-flagged", hold: boolean}} WorkerMessage
 */

export {};
