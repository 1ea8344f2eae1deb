// Two tabs and another program at once: nothing is lost, and a conflict is shown.

import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { folder, openDesk, withBrowser } from "./desk.mjs";

const file = path.join(folder, "lighthouses.md");

await withBrowser(async (browser) => {
  const one = await openDesk(browser);
  const two = await openDesk(browser);
  await one.openEssay("lighthouses");
  await two.openEssay("lighthouses");

  // Both type at once, at two places; each sees the other's words.
  await one.page.locator(".cm-line", { hasText: "Before there were" }).click();
  await one.page.keyboard.press("Home");
  await two.page.locator(".cm-line", { hasText: "What remains" }).click();
  await two.page.keyboard.press("End");
  for (const letter of "lighthouse") {
    await Promise.all([one, two].map(({ page }) => page.keyboard.type(letter)));
  }
  for (const { page } of [one, two]) {
    await page.locator(".cm-line", { hasText: "lighthousethe wood" }).waitFor();
    await page.locator(".cm-line", { hasText: "says.lighthouse" }).waitFor();
  }

  // What one saves is saved in the other.
  await one.save();
  await two.page.locator('.save-state[data-saved="true"]').waitFor();
  const saved = readFileSync(file, "utf8");
  assert.match(saved, /lighthousethe wood/);
  assert.match(saved, /says\.lighthouse$/m);

  // Another program changes the file while nothing is unsaved: both follow.
  writeFileSync(file, saved.replace("charts", "maps"));
  await one.page.locator(".cm-line", { hasText: "there were maps" }).waitFor();
  await two.page.locator(".cm-line", { hasText: "there were maps" }).waitFor();

  // It changes the library while somebody edits a source: what is half typed stays, and
  // saving shows what the other wrote.
  const library = path.join(folder, "bibliography", "sources.bib");
  await one.page.locator(".side .key", { hasText: "stevenson1959" }).click();
  await one.page.getByLabel("Publisher").fill("Half typed");
  const sources = readFileSync(library, "utf8");
  writeFileSync(library, sources.replace("Oxford University Press", "Clarendon Press"));
  await one.page.locator(".entry", { hasText: "Clarendon Press" }).waitFor();
  assert.equal(await one.page.getByLabel("Publisher").inputValue(), "Half typed");
  await one.page.getByRole("button", { name: "Save source" }).click();
  await one.page.locator(".notice.wrong", { hasText: "changed elsewhere" }).waitFor();
  assert.equal(await one.page.getByLabel("Publisher").inputValue(), "Clarendon Press");
  await one.page.locator(".cm-line", { hasText: "What remains" }).click();

  // It changes the file while something is unsaved: one chooses, and has both.
  await two.page.close();
  await one.page.keyboard.type("MINE ");
  await one.page.locator('.save-state[data-saved="false"]').waitFor();
  writeFileSync(file, readFileSync(file, "utf8").replace("maps", "THEIRS"));
  const dialog = one.page.getByRole("dialog", { name: "Two versions of this essay" });
  await dialog.waitFor();
  await one.isAccessible("conflict");
  await one.picture("conflict");
  await dialog.getByRole("button", { name: "Keep both" }).click();
  await one.page.locator(".cm-line", { hasText: "THEIRS" }).waitFor();
  await one.page.locator('.save-state[data-saved="true"]').waitFor();
  const copies = readdirSync(folder).filter((name) => /^lighthouses \(/.test(name));
  assert.equal(copies.length, 1);
  assert.match(readFileSync(path.join(folder, copies[0]), "utf8"), /MINE/);
  assert.match(readFileSync(file, "utf8"), /THEIRS/);
  await one.close();
  await two.context.close();
});
