// @ts-check
"use strict";
/**
 * How the chip and the panel look, in the colours of the viewer (agent/viewer/static/tokens.css). A constructed sheet: a file
 * would have to be web-accessible, and in Firefox a page's policy may refuse a style element.
 */
function pitchInStyles() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  overflow: visible !important;
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif !important;
}
:host(:not(:popover-open)) { display: none !important; }
.chip, .panel {
  color-scheme: light;
  --paper: #ffffff; --ink: #23221f; --soft: #5b5952; --line: #e4e1d9; --sunk: #f2f0eb;
  --accent: #4147b5; --accent-ink: #ffffff; --focus: #4147b5;
  --good: #08655a; --good-bg: #dff1ec; --echo: #7d4b00; --echo-bg: #fbecd2;
  --pitch: #8d2c6a; --pitch-bg: #f9e3f0; --fill: #4147b5; --fill-bg: #eeeefb;
}
.on-dark {
  color-scheme: dark;
  --paper: #1f2024; --ink: #ecebe7; --soft: #b0aea7; --line: #34353a; --sunk: #191a1d;
  --accent: #b0b5ff; --accent-ink: #16171a; --focus: #b0b5ff;
  --good: #7ad6c4; --good-bg: #17342f; --echo: #f2c078; --echo-bg: #3a2c15;
  --pitch: #f3a8d3; --pitch-bg: #3c1f32; --fill: #b0b5ff; --fill-bg: #292b45;
}
* { box-sizing: border-box; margin: 0; }
button, input { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.icon { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.sign { display: inline-flex; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none !important; }
[data-tone] { --tone: var(--soft); --tone-bg: var(--paper); }
[data-tone="contributes"] { --tone: var(--good); --tone-bg: var(--good-bg); }
[data-tone="me-too"] { --tone: var(--echo); --tone-bg: var(--echo-bg); }
[data-tone="promotion"] { --tone: var(--pitch); --tone-bg: var(--pitch-bg); }
[data-tone="blank"] { --tone: var(--fill); --tone-bg: var(--fill-bg); }

.chip {
  position: fixed; inset: 0 auto auto 0; display: inline-flex; white-space: nowrap; color: var(--tone); background: var(--tone-bg);
  border: 1px solid color-mix(in srgb, var(--tone) 38%, transparent); border-radius: 999px;
  box-shadow: 0 1px 2px rgb(0 0 0 / .10), 0 3px 10px rgb(0 0 0 / .08); font-size: 13px; font-weight: 600;
}
.chip button { display: inline-flex; align-items: center; gap: 6px; height: 26px; padding: 0 11px 0 8px; border: 0; background: none; border-radius: 999px; }
.chip-main:hover .label { text-decoration: underline; text-underline-offset: 3px; }
.chip .chip-undo { border-inline-start: 1px solid color-mix(in srgb, var(--tone) 30%, transparent); border-radius: 0 999px 999px 0; padding-inline: 9px 11px; font-weight: 500; }
.chip-undo:hover span { text-decoration: underline; text-underline-offset: 3px; }
.chip .icon { width: 15px; height: 15px; }
.icon-reading { stroke-width: 2.6; animation: breathe 1.2s ease-in-out infinite alternate; }
@keyframes breathe { from { opacity: .35; } }

.panel {
  position: fixed; inset: 0 auto auto 0; width: min(400px, calc(100vw - 16px)); display: flex; flex-direction: column; overflow: hidden;
  color: var(--ink); background: var(--paper); border: 1px solid var(--line); border-radius: 14px;
  box-shadow: 0 2px 6px rgb(0 0 0 / .10), 0 16px 44px rgb(0 0 0 / .20); outline: none; animation: rise .14s ease-out;
}
@keyframes rise { from { opacity: 0; transform: translateY(5px); } }
.panel header { display: flex; gap: 10px; align-items: flex-start; padding: 13px 10px 12px 15px; background: var(--tone-bg); color: var(--tone); border-bottom: 1px solid var(--line); }
.panel header .sign { padding-top: 3px; }
.panel header .icon { width: 18px; height: 18px; }
h2 { flex: 1; font-size: 15.5px; line-height: 1.4; font-weight: 650; color: var(--ink); overflow-wrap: anywhere; }
.bare { display: inline-flex; padding: 5px; border: 0; background: none; border-radius: 8px; color: var(--soft); }
.bare:hover { background: color-mix(in srgb, var(--ink) 9%, transparent); }
.body { overflow-y: auto; padding: 2px 15px 14px; overscroll-behavior: contain; }
section { margin-top: 13px; }
h3 { font-size: 12px; font-weight: 600; color: var(--soft); margin-bottom: 5px; }
.draft { padding: 8px 11px; background: var(--sunk); border-radius: 9px; white-space: pre-wrap; overflow-wrap: anywhere; max-height: 6.2em; overflow-y: auto; }
mark { color: inherit; background: none; border-radius: 2px; text-decoration: underline 2px; text-underline-offset: 3px; }
mark.flag { background: var(--echo-bg); text-decoration-color: var(--echo); text-decoration-style: wavy; text-decoration-thickness: 1.5px; }
mark.strength { background: var(--good-bg); text-decoration-color: var(--good); }
mark.blank { background: var(--fill-bg); text-decoration-color: var(--fill); text-decoration-style: dashed; }
ul { list-style: none; padding: 0; display: grid; gap: 8px; }
.reasons li { display: flex; gap: 9px; }
.reasons .icon { margin-top: 3px; width: 15px; height: 15px; }
.reasons .flag .icon { color: var(--echo); }
.reasons .strength .icon { color: var(--good); }
a { color: var(--accent); text-underline-offset: 3px; white-space: nowrap; }
.suggestion { border: 1px solid var(--line); border-radius: 11px; padding: 10px 12px 11px; }
.why { color: var(--soft); font-size: 13px; margin-bottom: 5px; }
.rewrite { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.8; }
input.blank { max-width: 100%; padding: 0 6px; height: 25px; border: 0; border-bottom: 2px dashed var(--fill); border-radius: 5px 5px 0 0; background: var(--fill-bg); field-sizing: content; min-width: 7ch; }
input.blank::placeholder { color: var(--fill); opacity: .9; font-style: italic; }
input.blank:not(:placeholder-shown) { border-bottom-style: solid; }
input.blank:focus-visible { outline-offset: -1px; }
.buttons { display: flex; gap: 8px; margin-top: 9px; }
.buttons button { height: 31px; padding: 0 14px; border-radius: 8px; border: 1px solid var(--line); background: var(--paper); font-weight: 550; }
.buttons button:hover { border-color: var(--soft); }
.buttons .primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
.buttons .primary:hover { filter: brightness(1.1); }
footer { display: flex; gap: 4px; align-items: center; padding: 6px 9px; border-top: 1px solid var(--line); }
.grow { flex: 1; }
.quiet { height: 29px; padding: 0 9px; border: 0; border-radius: 8px; background: none; color: var(--soft); font-size: 13px; }
.quiet:hover { background: color-mix(in srgb, var(--ink) 8%, transparent); color: var(--ink); }
.held { margin-top: 13px; padding: 9px 12px; background: var(--sunk); border-radius: 9px; }
.answers { display: flex; flex-wrap: wrap; gap: 4px 10px; margin-top: 3px; }
.answer { padding: 1px 0; border: 0; background: none; color: var(--soft); font-size: 12.5px; text-decoration: underline; text-underline-offset: 3px; }
.answer:hover { color: var(--ink); }
.told:empty { display: none; }
.told button { padding: 1px 8px; border: 1px solid var(--line); background: var(--paper); color: var(--ink); }
.told { padding: 8px 15px; background: var(--sunk); border-top: 1px solid var(--line); font-size: 13px; }
.problem { margin-top: 13px; }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; } }
@media (forced-colors: active) { mark { text-decoration-color: Highlight; } .chip, .panel { border-color: CanvasText; } }
`);
  return sheet;
}
