const { loadEnv } = require("@medusajs/framework/utils")

loadEnv("test", process.cwd())

const shared = {
  transform: {
    "^.+\\.[jt]s$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript", decorators: true }, transform: { decoratorMetadata: true }, target: "es2022" } },
    ],
  },
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "json"],
  moduleNameMapper: { "^fast-check$": "<rootDir>/integration-tests/seeded-fast-check.js" },
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/src/plugins/[^/]+/\\.medusa/", "<rootDir>/.data/"],
  testPathIgnorePatterns: ["/node_modules/"],
}

const testMatch = {
  unit: ["**/__tests__/**/*.unit.spec.[jt]s"],
  modules: ["**/src/modules/*/__tests__/**/*.spec.[jt]s", "**/src/plugins/*/src/modules/*/__tests__/**/*.spec.[jt]s"],
  http: ["**/integration-tests/http/**/*.spec.[jt]s"],
}
const type = process.env.TEST_TYPE ?? "unit"

module.exports = {
  ...shared,
  testMatch: testMatch[type],
  testPathIgnorePatterns:
    type === "modules" ? [...shared.testPathIgnorePatterns, "\\.unit\\.spec\\.[jt]s$"] : shared.testPathIgnorePatterns,
  setupFiles: type === "unit" ? [] : ["<rootDir>/integration-tests/setup.js"],
  testTimeout: type === "unit" ? 10_000 : 120_000,
  // Medusa leaves some 200 MB behind each time it is started and stopped; a worker that has grown is replaced between two files.
  workerIdleMemoryLimit: "1500MB",
  silent: process.env.TEST_VERBOSE !== "1",
}
