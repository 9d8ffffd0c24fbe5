import { defineConfig, globalIgnores } from "eslint/config"
import tseslint from "typescript-eslint"

/** What a folder may not import: `[files, forbidden patterns, sentence]`. The directions are drawn in docs/architecture.md. */
const directions = [
  [
    ["src/modules/*/rules/**"],
    ["@kontor/*", "**/database/**", "**/workflows/**", "**/api/**", "../service*", "../models/*", "../sql/*"],
    "Rules import nothing of ours: they decide on what they are given.",
  ],
  [
    ["src/modules/**"],
    ["**/workflows/**", "**/api/**", "**/plugins/**", "**/modules/**", "../../../modules/**"],
    "Modules stand alone: what spans modules is a workflow.",
  ],
  [
    ["src/database/**"],
    ["**/workflows/**", "**/api/**", "**/plugins/**"],
    "The database layer is called by workflows and routes and calls none of them.",
  ],
  [["src/workflows/**"], ["**/api/**", "**/plugins/**", "**/admin/**"], "Workflows import modules and the database layer."],
  [["src/api/**", "src/subscribers/**", "src/jobs/**"], ["**/plugins/**"], "Only medusa-config.ts names plugins."],
  [
    ["src/framework/**"],
    ["**/modules/**", "**/workflows/**", "**/api/**", "**/database/**", "**/plugins/!(manifest|with-plugins)*"],
    "The framework package is below everything.",
  ],
  [
    ["src/plugins/**"],
    [
      "**/src/modules/../../**",
      "**/../../../workflows/**",
      "**/../../../database/**",
      "**/../../../../modules/**",
      "**/../../../framework/**",
    ],
    "Plugins import @kontor/framework only.",
  ],
]

export default defineConfig([
  globalIgnores(["**/node_modules/", "**/.medusa/", ".data/", "coverage/", "static/"]),
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "max-lines": ["error", { max: 350, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 70, skipBlankLines: true, skipComments: true }],
      "no-empty": ["error", { allowEmptyCatch: false }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
    },
  },
  {
    files: ["**/__tests__/**", "integration-tests/**", "**/*.tsx"],
    rules: { "max-lines-per-function": "off", "max-lines": ["error", { max: 600 }] },
  },
  {
    files: ["scripts/**", "**/emulator/cli.ts", "integration-tests/bench/**"],
    rules: { "no-console": "off" },
  },
  {
    files: ["**/*.js"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  ...directions.map(([files, group, message]) => ({
    files,
    ignores: ["**/__tests__/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [{ group, message }] }] },
  })),
])
