/** A line as the log tells it. */
export interface DescribedLine {
  article: string | null
  entry_key: number
  quantity: string
  arrived: string
}

/** Lines that an entry of the log has room for. */
const TOLD_MAX = 100

/**
 * The lines that differ between two states of a supply, each as "12" or, with what has arrived of it, "12 (5)", by article, to which
 * its key is added where several of them share it; at most a hundred. A line that is missing on one side is not named there.
 */
export function describeLines(before: readonly DescribedLine[], after: readonly DescribedLine[]): { before: Told; after: Told } {
  const was = new Map(before.map((line) => [line.entry_key, line]))
  const is = new Map(after.map((line) => [line.entry_key, line]))
  const differing = [...new Set([...was.keys(), ...is.keys()])].filter((key) => tell(was.get(key)) !== tell(is.get(key))).slice(0, TOLD_MAX)
  const articles = differing.map((key) => (is.get(key) ?? was.get(key))?.article ?? null)
  const names = new Map(differing.map((key, place) => [key, nameOf(key, articles[place] ?? null, articles)]))
  return { before: toldOf(names, was), after: toldOf(names, is) }
}

type Told = Record<string, string>

/** Variants of a product may bear its article. */
function nameOf(key: number, article: string | null, articles: readonly (string | null)[]): string {
  if (article === null) {
    return String(key)
  }
  return articles.indexOf(article) === articles.lastIndexOf(article) ? article : `${article} (${key})`
}

function toldOf(names: ReadonlyMap<number, string>, lines: ReadonlyMap<number, DescribedLine>): Told {
  return Object.fromEntries(
    [...names].flatMap(([key, name]) => {
      const line = lines.get(key)
      return line ? [[name, tell(line)] as const] : []
    })
  )
}

function tell(line: DescribedLine | undefined): string {
  if (!line) {
    return ""
  }
  return line.arrived === "0" ? line.quantity : `${line.quantity} (${line.arrived})`
}
