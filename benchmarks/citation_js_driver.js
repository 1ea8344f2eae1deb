// Render records with citation-js: {style, records: [{id, file, number}]} from standard
// input, {id: {ref, par, nar}} to standard output.  The first argument is the folder
// whose node_modules has citation-js.
const fs = require('fs')
const { createRequire } = require('module')
const path = require('path')

const load = createRequire(path.resolve(process.argv[2], 'package.json'))
const { Cite, plugins } = load('@citation-js/core')
for (const name of ['bibtex', 'csl', 'ris']) load(`@citation-js/plugin-${name}`)

const { style, records } = JSON.parse(fs.readFileSync(0, 'utf8'))
plugins.config.get('@csl').styles.add('given', style)

function itemsOf (file) {
  return new Cite(fs.readFileSync(file, 'utf8')).data
}

function rendered (item) {
  const cite = new Cite([{ ...item, id: 'key' }])
  const options = { template: 'given', format: 'html' }
  const par = cite.format('citation', { ...options, entry: ['key'] })
  // A narrative citation: the author, and the citation without it.
  const narrative = cite.format('citation', {
    ...options, entry: [{ id: 'key', 'author-only': true }]
  })
  const year = cite.format('citation', {
    ...options, entry: [{ id: 'key', 'suppress-author': true }]
  })
  const ref = cite.format('bibliography', options)
  return { ref, par, nar: `${narrative} ${year}` }
}

const files = {}
const answer = {}
for (const { id, file, number } of records) {
  try {
    files[file] = files[file] || itemsOf(file)
    answer[id] = rendered(files[file][number])
  } catch (error) {
    process.stderr.write(`${id}: ${error.message}\n`)
  }
}
process.stdout.write(JSON.stringify(answer))
