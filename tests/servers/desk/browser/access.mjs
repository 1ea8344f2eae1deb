// Every view is accessible: axe finds nothing, in light and dark and on a phone; what has
// other words or colors fits too.

import { openDesk, withBrowser } from "./desk.mjs";
import { throughViews } from "./views.mjs";

const KINDS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  phone: { viewport: { width: 360, height: 740 } },
  german: { locale: "de-DE", viewport: { width: 360, height: 740 } },
  forced: { forcedColors: "active", reducedMotion: "reduce" },
};
/** German words are the longest. Axe knows nothing of words, and little of these colors. */
const ONLY_FIT = ["german", "forced"];

await withBrowser(async (browser) => {
  for (const [kind, options] of Object.entries(KINDS)) {
    const tab = await openDesk(browser, options);
    await tab.openEssay("lighthouses");
    await tab.page.locator(".citation").first().waitFor();
    await throughViews(tab, async (name) => {
      if (!ONLY_FIT.includes(kind)) await tab.isAccessible(`${kind}: ${name}`);
      await tab.fits();
    });
    await tab.close();
  }
});
