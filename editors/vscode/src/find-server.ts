import { join } from "node:path";
import { type Command, run } from "./run";

/** Where loccit may be installed. */
export interface Places {
  /** What the setting `loccit.path` says; empty if it says nothing. */
  readonly setting: string;
  /** The interpreter that the Python extension has chosen. */
  readonly interpreter: string | undefined;
  /** The folders of the workspace. */
  readonly folders: readonly string[];
  readonly platform: NodeJS.Platform;
}

/** A program that answered, and the version that it named. */
export interface Found {
  readonly command: Command;
  readonly version: string;
}

/** Return the programs that may be loccit, the first choice first. */
export function candidates(places: Places): Command[] {
  if (places.setting) {
    return [{ program: places.setting, args: [] }];
  }
  const found: Command[] = [{ program: "loccit", args: [] }];
  if (places.interpreter) {
    found.push({ program: places.interpreter, args: ["-m", "loccit"] });
  }
  const inside = places.platform === "win32" ? "Scripts/loccit.exe" : "bin/loccit";
  for (const folder of places.folders) {
    found.push({ program: join(folder, ".venv", inside), args: [] });
  }
  return found;
}

/** Return the first program that answers as loccit does, if one does. */
export async function findServer(places: Places): Promise<Found | undefined> {
  for (const command of candidates(places)) {
    const printed = await run(command, ["--version"]);
    const version = printed?.match(/^loccit (\S+)/)?.[1];
    if (version) {
      return { command, version };
    }
  }
  return undefined;
}
