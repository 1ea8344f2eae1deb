import { expect, test } from "vitest";
import { de } from "../src/words/de";
import { en } from "../src/words/en";

type Catalogue = Record<string, unknown>;

function* texts(words: Catalogue, at = ""): Generator<[string, string]> {
  for (const [name, word] of Object.entries(words)) {
    const place = `${at}${name}`;
    if (typeof word === "string") yield [place, word];
    else if (typeof word === "function") yield [place, String(word(2))];
    else yield* texts(word as Catalogue, `${place}.`);
  }
}

test("no word is empty", () => {
  for (const words of [en, de]) {
    for (const [place, text] of texts(words)) expect(text, place).not.toBe("");
  }
});

test("the German catalogue is German", () => {
  const english = new Map(texts(en));
  const same = [...texts(de)].filter(([place, text]) => english.get(place) === text);
  const shared = [
    "essays",
    "text",
    "fields.doi",
    "fields.institution",
    "fields.isbn",
    "fields.issn",
    "keys.alt",
  ];
  expect(new Set(same.map(([place]) => place))).toEqual(new Set(shared));
});

test("every word is used", async () => {
  const files = import.meta.glob("../src/**/*.ts", {
    query: "?raw",
    import: "default",
  });
  const sources = await Promise.all(Object.values(files).map((load) => load()));
  const code = sources.join("\n");
  const isUsed = (name: string) => new RegExp(`words\\.${name}\\b`).test(code);
  const unused = Object.keys(en).filter((name) => !isUsed(name));
  // The name of the language itself is read from all catalogues.
  expect(unused).toEqual(["language"]);
});
