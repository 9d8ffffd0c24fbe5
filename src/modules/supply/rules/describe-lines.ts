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
 * The lines that differ between two states of a supply, each as "12" or, with what has arrived of it, "12 (5)", by article; at most a hundred. A line
 * that is missing on one side is not named there.
 */
export function describeLines(before: readonly DescribedLine[], after: readonly DescribedLine[]): { before: Told; after: Told } {
  const was = new Map(before.map((line) => [line.entry_key, line]))
  const is = new Map(after.map((line) => [line.entry_key, line]))
  const differing = [...new Set([...was.keys(), ...is.keys()])].filter((key) => tell(was.get(key)) !== tell(is.get(key))).slice(0, TOLD_MAX)
  return { before: toldOf(differing, was), after: toldOf(differing, is) }
}

type Told = Record<string, string>

function toldOf(keys: number[], lines: ReadonlyMap<number, DescribedLine>): Told {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const line = lines.get(key)
      return line ? [[line.article ?? String(key), tell(line)] as const] : []
    })
  )
}

function tell(line: DescribedLine | undefined): string {
  if (!line) {
    return ""
  }
  return line.arrived === "0" ? line.quantity : `${line.quantity} (${line.arrived})`
}
