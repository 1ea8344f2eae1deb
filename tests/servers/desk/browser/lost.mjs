// The connection is lost while one types, and comes back: the page says so, and sends
// what was typed meanwhile.

import { openDesk, withBrowser } from "./desk.mjs";

await withBrowser(async (browser) => {
  const tab = await openDesk(browser);
  const { page, context } = tab;
  await tab.openEssay("lighthouses");
  await page.locator(".citation").first().waitFor();
  await context.setOffline(true);
  // A stream that is open stays open in the browser's offline mode; a new one is refused.
  await page.evaluate(() => {
    const set = (hidden) => {
      Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    };
    set(true);
    setTimeout(() => set(false), 50);
  });
  await page.locator(".lost", { hasText: "Your text is safe in this tab" }).waitFor();
  await tab.isAccessible("lost");
  await tab.write(" Written alone.");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator(".lost").waitFor();
  await context.setOffline(false);
  await page.locator(".lost").waitFor({ state: "hidden" });
  await tab.save();
  tab.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await tab.close();
});
