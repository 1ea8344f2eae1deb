import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";

/** So long may a busy machine take for anything. */
const PATIENCE = Number(process.env.PATIENCE ?? 120_000);

/** What tests do not want to see, and where loccit is. */
const SETTINGS = {
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
  "chat.commandCenter.enabled": false,
  "editor.minimap.enabled": false,
  "editor.wordWrap": "on",
  "window.commandCenter": false,
  "files.simpleDialog.enable": true,
  "workbench.activityBar.location": "hidden",
};

/** What can be chosen in a picture. */
const CHOICES = [
  ".quick-input-title",
  ".quick-input-list .label-name",
  ".suggest-widget .label-name",
].join(", ");

/** Where the programs of tests are: node, and those of the system. */
const PROGRAMS = [dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter);

/** Where code-server and the packaged extension are. */
export interface Installed {
  readonly codeServer: string;
  readonly extension: string;
  readonly chromium: string;
}

/** VS Code with the extension, in a browser. */
export class Workbench {
  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private readonly server: ChildProcess,
    private readonly home: string,
  ) {}

  /** Start VS Code with a folder open.
   *
   * @param settings - the writer's, over those of all tests.
   */
  static async open(
    installed: Installed,
    folder: string,
    settings: object,
  ): Promise<Workbench> {
    const home = mkdtempSync(join(tmpdir(), "workbench-"));
    mkdirSync(join(home, "data", "User"), { recursive: true });
    const user = JSON.stringify({ ...SETTINGS, ...settings });
    writeFileSync(join(home, "data", "User", "settings.json"), user);
    const own = [
      "--user-data-dir",
      join(home, "data"),
      "--extensions-dir",
      join(home, "ext"),
    ];
    const { codeServer, extension } = installed;
    const env = { ...process.env, HOME: home, PATH: PROGRAMS };
    execFileSync("node", [codeServer, ...own, "--install-extension", extension], {
      env,
    });
    const server = spawn(
      "node",
      [
        codeServer,
        ...own,
        "--auth",
        "none",
        "--bind-addr",
        "127.0.0.1:0",
        "--disable-telemetry",
      ],
      { env },
    );
    const address = await addressOf(server);
    const browser = await chromium.launch({
      executablePath: installed.chromium,
      args: ["--no-sandbox"],
    });
    const page = await browser.newPage({ viewport: { width: 1000, height: 520 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${address}/?folder=${folder}`);
    await page.waitForSelector(".monaco-workbench");
    return new Workbench(page, browser, server, home);
  }

  /** Open a file of the folder, and put the cursor at its end. */
  async openFile(name: string): Promise<void> {
    await this.command("View: Show Explorer");
    await this.page.getByRole("treeitem", { name, exact: true }).dblclick();
    await this.page.getByRole("tab", { name }).waitFor();
    await this.command("View: Close Primary Side Bar");
    await this.page.locator(".monaco-editor .view-line").first().click();
    await this.page.keyboard.press("Control+End");
  }

  /** Choose a command in the palette. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.input.fill(`>${title}`);
    await this.rows.filter({ hasText: title }).first().waitFor();
    await this.page.keyboard.press("Enter");
  }

  /** The box at the top in which one types what to pick. */
  get input(): Locator {
    return this.page.locator(".quick-input-widget input[type=text]");
  }

  /** The rows below that box. */
  get rows(): Locator {
    return this.page.locator(".quick-input-list .monaco-list-row");
  }

  /** The message at the bottom that has a text. */
  toast(text: string): Locator {
    const messages = this.page.locator(
      ".notification-toast .notification-list-item-message",
    );
    return messages.filter({ hasText: text }).first();
  }

  /** Return the text of the open file, as it is on the screen. */
  async text(): Promise<string> {
    const lines = await this.page
      .locator(".monaco-editor .view-lines")
      .first()
      .textContent();
    return (lines ?? "").replaceAll("\u00a0", " ");
  }

  /** Wait until the open file has a text. */
  async waitForText(text: string | RegExp): Promise<void> {
    const lines = this.page.locator(".monaco-editor .view-lines").first();
    await lines.filter({ hasText: text }).waitFor();
  }

  /** Tick a row of the box for several choices. */
  async tick(typed: string, found: string): Promise<void> {
    await this.input.fill(typed);
    await this.rows.filter({ hasText: found }).first().click();
  }

  /** Take a picture of the window, and write down what can be chosen in it, if
   * somebody wants pictures. */
  async picture(name: string): Promise<void> {
    const folder = process.env.PICTURES;
    if (folder) {
      const choices = await this.page.locator(CHOICES).allTextContents();
      writeFileSync(join(folder, `${name}.txt`), choices.join("\n"));
      await this.page.screenshot({ path: join(folder, `${name}.png`) });
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.kill();
    await once(this.server, "exit");
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Return the address that code-server says it listens at. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout?.on("data", (data) => {
      said += data;
      const address = said.match(/listening on (http:\S+?)\/?\s/)?.[1];
      if (address) {
        resolve(address);
      }
    });
    server.on("exit", () => reject(new Error(said)));
  });
}
