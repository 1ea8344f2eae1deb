import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { candidates, findServer, type Places } from "../src/find-server";

const NOWHERE: Places = {
  setting: "",
  interpreter: undefined,
  folders: [],
  platform: "linux",
};

/** Write a program that prints a line. */
async function program(path: string, printed: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\necho "${printed}"\n`);
  await chmod(path, 0o755);
  return path;
}

function folder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "loccit-"));
}

test("the setting is the only choice where there is one", () => {
  const places = {
    ...NOWHERE,
    setting: "/opt/loccit",
    interpreter: "/usr/bin/python3",
  };
  assert.deepEqual(candidates(places), [{ program: "/opt/loccit", args: [] }]);
});

test("the search path comes first, then the interpreter, then the folders", () => {
  const places = { ...NOWHERE, interpreter: "/usr/bin/python3", folders: ["/essays"] };
  assert.deepEqual(candidates(places), [
    { program: "loccit", args: [] },
    { program: "/usr/bin/python3", args: ["-m", "loccit"] },
    { program: "/essays/.venv/bin/loccit", args: [] },
  ]);
});

test("an environment has its programs elsewhere on Windows", () => {
  const places: Places = { ...NOWHERE, folders: ["essays"], platform: "win32" };
  const last = candidates(places).at(-1)?.program;
  assert.equal(last?.replaceAll("\\", "/"), "essays/.venv/Scripts/loccit.exe");
});

test("a program that is missing is passed over", async () => {
  const essays = await folder();
  const loccit = await program(join(essays, ".venv/bin/loccit"), "loccit 1.2.3");
  process.env.PATH = "/nowhere:/bin:/usr/bin";
  const found = await findServer({ ...NOWHERE, folders: ["/nowhere", essays] });
  assert.deepEqual(found, { command: { program: loccit, args: [] }, version: "1.2.3" });
});

test("another program of that name is passed over", async () => {
  const other = await program(join(await folder(), "loccit"), "Lines of code: 12");
  assert.equal(await findServer({ ...NOWHERE, setting: other }), undefined);
});

test("nothing is found where there is nothing", async () => {
  assert.equal(await findServer({ ...NOWHERE, setting: "/nowhere/loccit" }), undefined);
});
