// Titles, notes and texts that look like scripts are shown as they are, and never run.

import assert from "node:assert/strict";
import { openDesk, withBrowser } from "./desk.mjs";
import { throughViews } from "./views.mjs";

await withBrowser(async (browser) => {
  const tab = await openDesk(browser);
  const { page } = tab;
  await page.locator(".entry", { hasText: "<script>" }).waitFor();
  await throughViews(tab, async () => {}, ["source", "library", "statistics"]);
  assert.equal(await page.evaluate(() => globalThis.wasRun), undefined);
  assert.equal(await page.locator("#desk img:not(.cm-widgetBuffer), #desk script, #desk iframe").count(), 0);
  const addresses = await page.locator("#desk a[href]").evaluateAll((links) =>
    links.map((link) => link.getAttribute("href")),
  );
  for (const address of addresses) assert.match(address, /^(https?:|#)/);
  await tab.close();
});
