// node biblatex_csl_converter.cjs FROM TO: standard input from one format to another, by biblatex-csl-converter.
const converter = require("biblatex-csl-converter")
const READERS = {
    biblatex: (text) => converter.parse(text),
    bibtex: (text) => converter.parse(text),
    "csl-json": (text) => converter.parseCSL(Object.fromEntries(JSON.parse(text).map((item) => [item.id, item]))),
    ris: converter.parseRIS,
    refer: converter.parseENW,
    medline: converter.parseNBIB,
}

const [from, to] = process.argv.slice(2)
const read = READERS[from](require("fs").readFileSync(0, "utf8"))
const entries = read.entries || read
const keys = Object.keys(entries)
const Exporter = to === "csl-json" ? converter.CSLExporter : converter.BibLatexExporter
const written = new Exporter(entries, keys).parse()
process.stdout.write(to === "csl-json" ? JSON.stringify(Object.values(written)) : written)
