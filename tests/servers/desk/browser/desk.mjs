// What the scripts of this folder share: a browser at a desk, which asks nobody else.
//
// pytest starts each script with a desk that runs: `DESK` is its address, `FOLDER` its
// folder, `PICTURES` where pictures go.  A script that fails says why and ends with 1.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../../../..");
const require = createRequire(path.join(root, "desk", "package.json"));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const address = process.env.DESK;
export const folder = process.env.FOLDER;
/** A busy machine is slow; nobody waits so long when all is well. */
const PATIENCE = 15_000;

/** Call `play` with a browser, and fail if a page asked another host or said an error. */
export async function withBrowser(play) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  try {
    await play(browser);
  } catch (error) {
    console.error(error.stack);
    process.exitCode = 1;
    await lastPictures(browser).catch(() => {});
  } finally {
    await browser.close();
  }
}

/** What the tabs showed when a script failed, for whoever looks for the reason. */
async function lastPictures(browser) {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [number, page] of pages.entries()) {
    const to = path.join(folder, "..", `failed-${number}.png`);
    await page.screenshot({ path: to });
    console.error(`What it showed: ${to}`);
  }
}

/** A desk in a tab of its own. */
export async function openDesk(browser, options = {}, at = address) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const tab = new Tab(context, await context.newPage());
  await tab.refuseOthers(at);
  await tab.page.goto(at);
  await tab.page.locator(".frame").waitFor();
  return tab;
}

class Tab {
  constructor(context, page) {
    this.context = context;
    this.page = page;
    this.others = [];
    this.errors = [];
    page.setDefaultTimeout(PATIENCE);
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
    page.on("pageerror", (error) => this.errors.push(error.stack));
  }

  /** Note every request to another host, and refuse it. */
  async refuseOthers(address) {
    const { host } = new URL(address);
    const isOther = (url) => url.host !== host && url.protocol !== "blob:";
    await this.context.route(isOther, (route) => {
      this.others.push(route.request().url());
      return route.abort();
    });
  }

  /** Forget errors that a script knows the reason of. */
  expect(pattern) {
    this.errors = this.errors.filter((error) => !pattern.test(error));
  }

  /** Fail if anything went wrong that nobody looked at. */
  async close() {
    await this.context.close();
    // An answer about a text that has changed meanwhile is a conflict, and asked again.
    this.expect(/409 \(Conflict\)/);
    assert.deepEqual(this.others, [], "The page asked other hosts.");
    assert.deepEqual(this.errors, [], "The page reported errors.");
  }

  /** On a narrow screen one part is seen: 0 is the essays, 1 the text, 2 the side. */
  async goToPart(number) {
    const bar = this.page.locator(".bottom-bar button");
    if (await bar.first().isVisible()) await bar.nth(number).click();
  }

  async openEssay(name) {
    await this.goToPart(0);
    await this.page.locator(".essay-row", { hasText: name }).click();
    await this.page.locator(".open-name", { hasText: name }).waitFor();
  }

  /** The text as the editor has it. */
  text() {
    return this.page.locator(".cm-content").innerText();
  }

  /** Put the cursor at the end of the text and type. */
  async write(text) {
    await this.page.locator(".cm-content").focus();
    await this.page.keyboard.press("Control+End");
    await this.page.keyboard.type(text);
  }

  async save() {
    await this.page.keyboard.press("Control+s");
    await this.page.locator('.save-state[data-saved="true"]').waitFor();
  }

  /** Fail if axe finds anything that keeps people out (WCAG 2.2 A and AA, and good practice). */
  async isAccessible(view) {
    await this.page.evaluate(axeSource);
    const { violations } = await this.page.evaluate(() => globalThis.axe.run());
    const found = violations.map(({ id, help, nodes }) => ({
      view,
      id,
      help,
      nodes: nodes.slice(0, 4).map((node) => `${node.target} ${node.failureSummary}`),
    }));
    assert.deepEqual(found, []);
  }

  /** Fail if the page is wider than the screen (WCAG 2.2, 1.4.10), or a control is smaller
   * than 24 px each way (2.5.8). */
  async fits() {
    const found = await this.page.evaluate(() => {
      const isWide = document.documentElement.scrollWidth > innerWidth;
      const controls = document.querySelectorAll("button, input, select, textarea, summary");
      const small = [...controls].filter((control) => {
        const { width, height } = control.getBoundingClientRect();
        // A box is as large as the label that it is in.
        const isSeen = control.checkVisibility({ visibilityProperty: true });
        if (!isSeen || control.closest("label, .cm-editor")) return false;
        return width < 24 || height < 23.5;
      });
      return { isWide, small: small.map((control) => control.outerHTML.slice(0, 90)) };
    });
    assert.deepEqual(found, { isWide: false, small: [] });
  }

  picture(name) {
    const to = path.join(process.env.PICTURES ?? folder, `${name}.png`);
    return this.page.screenshot({ path: to, animations: "disabled" });
  }
}
