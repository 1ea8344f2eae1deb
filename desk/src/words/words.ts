/** The catalogue of the reader's language. */

import { de } from "./de";
import { en, type Words } from "./en";

const CATALOGUES: Record<string, Words> = { en, de };
const CHOSEN = "language";

/** The words of the page; a change of the language loads the page again. */
export let words: Words = en;

/** Choose the catalogue: what the reader chose, the command said, or the browser says. */
export function chooseWords(said: string | null): string {
  const chosen = localStorage.getItem(CHOSEN);
  const wanted = [chosen, said, ...navigator.languages];
  const tags = wanted.map((tag) => tag?.slice(0, 2) ?? "");
  const tag = tags.find((one) => one in CATALOGUES) ?? "en";
  words = CATALOGUES[tag] ?? en;
  return tag;
}

/** The languages to choose from. */
export function languages(): { tag: string; name: string }[] {
  return Object.entries(CATALOGUES).map(([tag, { language }]) => ({
    tag,
    name: language,
  }));
}

export function keepLanguage(tag: string): void {
  localStorage.setItem(CHOSEN, tag);
}

/** The name of a field; one that the catalogue lacks is named as in the file. */
export function fieldLabel(name: string): string {
  const labels: Record<string, string> = words.fields;
  return labels[name] ?? name;
}

/** The name of a type of CSL or of `.bib` files; `said` is the server's. */
export function typeLabel(name: string, said = name): string {
  const labels: Record<string, string> = words.types;
  return labels[name] ?? said;
}

/** The name of a language, such as "German (Germany)". */
export function languageLabel(tag: string): string {
  const shown = document.documentElement.lang;
  return new Intl.DisplayNames(shown, { type: "language" }).of(tag) ?? tag;
}
