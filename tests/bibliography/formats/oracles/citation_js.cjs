// node citation_js.cjs FROM TO: standard input from one format to another, by citation-js.
const { Cite } = require("@citation-js/core")
for (const plugin of ["bibtex", "ris", "csl", "hayagriva", "software-formats", "enw"]) {
    require(`@citation-js/plugin-${plugin}`)
}
const READERS = {
    biblatex: "@biblatex/text",
    bibtex: "@bibtex/text",
    ris: "@ris/file",
    refer: "@enw/file",
    hayagriva: "@hayagriva/file",
    cff: "@cff/object",
}
const WRITERS = { "csl-json": "data", refer: "enw" }

const [from, to] = process.argv.slice(2)
const text = require("fs").readFileSync(0, "utf8")
const cite = from === "csl-json" ? new Cite(JSON.parse(text)) : new Cite(text, { forceType: READERS[from] })
process.stdout.write(cite.format(WRITERS[to] || to))
