import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { type Installed, Workbench } from "./workbench";

/** What the test of the whole project says in its environment. */
function given(name: string): string {
  const value = process.env[name];
  assert(value, `${name} is not set`);
  return value;
}

const ESSAY = `# Coalitions

The coalition came apart once race was made an issue [@alexander2010, p. 46].
We are taught to prize those who need nobody [@jimenez2104].

`;

const installed: Installed = {
  codeServer: given("CODE_SERVER"),
  extension: given("EXTENSION"),
  chromium: given("CHROMIUM"),
};

/** Make a folder with an essay and the library of the project. */
function essays(): string {
  const folder = join(mkdtempSync(join(given("FOLDER"), "writer-")), "essays");
  cpSync(given("LIBRARY"), join(folder, "bibliography"), { recursive: true });
  writeFileSync(join(folder, "essay.md"), ESSAY);
  writeFileSync(join(folder, "typed.md"), "It came apart (Alexander, 2010, p. 46).\n");
  return folder;
}

let workbench: Workbench;

before(async () => {
  workbench = await Workbench.open(installed, essays(), {
    "loccit.path": given("LOCCIT"),
  });
  await workbench.openFile("essay.md");
});

after(async () => {
  await workbench?.close();
});

test("the status item says that loccit runs", async () => {
  await workbench.page.locator("#loccit\\.loccit\\.loccit .codicon-quote").waitFor();
});

test("a mistyped key is underlined, and a citation says what it prints", async () => {
  await workbench.page.locator(".squiggly-error").waitFor();
  await workbench.waitForText("(Alexander, 2010, p. 46)");
  await workbench.waitForText("(Alexander, 2010, p. 46)");
});

test("a source is found as one types, and cited with its place", async () => {
  await workbench.command("loccit: Cite");
  await workbench.input.fill("prisons obs");
  const row = workbench.rows.filter({ hasText: "Are prisons obsolete? Seven Stories" });
  await row.waitFor();
  while ((await workbench.rows.count()) > 1) await workbench.page.waitForTimeout(50);
  await workbench.picture("picker");
  await workbench.page.keyboard.press("Enter");
  await workbench.page.getByText("Where in Davis (2003)?").waitFor();
  await workbench.page.keyboard.type("pp. 9-12");
  await workbench.page.keyboard.press("Enter");
  await workbench.waitForText("[@davis2003, pp. 9-12]");
});

test("Enter waits for the rows of what is typed", async () => {
  await workbench.command("loccit: Cite");
  await workbench.input.fill("quartz");
  await workbench.page.keyboard.press("Enter");
  await workbench.page.getByText("Where in Davis (1990)?").waitFor();
  await workbench.page.keyboard.press("Escape");
});

test("several sources are cited together, and in the sentence", async () => {
  await workbench.page.keyboard.type(". So does ");
  await workbench.command("loccit: Cite");
  await workbench.tick("lorde", "Lorde");
  await workbench.tick("coates", "Coates");
  await workbench.page.getByLabel("Name the author in the sentence").click();
  await workbench.input.press("Enter");
  await workbench.page.getByText(/Where in Lorde/).waitFor();
  await workbench.page.keyboard.press("Enter");
  await workbench.page.getByText(/Where in Coates/).waitFor();
  await workbench.page.keyboard.press("Enter");
  await workbench.waitForText(/So\sdoes\s@lorde\w*\s\[;\s@coates\w*\]/);
});

test("a key is completed as one types", async () => {
  await workbench.page.keyboard.type(" [@da");
  const keys = workbench.page.locator(".suggest-widget .monaco-list-row");
  await keys.filter({ hasText: "davis1990" }).waitFor();
  await workbench.picture("completion");
  await workbench.page.keyboard.press("Enter");
  await workbench.waitForText("[@davis1990");
});

test("Escape cites nothing", async () => {
  await workbench.command("loccit: Cite");
  await workbench.input.fill("duvernay");
  await workbench.rows.filter({ hasText: "DuVernay" }).first().waitFor();
  await workbench.page.keyboard.press("Escape");
  assert.doesNotMatch(await workbench.text(), /duvernay/i);
});

test("the finished essay is written and opened", async () => {
  await workbench.command("loccit: Format to...");
  await workbench.rows.filter({ hasText: "The same format" }).click();
  await workbench.page.getByText("Save the formatted essay").waitFor();
  await workbench.page.keyboard.press("Enter");
  await workbench.page.getByRole("tab", { name: "essay-formatted.md" }).waitFor();
  await workbench.waitForText("The New Press.");
});

test("citations typed by hand get keys", async () => {
  await workbench.openFile("typed.md");
  await workbench.command("loccit: Adopt typed citations");
  await workbench.waitForText("[@alexander2010, p. 46]");
});

test("what can't be done is said in words", async () => {
  await workbench.command("loccit: Adopt typed citations");
  await workbench.toast("loccit: No typed citation").waitFor();
});

test("the server is started again", async () => {
  await workbench.command("loccit: Restart server");
  await workbench.page.locator("#loccit\\.loccit\\.loccit .codicon-quote").waitFor();
});

/** Open VS Code where loccit is not installed, and an essay in it. */
async function openWithout(folder: string, settings: object): Promise<Workbench> {
  const other = await Workbench.open(installed, folder, settings);
  await other.openFile("essay.md");
  await other.toast("loccit was not found").waitFor();
  return other;
}

test("without loccit, the writer learns how to install it", async () => {
  const other = await openWithout(essays(), {});
  try {
    await other.page.getByRole("button", { name: "How to install" }).click();
    await other.page.getByRole("tab", { name: /README/ }).waitFor();
  } finally {
    await other.close();
  }
});

test("without its editor server, loccit says what to install", async () => {
  const folder = essays();
  const loccit = join(folder, "loccit");
  const why = "The editor server needs pygls, which is not installed.";
  const answer = `case "$1" in lsp) echo "${why}" >&2; exit 2;; *) echo loccit 1.0;; esac`;
  writeFileSync(loccit, `#!/bin/sh\n${answer}\n`, { mode: 0o755 });
  const other = await Workbench.open(installed, folder, { "loccit.path": loccit });
  try {
    await other.openFile("essay.md");
    await other.toast(why).waitFor();
  } finally {
    await other.close();
  }
});

test("nothing of a folder that is not trusted is run", async () => {
  const folder = essays();
  const planted = join(folder, ".venv", "bin", "loccit");
  const traces = join(folder, "ran");
  mkdirSync(dirname(planted), { recursive: true });
  writeFileSync(planted, `#!/bin/sh\ntouch ${traces}\n`, { mode: 0o755 });
  mkdirSync(join(folder, ".vscode"));
  const settings = JSON.stringify({ "loccit.path": planted });
  writeFileSync(join(folder, ".vscode", "settings.json"), settings);
  const other = await openWithout(folder, {
    "security.workspace.trust.enabled": true,
    "security.workspace.trust.startupPrompt": "never",
  });
  await other.close();
  assert(!existsSync(traces));
});
