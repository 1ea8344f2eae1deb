/** HTML of the server, with nothing in it but what texts of citations and papers need.
 *
 * The server escapes what it writes; this is the second lock. What is parsed by
 * DOMParser runs no script and loads no image. */

const ELEMENTS = new Set(
  (
    "A B BLOCKQUOTE BR CITE CODE DD DEL DIV DL DT EM FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 HR I LI " +
    "MARK OL P PRE Q S SECTION SMALL SPAN STRONG SUB SUP TABLE TBODY TD TFOOT TH THEAD TR U UL"
  ).split(" "),
);
/** These go with all that is in them; of other elements, the text stays. */
const DROPPED = new Set([
  "SCRIPT",
  "STYLE",
  "TEMPLATE",
  "IFRAME",
  "OBJECT",
  "SVG",
  "MATH",
]);
const ATTRIBUTES = new Set(["class", "lang", "colspan", "rowspan", "start"]);

export function sanitized(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return copyOf(parsed.body.childNodes);
}

function copyOf(nodes: Iterable<Node>): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const node of nodes) {
    if (node instanceof Text) fragment.append(node.data);
    if (node instanceof Element) fragment.append(copyOfElement(node));
  }
  return fragment;
}

function copyOfElement(element: Element): Node {
  const tag = element.tagName.toUpperCase();
  if (DROPPED.has(tag)) return document.createDocumentFragment();
  const content = copyOf(element.childNodes);
  if (!ELEMENTS.has(tag)) return content;
  const copy = document.createElement(tag.toLowerCase());
  for (const { name, value } of element.attributes) {
    if (ATTRIBUTES.has(name)) copy.setAttribute(name, value);
  }
  if (copy instanceof HTMLAnchorElement) addAddress(copy, element.getAttribute("href"));
  copy.append(content);
  return copy;
}

function addAddress(link: HTMLAnchorElement, address: string | null): void {
  if (address === null || !/^https?:\/\//i.test(address)) return;
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
}
