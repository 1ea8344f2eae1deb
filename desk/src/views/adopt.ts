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
  AdoptQuestion,
  Decision,
  Essay,
  Outcome,
} from "../server/contract";
import { words } from "../words/words";

export async function openAdopt(desk: DeskModel): Promise<void> {
  const essay = desk.open.value;
  if (essay === null) return;
  if (!essay.saved.value) await essay.save();
  if (essay.conflict.value !== null) return;
  new Adopt(desk, essay);
}

/** One citation or entry of the list, with what is decided about it. */
interface Item {
  outcome: Outcome;
  box: HTMLInputElement;
  questions: AdoptQuestion[];
  /** The source that is chosen for each of its questions. */
  chosen: Map<string, Decision>;
}

class Adopt {
  private readonly list = h("div", { class: "adoption" });
  private readonly apply: HTMLButtonElement;
  private readonly close: () => void;
  private items: Item[] = [];
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
          quiet(words.acceptAll, () => this.setAll(true)),
          quiet(words.rejectAll, () => this.setAll(false)),
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
    const plan = await this.desk.attempt(() => post<AdoptPlan>("adopt/plan", request));
    this.plan = plan ?? null;
    this.show();
  }

  private show(): void {
    this.items = [];
    const citations = (this.plan?.citations ?? []).map((one) => this.citation(one));
    const entries = (this.plan?.entries ?? []).map((one) => this.entry(one));
    const nothing = h("p", { class: "soft empty" }, words.adoptNothing);
    this.list.replaceChildren(
      ...part(words.adoptCitations, citations),
      ...part(words.adoptEntries, entries),
      ...(citations.length + entries.length === 0 ? [nothing] : []),
    );
    this.count();
  }

  private citation(citation: AdoptedCitation): HTMLElement {
    const { typed, becomes, outcome, questions, why } = citation;
    const item = this.item(outcome, questions);
    return h(
      "li",
      { class: "adopted" },
      choice(item, typed),
      becomes !== "" && h("p", {}, h("code", { class: "becomes" }, becomes)),
      ...this.choices(item),
      reasons(why),
    );
  }

  private entry(entry: AdoptedEntry): HTMLElement {
    const { id, typed, html, key, is_new, outcome, missing, why } = entry;
    const item = this.item(outcome, [id]);
    const place = is_new ? words.isNew : words.inLibrary;
    return h(
      "li",
      { class: "adopted" },
      choice(item, typed),
      html !== "" && h("p", { class: "printed" }, sanitized(html)),
      key !== "" && h("p", { class: "soft" }, h("code", {}, key), ` · ${place}`),
      missing.length > 0 &&
        h("p", { class: "soft" }, words.missing(missing.join(", "))),
      ...this.choices(item),
      reasons(why),
    );
  }

  private item(outcome: Outcome, ids: readonly string[]): Item {
    const all = this.plan?.questions ?? [];
    const questions = all.filter(({ id }) => ids.includes(id));
    const isPossible = questions.every((one) => decisionsOf(one).length > 0);
    const box = h("input", {
      type: "checkbox",
      checked: outcome === "adopted" || outcome === "waiting",
      disabled: questions.length === 0 || !isPossible,
      onchange: () => this.count(),
    });
    const item = { outcome, box, questions, chosen: new Map() };
    this.items.push(item);
    return item;
  }

  /** A choice for each question that has several answers. */
  private choices(item: Item): HTMLElement[] {
    const open = item.questions.filter((one) => decisionsOf(one).length > 1);
    return open.map((question) => this.choiceOf(item, question));
  }

  private choiceOf(item: Item, question: AdoptQuestion): HTMLElement {
    const id = freshId("choice");
    const select = h("select", { id });
    const decisions = decisionsOf(question);
    decisions.forEach((_, at) => {
      const label = question.options[at]?.words ?? words.newSource;
      select.append(new Option(label, String(at)));
    });
    select.addEventListener("change", () => {
      const decision = decisions[Number(select.value)];
      if (decision !== undefined) item.chosen.set(question.id, decision);
      item.box.checked = true;
      this.count();
    });
    const label = h("label", { for: id }, words.which);
    return h("div", { class: "field inline" }, label, select);
  }

  private setAll(isAccepted: boolean): void {
    for (const { box } of this.items) {
      if (!box.disabled) box.checked = isAccepted;
    }
    this.count();
  }

  private count(): void {
    const { length } = this.items.filter(({ box }) => box.checked);
    this.apply.textContent = words.adoptApply(length);
    this.apply.disabled = length === 0;
  }

  /** What is decided differently from the plan, by question. */
  private decisions(): Record<string, Decision> {
    const decisions: Record<string, Decision> = {};
    for (const item of this.items) {
      for (const question of item.questions) {
        const decision = decisionOn(item, question);
        if (decision !== null) decisions[question.id] = decision;
      }
    }
    return decisions;
  }

  private async adopt(): Promise<void> {
    const request = { plan: this.plan?.plan, path: this.essay.path, tab: TAB };
    const decisions = this.decisions();
    await this.desk.attempt(async () => {
      const answer = await post<Essay & { added: string[] }>("adopt/apply", {
        ...request,
        decisions,
      });
      this.close();
      this.essay.changedByServer(answer);
      this.desk.sayAdopted(words.adopted(answer.added.length), this.essay);
    });
  }

  private lookupField(): HTMLElement {
    const box = h("input", { type: "checkbox" });
    box.addEventListener("change", () => void this.ask(box.checked));
    return h("label", { class: "choice" }, box, words.adoptLookup);
  }
}

/** What can be answered: an option each, and that it is a new source. */
function decisionsOf({ options, may_be_new }: AdoptQuestion): Decision[] {
  const decisions = options.map(({ key, entry }) =>
    entry === "" ? { key } : { entry },
  );
  return may_be_new ? [...decisions, { new: true }] : decisions;
}

/** The answer to a question, if it isn't what the plan has anyway. */
function decisionOn(item: Item, question: AdoptQuestion): Decision | null {
  if (item.box.disabled) return null;
  if (!item.box.checked) return { as_typed: true };
  const first = question.doubtful ? decisionsOf(question)[0] : undefined;
  return item.chosen.get(question.id) ?? first ?? null;
}

function choice({ box, outcome }: Item, typed: string): HTMLElement {
  const about = h("span", { class: `outcome ${outcome}` }, words.outcomes[outcome]);
  return h("label", { class: "choice" }, box, h("q", {}, typed), about);
}

function reasons(why: readonly string[]): HTMLElement | null {
  if (why.length === 0) return null;
  const said = h("p", { class: "soft" }, why.join("; "));
  return h("details", {}, h("summary", {}, words.because), said);
}

function quiet(label: string, onclick: () => void): HTMLElement {
  return h("button", { type: "button", class: "quiet", onclick }, label);
}

function part(title: string, rows: HTMLElement[]): HTMLElement[] {
  if (rows.length === 0) return [];
  return [h("h3", {}, title), h("ul", { class: "choices" }, ...rows)];
}
