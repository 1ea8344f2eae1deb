// Types in a thesis at a desk, in Chromium, and prints what it took as JSON.
//
// node desk_driver.mjs ADDRESS KEYSTROKES EDITS; benchmarks/desk.py starts it.

import { withBrowser, openDesk } from "../tests/servers/desk/browser/desk.mjs";

const [address, keystrokes, edits] = [process.argv[2], ...process.argv.slice(3).map(Number)];

/** Time from a key until what its citation prints is on the screen. */
async function keystroke(page, key, expected) {
  await page.evaluate((text) => {
    globalThis.shown = new Promise((done, fail) => {
      const late = () => fail(new Error(`"${text}" is not shown.`));
      setTimeout(late, 20_000);
      let pressed = 0;
      addEventListener("keydown", () => (pressed = performance.now()), { once: true });
      const look = () => {
        const bubble = document.querySelector(".bubble")?.textContent ?? "";
        if (pressed === 0 || !bubble.includes(text)) return requestAnimationFrame(look);
        return done(performance.now() - pressed);
      };
      look();
    });
  }, expected);
  await page.keyboard.press(key);
  return page.evaluate(() => globalThis.shown);
}

/** Put the cursor behind the page number of a citation that is in sight. */
async function enterCitation(page) {
  const citations = page.locator(".cm-content .citation");
  const texts = await citations.allTextContents();
  const at = texts.findIndex((text) => / p\. \d+\)$/.test(text));
  await citations.nth(at).click();
  await page.locator(".bubble").waitFor();
  const source = page.locator(".citation-source").last();
  const length = (await source.textContent()).length;
  for (let step = 0; step < length - 2; step += 1) await page.keyboard.press("ArrowRight");
}

async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
}

await withBrowser(async (browser) => {
  const opened = Date.now();
  const tab = await openDesk(browser, {}, address);
  const frame = Date.now() - opened;
  const { page } = tab;
  await page.locator(".citation").first().waitFor();
  const whole = Date.now() - opened;
  const paint = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
  );
  const before = await heap(page);
  await enterCitation(page);
  const times = [];
  for (let count = 0; count < keystrokes; count += 1) {
    // A page number grows and shrinks, so that each key prints another citation.
    const bubble = await page.locator(".bubble").textContent();
    const digits = /(\d+)\)$/.exec(bubble)?.[1] ?? "";
    const isLong = digits.length >= 4;
    const next = isLong ? `${digits.slice(0, -1)})` : `${digits}${count % 10})`;
    times.push(await keystroke(page, isLong ? "Backspace" : String(count % 10), next));
  }
  const after = [await heap(page)];
  for (let half = 0; half < 2; half += 1) {
    for (let edit = 0; edit < edits / 4; edit += 1) {
      await page.keyboard.type("8");
      await page.keyboard.press("Backspace");
    }
    await page.waitForTimeout(2000);
    after.push(await heap(page));
  }
  console.log(JSON.stringify({ paint, frame, whole, times, before, after }));
});
