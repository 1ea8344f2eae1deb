import { activeEssay } from "../active-essay";
import type { Server } from "../server";

/** Have the citations and the list of the essay, typed by hand, made into keys. */
export async function adoptTyped(server: Server): Promise<void> {
  const document = activeEssay()?.document;
  if (document) {
    const textDocument = { uri: document.uri.toString() };
    await server.execute("loccit.adopt", { textDocument });
  }
}
