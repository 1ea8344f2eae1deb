/** What screen readers say when something happened that isn't where the focus is. */

const region = document.querySelector("#announcements");

export function announce(text: string): void {
  if (region === null) return;
  region.textContent = "";
  // The same text twice in a row is read again only if the region was empty between.
  setTimeout(() => (region.textContent = text), 50);
}
