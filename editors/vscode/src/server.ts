import { type Disposable, type LogOutputChannel, type Uri, window } from "vscode";
import {
  ExecuteCommandRequest,
  LanguageClient,
  type LanguageClientOptions,
} from "vscode-languageclient/node";
import { type Found, findServer } from "./find-server";
import { SELECTOR } from "./languages";
import { offerInstallation, offerOutput, offerRestart } from "./messages";
import { places } from "./places";
import type { Status } from "./status";

/** The process `loccit lsp`, and the conversation with it. */
export class Server implements Disposable {
  private client: LanguageClient | undefined;

  constructor(
    private readonly output: LogOutputChannel,
    private readonly status: Status,
    /** What says how to install loccit. */
    private readonly page: Uri,
  ) {}

  /** Find loccit and start it; tell the writer if that can't be done. */
  async start(): Promise<void> {
    this.status.starts();
    const found = await findServer(await places());
    if (found) {
      await this.startAs(found);
    } else {
      this.status.fails("loccit is not installed");
      void offerInstallation(this.page);
    }
  }

  async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client?.isRunning()) {
      await client.stop();
    }
    client?.dispose();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Return whether the server runs; offer to start it if it does not. */
  isRunning(): boolean {
    const runs = this.client?.isRunning() ?? false;
    if (!runs) {
      void offerRestart();
    }
    return runs;
  }

  /** Have the server execute a command.
   *
   * @returns its answer; undefined if it does not run, or has told the writer why it
   * can't do that.
   */
  async execute<T>(command: string, argument: object): Promise<T | undefined> {
    if (!this.isRunning()) {
      return undefined;
    }
    const params = { command, arguments: [argument] };
    try {
      return (await this.client?.sendRequest(ExecuteCommandRequest.type, params)) as T;
    } catch (error) {
      void window.showErrorMessage(
        `loccit: ${error instanceof Error ? error.message : error}`,
      );
      return undefined;
    }
  }

  dispose(): void {
    void this.stop();
  }

  private async startAs(found: Found): Promise<void> {
    const { program, args } = found.command;
    const executable = { command: program, args: [...args, "lsp"] };
    const client = new LanguageClient("loccit", "loccit", executable, this.options());
    this.client = client;
    try {
      await client.start();
      this.status.runs(found.version, program);
    } catch {
      this.status.fails("loccit could not be started");
      void offerOutput(`\`${program} lsp\` could not be started.`, this.output);
    }
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: SELECTOR,
      outputChannel: this.output,
      // The server asks for the settings itself, once it knows that they have changed.
      synchronize: { configurationSection: "loccit" },
    };
  }
}
