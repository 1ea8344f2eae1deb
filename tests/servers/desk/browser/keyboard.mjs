// The whole way by keyboard alone: no click, and the focus is never lost.

import assert from "node:assert/strict";
import { openDesk, withBrowser } from "./desk.mjs";

await withBrowser(async (browser) => {
  const tab = await openDesk(browser);
  const { page } = tab;
  const press = (...keys) => keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  const focus = () => page.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute("aria-label") ?? at?.textContent ?? "";
  });
  await page.locator(".citation").first().waitFor();

  // The first stop skips to the text.
  await press("Tab");
  assert.equal(await focus(), "Skip to the text");
  await press("Enter", "Tab");
  assert.match(await focus(), /Settings of this essay|Text of lighthouses/);

  // F6 goes from part to part; arrows choose an essay.
  await page.evaluate(() => document.activeElement.blur());
  await press("F6");
  assert.equal(await focus(), "Save");
  await press("F6");
  assert.match(await focus(), /lighthouses/);
  await press("ArrowDown");
  assert.match(await focus(), /notes/);
  await press("Enter");
  await page.locator(".open-name", { hasText: "notes.txt" }).waitFor();
  await press("F6");
  assert.equal(await focus(), "Text of notes.txt");

  // Tab writes no tab: after Escape, and without, it leaves the text.
  await press("Escape", "Tab");
  assert.doesNotMatch(await focus(), /Text of/);

  // Back to the essay; arrows go into a citation, which shows its source.
  await press("Shift+F6");
  await page.keyboard.press("Shift+F6");
  await page.locator(".essay-row").first().focus();
  await press("Enter");
  await page.locator(".open-name", { hasText: "lighthouses.md" }).waitFor();
  await page.locator(".citation").first().waitFor();
  await press("F6");
  assert.match(await focus(), /Text of lighthouses/);
  await press("Control+Home", "Control+f");
  await page.keyboard.type("stevenson1959");
  await press("Enter", "Escape", "ArrowRight");
  await page.locator(".citation-source").waitFor();

  // Dialogs keep the focus, close with Escape and give it back.
  for (const keys of ["Alt+Shift+S", "Alt+Shift+A", "Alt+Shift+E", "Alt+Shift+H"]) {
    await press(keys);
    await page.locator("dialog[open]").waitFor();
    for (let stop = 0; stop < 30; stop += 1) await press("Tab");
    const isInside = await page.evaluate(
      () =>
        document.activeElement === document.body ||
        document.activeElement.closest("dialog") !== null,
    );
    assert.ok(isInside, `${keys}: the focus left the dialog`);
    await press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    assert.match(await focus(), /Text of lighthouses/, `${keys}: the focus did not return`);
  }

  // Choose a style by keyboard.
  await press("Alt+Shift+S");
  await page.keyboard.type("chicago manual of style 18th edition (author-date)");
  await page.locator(".style-row", { hasText: "Chicago" }).first().waitFor();
  await press("ArrowDown", "Enter");
  await page.locator(".action-style", { hasText: "Chicago" }).waitFor();

  // Tabs and the table are walked by arrows.
  await press("Alt+Shift+L");
  await page.locator(".row-button").first().waitFor();
  await page.getByRole("tab", { name: "Table" }).focus();
  await press("ArrowRight");
  assert.match(await focus(), /Duplicates/);
  await press("ArrowLeft");
  await page.locator(".row-button[tabindex='0']").focus();
  await press("ArrowDown", "Enter");
  await page.locator("form.source").waitFor();
  await press("Control+s");
  await tab.close();
});
