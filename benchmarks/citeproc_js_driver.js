// Requests as JSON lines in, answers out: node citeproc_js_driver.js FOLDER_OF_CITEPROC FOLDER_OF_LOCALES
const fs = require("fs"), path = require("path");
const CSL = require(path.join(process.argv[2], "node_modules", "citeproc"));
CSL.debug = () => {};
const locale = (lang) => {
  const file = path.join(process.argv[3], `locales-${lang}.xml`);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
};
require("readline").createInterface({ input: process.stdin }).on("line", (line) => {
  const { style, references, citations } = JSON.parse(line);
  // "system_id" is handed to embedBibliographyEntry, which marks whose entry it is: empty ones are left out unsaid
  const items = Object.fromEntries(references.map((item) => [item.id, { ...item, system_id: item.id }]));
  const sys = {
    retrieveLocale: locale,
    retrieveItem: (id) => items[id],
    embedBibliographyEntry: (id) => `<!--${id}-->`,
  };
  let answer;
  try {
    const engine = new CSL.Engine(sys, style);
    const cited = new Set(citations.flatMap((citation) => citation.citationItems.map((item) => item.id)));
    const uncited = references.map((item) => item.id).filter((id) => !cited.has(id));
    const texts = engine.rebuildProcessorState(citations, "html", uncited).map((citation) => citation[2]);
    const made = engine.makeBibliography();
    const entries = made ? made[1].map((entry) => entry.match(/^([^]*)<!--(.*)-->\s*$/)) : [];
    const bibliography = entries.map(([, entry, id]) => [id, entry]);
    answer = { citations: texts, bibliography };
  } catch (error) {
    answer = { error: String(error && error.message || error).slice(0, 500) };
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
});
