// The pictures of docs/desk.md.

import { openDesk, withBrowser } from "./desk.mjs";
import { throughViews } from "./views.mjs";

/** The view, the picture's name, and how the browser is set. */
const PICTURES = [
  ["citation", "write", {}],
  ["source", "source", { colorScheme: "dark" }],
  ["styles", "styles", {}],
  ["add", "add", {}],
  ["library", "library", {}],
  ["essay", "phone", { viewport: { width: 360, height: 700 }, deviceScaleFactor: 2 }],
  // The last one, since it types.
  ["suggestions", "suggestions", {}],
];

await withBrowser(async (browser) => {
  for (const [view, name, options] of PICTURES) {
    const tab = await openDesk(browser, { viewport: { width: 1280, height: 760 }, ...options });
    await tab.openEssay("lighthouses");
    await tab.page.locator(".citation").first().waitFor();
    // The pointer is nowhere, and what comes a moment later is there.
    await throughViews(tab, async () => {
      await tab.page.mouse.move(0, 0);
      await tab.page.waitForTimeout(600);
      await tab.picture(name);
    }, [view]);
    await tab.context.close();
  }
});
