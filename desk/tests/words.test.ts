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
  // Words that both languages have.
  const shared = ["essays", "text", "statEssays", "keys.alt"];
  expect(
    same.map(([place]) => place).filter((place) => !shared.includes(place)),
  ).toEqual([]);
});
