// A student's day: an essay with typed citations becomes one whose citations are live.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { address, folder, openDesk, withBrowser } from "./desk.mjs";

await withBrowser(async (browser) => {
  const tab = await openDesk(browser);
  const { page } = tab;
  await tab.openEssay("lighthouses");

  // Adopt what was typed by hand: two citations and the list.
  await page.keyboard.press("Alt+Shift+D");
  await page.locator(".adopted").first().waitFor();
  assert.equal(await page.locator(".adopted input[type=checkbox]:checked").count(), 4);
  await page.getByRole("button", { name: "Adopt 4" }).click();
  await page.locator(".notice", { hasText: "2 sources added" }).waitFor();
  await page.locator(".citation", { hasText: "(Stevenson, 1959, p. 12)" }).waitFor();
  await page.locator(".citation", { hasText: "Clark (1938)" }).waitFor();
  const library = path.join(folder, "bibliography", "sources.bib");
  assert.match(readFileSync(library, "utf8"), /stevenson1959/);

  // Add a source by a pasted reference.
  await page.keyboard.press("Alt+Shift+A");
  await page
    .locator("dialog textarea")
    .fill("Bathurst, B. (1999). The lighthouse Stevensons. HarperCollins.");
  await page.getByRole("button", { name: "Look up" }).click();
  await page.getByRole("button", { name: "Add 1 source" }).click();
  await page.locator(".source-key", { hasText: "bathurst1999" }).waitFor();
  assert.match(readFileSync(library, "utf8"), /bathurst1999/);

  // Cite it: the page suggests it while one types.
  const end = "\nThe family built most of them ";
  await page.locator(".cm-line", { hasText: "nobody passed" }).click();
  await page.keyboard.press("End");
  await page.keyboard.type(`${end}[@bath`);
  const suggestion = page.locator(".cm-tooltip-autocomplete [aria-selected=true]");
  await suggestion.filter({ hasText: "bathurst1999" }).click();
  await page.keyboard.type(", p. 7");
  await page.locator(".bubble", { hasText: "(Bathurst, 1999, p. 7)" }).waitFor();
  await page.keyboard.press("End");
  await page.keyboard.type(".");
  await page.locator(".citation", { hasText: "(Bathurst, 1999, p. 7)" }).waitFor();
  await page.locator(".entry", { hasText: "The lighthouse Stevensons" }).waitFor();

  // A mistyped key is reported as one types, and until it is right.
  await page.keyboard.type(" So says @clarke1938");
  await page.getByRole("tab", { name: /Problems/ }).click();
  await page.locator(".finding", { hasText: "No source has the key clarke1938" }).waitFor();
  await page.locator(".cm-content").focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("End");
  await page.keyboard.type(" too.");
  await page.locator(".cm-line", { hasText: "So says Clark (1938) too." }).waitFor();

  // A problem is fixed by a click.
  const problem = page.locator(".finding", { hasText: "The heading of the list" });
  await problem.getByRole("button", { name: "Write References" }).click();
  await page.locator(".heading", { hasText: "References" }).waitFor();

  // Correct the source under the cursor by its fields.
  await page.locator(".citation", { hasText: "Stevenson, 1959" }).click();
  await page.getByRole("tab", { name: "Source" }).click();
  await page.locator(".source-key", { hasText: "stevenson1959" }).waitFor();
  await page.getByLabel("Publisher").fill("Clarendon Press");
  await page.getByRole("button", { name: "Save source" }).click();
  await page.locator(".entry", { hasText: "Clarendon Press" }).waitFor();

  // Switch the style, and back.
  await page.keyboard.press("Alt+Shift+S");
  await page.locator("dialog input[type=search]").fill("modern language association");
  await page.locator(".style-row", { hasText: "(in-text citations)" }).click();
  await page.locator(".citation", { hasText: "(Bathurst 7)" }).waitFor();
  await page.keyboard.press("Alt+Shift+S");
  await page.locator("dialog input[type=search]").fill("apa style 7th");
  await page.locator('.style-row[data-style="apa"]').click();
  await page.locator(".citation", { hasText: "(Bathurst, 1999, p. 7)" }).waitFor();

  await tab.save();
  const written = readFileSync(path.join(folder, "lighthouses.md"), "utf8");
  assert.match(written, /\[@bathurst1999, p\. 7\]\. So says @clark1938 too\./);

  // Check, and hand in.
  await page.keyboard.press("Alt+Shift+C");
  await page.locator(".notice", { hasText: /problem/i }).waitFor();
  for (const to of ["docx", "pdf", "formatted", "list-rtf", "ris"]) await exported(page, to);

  // The list goes to the clipboard with its italics.
  await page.getByRole("tab", { name: "References" }).click();
  await page.getByRole("button", { name: "Copy the list" }).click();
  await page.locator(".notice", { hasText: "clipboard" }).waitFor();
  const kinds = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return [item.types, await (await item.getType("text/html")).text()];
  });
  assert.deepEqual(kinds[0].toSorted(), ["text/html", "text/plain"]);
  assert.match(kinds[1], /<i>The lighthouse Stevensons<\/i>|<em>The lighthouse Stevensons/);

  // Chromium holds what goes to the clipboard to the page's policy for styles, and says so.
  tab.expect(/inline style/);

  // A document comes back formatted.
  await tab.openEssay("letter.docx");
  await page.locator(".document", { hasText: "lamps" }).waitFor();
  await exported(page, "formatted");
  await tab.close();
});

/** Export, and keep the file beside the essays. */
async function exported(page, to) {
  await page.keyboard.press("Alt+Shift+E");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(`dialog [data-to="${to}"]`).click(),
  ]);
  await download.saveAs(path.join(folder, "..", "taken", download.suggestedFilename()));
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
}

assert.ok(address);
