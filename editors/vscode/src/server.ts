import { type ChildProcess, spawn } from "node:child_process";
import { type Disposable, type LogOutputChannel, type Uri, window } from "vscode";
import {
  ExecuteCommandRequest,
  LanguageClient,
  type LanguageClientOptions,
  State,
} from "vscode-languageclient/node";
import { type Found, findServer } from "./find-server";
import { SELECTOR } from "./languages";
import { offerInstallation, offerOutput, offerRestart } from "./messages";
import { places } from "./places";
import type { Command } from "./run";
import type { Status } from "./status";

/** The exit code of a process that lacks something, as a missing package. */
const CANNOT_SERVE = 2;

/** So much of what a process says last fits into a message. */
const LONGEST = 2000;

/** The process `loccit lsp`, and the conversation with it. */
export class Server implements Disposable {
  private client: LanguageClient | undefined;
  /** Whether the writer knows why it can't serve; the client tries several times. */
  private isTold = false;

  constructor(
    private readonly output: LogOutputChannel,
    private readonly status: Status,
    /** What says how to install loccit. */
    private readonly page: Uri,
  ) {}

  /** Find loccit and start it; tell the writer if that can't be done. */
  async start(): Promise<void> {
    this.status.starts();
    this.isTold = false;
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
    await client?.dispose().catch(() => undefined); // One that never ran can't stop.
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
    const start = async () => this.serve(found.command);
    const client = new LanguageClient("loccit", "loccit", start, this.options());
    this.client = client;
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) {
        this.status.runs(found.version, found.command.program);
      } else if (newState === State.Stopped && this.client === client) {
        this.status.fails("loccit has stopped");
      }
    });
    try {
      await client.start();
    } catch {
      this.status.fails("loccit could not be started");
    }
  }

  /** Start the process; if it can't serve, tell the writer what it says of that. */
  private serve({ program, args }: Command): ChildProcess {
    const server = spawn(program, [...args, "lsp"], { windowsHide: true });
    let said = "";
    server.stderr.on("data", (data) => {
      said = `${said}${data}`.slice(-LONGEST);
    });
    server.on("error", (error) => this.output.error(error));
    server.on("exit", (code) => {
      if (code === CANNOT_SERVE && !this.isTold) {
        this.isTold = true;
        void offerOutput(said.trim(), this.output);
      }
    });
    return server;
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: SELECTOR,
      outputChannel: this.output,
      // What the process says of it is shown in its place.
      initializationFailedHandler: () => false,
      // The server asks for the settings itself, once it knows that they have changed.
      synchronize: { configurationSection: "loccit" },
    };
  }
}
