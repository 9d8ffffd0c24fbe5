import { execFileSync } from "node:child_process"
import { root } from "./paths.mjs"

/**
 * The seed of the tests that try random input: KONTOR_TEST_SEED, else a number made of the committed files, so that
 * the same commit is judged alike wherever it is tested and each new one is tried with other input.
 * @returns a whole number of 32 bits as text; empty (another one each time) where there is no git
 */
export function testSeed() {
  const given = process.env.KONTOR_TEST_SEED
  if (given !== undefined) {
    return given
  }
  try {
    const tree = execFileSync("git", ["rev-parse", "HEAD^{tree}"], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
    return String(parseInt(tree.slice(0, 8), 16) | 0)
  } catch {
    return ""
  }
}
