import { execFile } from "node:child_process";

/** So long may a program take to answer. */
const PATIENCE = 20_000;

/** A program and the arguments that come before its own. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** Return what a command prints; undefined if it is missing or fails. */
export function run(
  command: Command,
  args: readonly string[],
): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(
      command.program,
      [...command.args, ...args],
      { timeout: PATIENCE, windowsHide: true },
      (error, printed) => resolve(error ? undefined : printed),
    );
  });
}
