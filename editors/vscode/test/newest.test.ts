import assert from "node:assert/strict";
import { test } from "node:test";
import { newest } from "../src/newest";

test("a question is answered", async () => {
  const shown: string[] = [];
  const search = newest(
    async (query: string) => query.toUpperCase(),
    (answer) => shown.push(answer),
  );
  await search("a");
  await search("");
  assert.deepEqual(shown, ["A", ""]);
});

test("of questions that come meanwhile, the newest is asked, and its answer shown", async () => {
  const asked: string[] = [];
  const shown: string[] = [];
  let answer: () => void = () => {};
  const search = newest(
    async (query: string) => {
      asked.push(query);
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return query;
    },
    (query) => shown.push(query),
  );
  const done = search("d");
  for (const query of ["da", "dav", "davi"]) {
    await search(query);
  }
  answer();
  await new Promise(setImmediate);
  answer();
  await done;
  assert.deepEqual([asked, shown], [["d", "davi"], ["davi"]]);
});
