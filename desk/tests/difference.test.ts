import { expect, test } from "vitest";
import { comparedLines, difference } from "../src/model/difference";

test.each([
  ["same", "same", []],
  ["salt", "salty", [{ start: 4, end: 4, new: "y" }]],
  ["aaa", "aa", [{ start: 2, end: 3, new: "" }]],
  ["", "new", [{ start: 0, end: 0, new: "new" }]],
  ["old", "", [{ start: 0, end: 3, new: "" }]],
  ["one two", "one 2 two", [{ start: 4, end: 4, new: "2 " }]],
])("%j becomes %j", (old, now, edits) => {
  expect(difference(old, now)).toEqual(edits);
});

test("lines that both versions have are the same", () => {
  const [mine, theirs] = comparedLines("a\nmine\nz", "a\ntheirs\nmore\nz");
  expect(mine.map(({ isSame }) => isSame)).toEqual([true, false, true]);
  expect(theirs.map(({ isSame }) => isSame)).toEqual([true, false, false, true]);
});
