/** Arrow keys move the focus among the items of a list; Tab leaves it (roving tabindex). */

const STEPS: Record<string, number> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** @param reached is called with the item that the focus came to by an arrow. */
export function roving(
  list: HTMLElement,
  items: string,
  reached: (item: HTMLElement) => void = () => {},
): void {
  list.addEventListener("keydown", (event) => {
    const all = [...list.querySelectorAll<HTMLElement>(items)];
    const now = all.indexOf(document.activeElement as HTMLElement);
    const next = now < 0 ? undefined : all[nextPlace(event.key, now, all.length)];
    if (next === undefined) return;
    event.preventDefault();
    for (const item of all) item.tabIndex = item === next ? 0 : -1;
    next.focus();
    reached(next);
  });
}

function nextPlace(key: string, now: number, length: number): number {
  if (key === "Home") return 0;
  if (key === "End") return length - 1;
  const step = STEPS[key];
  return step === undefined ? -1 : (now + step + length) % length;
}

/** Let one item be reached by Tab: the first, or `current`. */
export function oneStop(items: readonly HTMLElement[], current?: HTMLElement): void {
  const stop = current ?? items[0];
  for (const item of items) item.tabIndex = item === stop ? 0 : -1;
}
