// Lints texts with harper.js: a JSON list of texts in, a list of lints for each out. Its wasm is in the package.
import { readFileSync } from "node:fs";
import { Dialect, LocalLinter } from "harper.js";
import { binary } from "harper.js/binary";

const linter = new LocalLinter({ binary, dialect: Dialect.British });
await linter.setup();
const found = [];
for (const text of JSON.parse(readFileSync(0, "utf-8"))) {
  const lints = await linter.lint(text, { language: "plaintext" });
  found.push(
    lints.map((lint) => ({ kind: lint.lint_kind(), words: lint.get_problem_text(), says: lint.message() })),
  );
}
process.stdout.write(JSON.stringify(found));
