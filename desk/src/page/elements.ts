/** Elements, made in one expression. Strings become text, so nothing is markup. */

type Attribute = string | number | boolean | null | undefined;
type Listener = (event: never) => void;
type Attributes = Record<string, Attribute | Listener>;
export type Child = Node | string | null | undefined | false;

/** Make an element. `onclick` and the like are listeners; `true` is an attribute
 * without a value, and `false` and `null` leave it out. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...children.filter(isShown));
  return element;
}

function set(element: Element, name: string, value: Attribute | Listener): void {
  if (typeof value === "function") {
    element.addEventListener(name.slice(2), value as unknown as EventListener);
  } else if (value === true) {
    element.setAttribute(name, "");
  } else if (value !== false && value !== null && value !== undefined) {
    element.setAttribute(name, String(value));
  }
}

function isShown(child: Child): child is Node | string {
  return child !== null && child !== undefined && child !== false;
}

let made = 0;

/** An id for `aria-labelledby`, `for` and the like. */
export function freshId(name: string): string {
  made += 1;
  return `${name}-${made}`;
}
