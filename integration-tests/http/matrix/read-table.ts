/** One line of a table: a route, what stands in its parameters, and what each actor is answered. */
export interface MatrixRow {
  /** "METHOD /path" as the router has it. */
  route: string
  /** What replaces the parameters of the path, in their order: the name of a thing of the owner's, or a literal. */
  names: string[]
  /** By actor: "404", or "403 right_missing" where the code matters. */
  expected: Record<string, string>
}

/** Reads a table of text: the first line names the columns, `|` parts them, lines that begin with `#` are remarks. */
export function readTable(text: string): MatrixRow[] {
  const [head = [], ...rows] = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
  const actors = head.slice(2)
  return rows.map(([route = "", names = "", ...cells]) => {
    if (cells.length !== actors.length) {
      throw new Error(`The line of ${route} has ${cells.length} answers for ${actors.length} actors`)
    }
    return {
      route: route.replace(/\s+/g, " "),
      names: names.split(/\s+/).filter((name) => name !== "" && name !== "-"),
      expected: Object.fromEntries(actors.map((actor, index) => [actor, cells[index] ?? ""])),
    }
  })
}
