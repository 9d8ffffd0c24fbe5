import { defineConfig, globalIgnores } from "eslint/config"
import tseslint from "typescript-eslint"
import { importDirections } from "./scripts/lib/eslint-directions.mjs"

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
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    plugins: { kontor: { rules: { "import-directions": importDirections } } },
    rules: { "kontor/import-directions": "error" },
  },
])
