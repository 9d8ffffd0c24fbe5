import type { ToldChange, WaitingLine } from "../database/promises/waiting-lines"
import { describePromise } from "../modules/supply/rules/describe-promise"

type PresentedChange = Omit<ToldChange, "line_id" | "before" | "after"> &
  Record<"before" | "after", { expected_on: string | null; quantity: string }[]>

/** Lines that wait with what became of their promises; which supply it is is no business of the dealer. */
export function presentPromises({ lines, changes }: { lines: WaitingLine[]; changes: ToldChange[] }) {
  const byDay = (parts: ToldChange["before"]) => parts.map(({ expected_on, quantity }) => ({ expected_on, quantity }))
  const ofLine = new Map<string, PresentedChange[]>()
  for (const { line_id, before, after, ...change } of changes) {
    ofLine.set(line_id, [...(ofLine.get(line_id) ?? []), { ...change, before: byDay(before), after: byDay(after) }])
  }
  return lines.map(({ demand, ...line }) => ({
    ...line,
    promise: describePromise(line.quantity, demand),
    changes: ofLine.get(line.id) ?? [],
  }))
}
