/** Adopts typed citations: a list to review, each accepted or not. */

import type { DeskModel } from "../model/desk";
import type { OpenEssay } from "../model/open_essay";
import { openDialog } from "../page/dialog";
import { freshId, h } from "../page/elements";
import { sanitized } from "../page/sanitize";
import { post, TAB } from "../server/client";
import type {
  AdoptedCitation,
  AdoptedEntry,
  AdoptPlan,
  Essay,
} from "../server/contract";
import { words } from "../words/words";

export async function openAdopt(desk: DeskModel): Promise<void> {
  const essay = desk.open.value;
  if (essay === null) return;
  if (!essay.saved.value) await essay.save();
  if (essay.conflict.value !== null) return;
  new Adopt(desk, essay);
}

class Adopt {
  private readonly list = h("div", { class: "adoption" });
  private readonly apply: HTMLButtonElement;
  private readonly close: () => void;
  private readonly boxes = new Map<string, HTMLInputElement>();
  private readonly chosen = new Map<string, string>();
  private plan: AdoptPlan | null = null;

  constructor(
    private readonly desk: DeskModel,
    private readonly essay: OpenEssay,
  ) {
    this.apply = h(
      "button",
      { type: "button", class: "primary", onclick: () => void this.adopt() },
      words.adoptApply(0),
    );
    const { close } = openDialog(
      words.adopt,
      "large",
      [
        h("p", {}, words.adoptIntro),
        this.lookupField(),
        h(
          "div",
          { class: "row" },
          button(words.acceptAll, () => this.setAll(true)),
          button(words.rejectAll, () => this.setAll(false)),
        ),
        this.list,
      ],
      [this.apply],
    );
    this.close = close;
    void this.ask(false);
  }

  private async ask(lookup: boolean): Promise<void> {
    this.list.replaceChildren(h("p", { class: "soft", role: "status" }, words.working));
    const request = { path: this.essay.path, lookup };
    this.plan =
      (await this.desk.attempt(() => post<AdoptPlan>("adopt/plan", request))) ?? null;
    this.show();
  }

  private show(): void {
    this.boxes.clear();
    const citations = this.plan?.citations ?? [];
    const entries = this.plan?.entries ?? [];
    this.list.replaceChildren(
      ...part(
        words.adoptCitations,
        citations.map((citation) => this.citation(citation)),
      ),
      ...part(
        words.adoptEntries,
        entries.map((entry) => this.entry(entry)),
      ),
    );
    if (citations.length + entries.length === 0) {
      this.list.replaceChildren(h("p", { class: "soft empty" }, words.adoptNothing));
    }
    this.count();
  }

  private citation(citation: AdoptedCitation): HTMLElement {
    const { id, typed, becomes, prints, outcome, choices, why } = citation;
    return h(
      "li",
      { class: "adopted" },
      this.box(id, typed, outcome),
      h(
        "p",
        { class: "adopted-becomes" },
        becomes !== "" && h("code", {}, becomes),
        prints !== "" && h("span", { class: "printed" }, sanitized(prints)),
      ),
      choices.length > 1 && this.choice(citation),
      ...why.map((reason) => h("p", { class: "soft" }, reason)),
    );
  }

  private entry(entry: AdoptedEntry): HTMLElement {
    const { id, typed, html, becomes, is_new, outcome, missing, why } = entry;
    return h(
      "li",
      { class: "adopted" },
      this.box(id, typed, outcome),
      html !== "" && h("p", { class: "adopted-becomes printed" }, sanitized(html)),
      h(
        "p",
        { class: "soft" },
        h("code", {}, becomes),
        ` · ${is_new ? words.isNew : words.inLibrary}`,
      ),
      missing.length > 0 &&
        h("p", { class: "soft" }, words.missing(missing.join(", "))),
      ...why.map((reason) => h("p", { class: "soft" }, reason)),
    );
  }

  private box(id: string, typed: string, outcome: AdoptedCitation["outcome"]) {
    const isPossible = outcome !== "impossible";
    const box = h("input", {
      type: "checkbox",
      checked: outcome === "accepted",
      disabled: !isPossible,
      onchange: () => this.count(),
    });
    this.boxes.set(id, box);
    const about = h("span", { class: `outcome ${outcome}` }, words.outcomes[outcome]);
    return h("label", { class: "choice" }, box, h("q", {}, typed), about);
  }

  private choice({ id, choices }: AdoptedCitation): HTMLElement {
    const fieldId = freshId("choice");
    const select = h("select", { id: fieldId });
    select.append(new Option(words.chooseNone, ""));
    for (const { key } of choices) select.append(new Option(key, key));
    select.addEventListener("change", () => this.choose(id, select.value));
    return h(
      "div",
      { class: "field inline" },
      h("label", { for: fieldId }, words.which),
      select,
    );
  }

  private choose(id: string, key: string): void {
    if (key === "") this.chosen.delete(id);
    else this.chosen.set(id, key);
    const box = this.boxes.get(id);
    if (box) Object.assign(box, { disabled: key === "", checked: key !== "" });
    this.count();
  }

  private setAll(isAccepted: boolean): void {
    for (const box of this.boxes.values()) {
      if (!box.disabled) box.checked = isAccepted;
    }
    this.count();
  }

  private accepted(): string[] {
    const boxes = [...this.boxes].filter(([, box]) => box.checked);
    return boxes.map(([id]) => id);
  }

  private count(): void {
    const { length } = this.accepted();
    this.apply.textContent = words.adoptApply(length);
    this.apply.disabled = length === 0;
  }

  private async adopt(): Promise<void> {
    const accept = this.accepted();
    const choose = Object.fromEntries(
      [...this.chosen].filter(([id]) => accept.includes(id)),
    );
    const request = { plan: this.plan?.plan, path: this.essay.path, tab: TAB };
    await this.desk.attempt(async () => {
      const answer = await post<Essay & { added: string[] }>("adopt/apply", {
        ...request,
        accept,
        choose,
      });
      this.close();
      this.essay.changedByServer(answer);
      this.desk.say(words.adopted(answer.added.length));
    });
  }

  private lookupField(): HTMLElement {
    const box = h("input", { type: "checkbox" });
    box.addEventListener("change", () => void this.ask(box.checked));
    return h("label", { class: "choice" }, box, words.adoptLookup);
  }
}

function button(label: string, onclick: () => void): HTMLElement {
  return h("button", { type: "button", class: "quiet", onclick }, label);
}

function part(title: string, rows: HTMLElement[]): HTMLElement[] {
  if (rows.length === 0) return [];
  return [h("h3", {}, title), h("ul", { class: "choices" }, ...rows)];
}
