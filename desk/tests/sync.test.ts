import { ChangeSet, Text } from "@codemirror/state";
import { expect, test } from "vitest";
import { changesOf, editsOf, Sync } from "../src/model/sync";

const textOf = (text: string) => Text.of(text.split("\n"));

/** A page and its sync, to which one types at a place. */
class Page {
  text: Text;
  readonly sync: Sync;

  constructor(text: string, version = 1) {
    this.text = textOf(text);
    this.sync = new Sync(this.text, version);
  }

  type(at: number, insert: string): void {
    this.apply(ChangeSet.of({ from: at, insert }, this.text.length), true);
  }

  apply(changes: ChangeSet, isTyped = false): void {
    this.text = changes.apply(this.text);
    if (isTyped) this.sync.type(changes);
  }

  toString(): string {
    return this.text.toString();
  }
}

test("what was typed is sent once, and confirmed", () => {
  const page = new Page("one three");
  page.type(4, "two ");
  expect(page.sync.isBehind).toBe(true);
  expect(page.sync.send()).toEqual([{ start: 4, end: 4, new: "two " }]);
  page.sync.confirm(2);
  expect(page.sync.isBehind).toBe(false);
  expect(page.sync.base.toString()).toBe("one two three");
});

test("what is typed while something is sent is sent after it", () => {
  const page = new Page("");
  page.type(0, "a");
  page.sync.send();
  page.type(1, "b");
  page.sync.confirm(2);
  expect(page.sync.send()).toEqual([{ start: 1, end: 1, new: "b" }]);
});

test("a refused request is sent again with what was typed since", () => {
  const page = new Page("");
  page.type(0, "a");
  page.sync.send();
  page.type(1, "b");
  page.sync.takeBack();
  expect(page.sync.send()).toEqual([{ start: 0, end: 0, new: "ab" }]);
});

test("neither side loses anything when both type", () => {
  const page = new Page("salt");
  page.type(4, " and pepper");
  const theirs = [{ start: 0, end: 0, new: "Sea " }];
  page.apply(page.sync.rebase(theirs, 2));
  expect(page.toString()).toBe("Sea salt and pepper");
  expect(page.sync.send()).toEqual([{ start: 8, end: 8, new: " and pepper" }]);
});

test("both sides agree on the order of what was typed at one place", () => {
  const page = new Page("");
  page.type(0, "mine");
  page.apply(page.sync.rebase([{ start: 0, end: 0, new: "theirs" }], 2));
  const server = changesOf(page.sync.send(), 6).apply(textOf("theirs"));
  expect(server.toString()).toBe(page.toString());
});

test("any mixture of typing ends in one text", () => {
  // A small generator of numbers, so that each run has the same cases.
  let seed = 7;
  const any = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 300; round += 1) {
    const page = new Page("The salt of the earth");
    for (let typed = 0; typed < 3; typed += 1) page.type(any(page.text.length), "x");
    const start = any(10);
    const theirs = [{ start, end: start + any(8), new: "yy" }];
    const server = changesOf(theirs, 21).apply(textOf("The salt of the earth"));
    page.apply(page.sync.rebase(theirs, 2));
    const both = changesOf(page.sync.send(), server.length).apply(server);
    expect(both.toString()).toBe(page.toString());
  }
});

test("edits name the spans of the text before, with line ends", () => {
  const changes = ChangeSet.of(
    [
      { from: 0, to: 1, insert: "A\nB" },
      { from: 2, insert: "!" },
    ],
    3,
  );
  expect(editsOf(changes)).toEqual([
    { start: 0, end: 1, new: "A\nB" },
    { start: 2, end: 2, new: "!" },
  ]);
});
