import assert from "node:assert/strict";
import { test } from "node:test";
import { itemOf, rows } from "../src/source-items";

const DOE = { key: "doe2001", label: "Doe (2001)", title: "Neighbors", reference: "" };
const ROE = {
  key: "roe2002",
  label: "Roe (2002)",
  title: "Streets",
  reference: "Roe, R. (2002). Streets. Verso.",
};

test("a row shows who, when, the key, and the entry", () => {
  const { label, description, detail } = itemOf(ROE);
  assert.deepEqual(
    [label, description, detail],
    ["Roe (2002)", "@roe2002", "Roe, R. (2002). Streets. Verso."],
  );
});

test("a row whose entry is not made yet shows the title", () => {
  assert.equal(itemOf(DOE).detail, "Neighbors");
});

test("what is chosen stays in sight, once", () => {
  const chosen = [itemOf(ROE)];
  const shown = rows(chosen, [DOE, ROE]).map((row) => row.source.key);
  assert.deepEqual(shown, ["roe2002", "doe2001"]);
  assert.equal(rows(chosen, [ROE])[0], chosen[0]);
});
