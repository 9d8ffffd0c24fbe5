import { ErpPackageError, type SpooledFile } from "@kontor/framework"
import { readFile, stat } from "node:fs/promises"

/** A package is read whole; the bound keeps one delivery from taking the memory of the server. */
export const MAX_JSON_BYTES = 64 * 1024 * 1024

/** The content of a JSON file. Throws `ErpPackageError`: "file_too_large", "encoding_invalid", "json_invalid". */
export async function readJson(file: Pick<SpooledFile, "path">): Promise<unknown> {
  return parseJson(await readText(file.path))
}

async function readText(path: string): Promise<string> {
  const { size } = await stat(path)
  if (size > MAX_JSON_BYTES) {
    throw new ErpPackageError("file_too_large", `The package has ${size} bytes, ${MAX_JSON_BYTES} are allowed`)
  }
  const bytes = await readFile(path)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    throw new ErpPackageError("encoding_invalid", "The package is not valid UTF-8")
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ErpPackageError("json_invalid", `The package is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Whether parsed JSON says of itself that it is a package of this format. */
export function isFormat(content: unknown, format: string): boolean {
  return typeof content === "object" && content !== null && "format" in content && content.format === format
}

/** The first issues, each with its field: a row with ten faults is not mended by ten sentences. */
export function describeIssues(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return issues
    .slice(0, 3)
    .map(({ path, message }) => (path.length > 0 ? `${path.map(String).join(".")}: ${message}` : message))
    .join("; ")
}
