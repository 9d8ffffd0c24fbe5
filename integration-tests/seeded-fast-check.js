const path = require("node:path")

const fc = require(path.join(__dirname, "..", "node_modules", "fast-check", "lib", "cjs", "fast-check.js"))

// One tree of files tries one set of random worlds, so that a second run of it says the same; the next commit tries others.
const seed = process.env.KONTOR_TEST_SEED
if (seed) {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })
}

module.exports = fc
