// Every view of the desk, by name: how one comes there from a desk that is open.

/** Each ends with `leave`, so that the next begins from the essay. */
export const VIEWS = {
  essay: { enter: (tab) => tab.goToPart(1) },
  citation: {
    enter: async ({ page }) => {
      await page.locator(".citation").first().click();
      await page.locator(".bubble").waitFor();
    },
  },
  suggestions: {
    enter: async (tab) => {
      await tab.write("\n\nAs [@");
      await tab.page.locator(".cm-tooltip-autocomplete").waitFor();
    },
    leave: async ({ page }) => {
      await page.keyboard.press("Escape");
      for (let key = 0; key < 7; key += 1) await page.keyboard.press("Backspace");
    },
  },
  problems: {
    enter: async ({ page }) => {
      await page.keyboard.press("Alt+Shift+C");
      await page.getByRole("tabpanel", { name: /Problems|Probleme/ }).waitFor();
      await page.locator(".notice", { hasText: /\d|No prob|Keine Prob/ }).waitFor();
    },
  },
  source: {
    enter: async (tab) => {
      const { page } = tab;
      await tab.goToPart(2);
      await page.getByRole("tab", { name: /References|Literatur/ }).click();
      await page.locator(".side .key").first().click();
      await page.locator("form.source").waitFor();
    },
  },
  styles: {
    enter: async ({ page }) => {
      await page.keyboard.press("Alt+Shift+S");
      await page.locator(".style-citation").first().waitFor();
    },
    leave: escape,
  },
  add: {
    enter: async ({ page }) => {
      await page.keyboard.press("Alt+Shift+A");
      await page.locator("dialog textarea").fill(REFERENCE);
      await page.keyboard.press("Enter");
      await page.locator("dialog .choices li").waitFor();
    },
    leave: escape,
  },
  adopt: {
    enter: async ({ page }) => {
      await page.keyboard.press("Alt+Shift+D");
      await page.locator("dialog .adoption > *:not([role=status])").first().waitFor();
    },
    leave: escape,
  },
  export: {
    enter: async ({ page }) => {
      await page.keyboard.press("Alt+Shift+E");
      await page.locator("dialog .exports").first().waitFor();
    },
    leave: escape,
  },
  help: {
    enter: async ({ page }) => {
      await page.keyboard.press("Alt+Shift+H");
      await page.locator("dialog .shortcuts").waitFor();
    },
    leave: escape,
  },
  library: {
    enter: async (tab) => {
      const { page } = tab;
      await tab.goToPart(1);
      await page.keyboard.press("Alt+Shift+L");
      await page.locator(".long-body .row-button").first().waitFor();
    },
  },
  duplicates: {
    enter: async ({ page }) => {
      await page.getByRole("tab", { name: /Duplicates|Doppelte/ }).click();
      await page.locator(".pair, .library-part .empty").first().waitFor();
    },
  },
  statistics: {
    enter: async ({ page }) => {
      await page.getByRole("tab", { name: /Statistics|Statistik/ }).click();
      await page.locator(".figures").waitFor();
    },
    leave: ({ page }) => page.keyboard.press("Alt+Shift+L"),
  },
};

const REFERENCE =
  "Carson, R. (1962). Silent spring. Houghton Mifflin.";

async function escape({ page }) {
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
}

/** Go through the views, and do something in each. */
export async function throughViews(tab, act, names = Object.keys(VIEWS)) {
  for (const name of names) {
    const { enter, leave } = VIEWS[name];
    await enter(tab);
    await act(name);
    await leave?.(tab);
  }
}
