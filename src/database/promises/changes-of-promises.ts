import { comparePromises, type PromisedPart } from "../../modules/supply/rules/compare-promises"
import { readMillionths, writeMillionths } from "../../modules/supply/rules/millionths"
import type { ReleasedPromise, SettledPromise } from "../../modules/supply/rules/settle-released"
import type { FreeLineRow } from "./free-lines"
import type { PromiseChange } from "./log-promise-changes"
import type { WaitingDemand } from "./open-demands"
import type { PromisePart } from "./write-promises"

interface Settled {
  released: readonly ReleasedPromise[]
  /** What of it has got stock. */
  served: readonly SettledPromise[]
  /** What was promised anew. */
  parts: readonly PromisePart[]
  lines: readonly FreeLineRow[]
}

/** What of one demand was taken back and given. */
interface Story {
  lost: PromisedPart[]
  causes: ReleasedPromise["cause"][]
  got: PromisedPart[]
  served: bigint
}

const NOTHING: Story = { lost: [], causes: [], got: [], served: 0n }

/** What has changed, demand by demand; those that got back what they had are left out. */
export function changesOf(demands: readonly WaitingDemand[], settled: Settled): PromiseChange[] {
  const stories = storiesOf(settled)
  return demands.flatMap(({ id, order_id, standing }) => {
    const { lost, causes, got, served } = stories.get(id) ?? NOTHING
    const before = [...standing, ...lost]
    const after = [...standing, ...got]
    const { is_changed, is_other_day, is_worse } = comparePromises(before, after, writeMillionths(served))
    const cause = causeOf(causes, { isServed: served > 0n, is_worse })
    return is_changed ? [{ demand_id: id, order_id, cause, before, after, is_worse, is_to_tell: is_other_day }] : []
  })
}

function storiesOf({ released, served, parts, lines }: Settled): Map<string, Story> {
  const stories = new Map<string, Story>()
  const storyOf = (id: string): Story => {
    const known = stories.get(id) ?? { lost: [], causes: [], got: [], served: 0n }
    stories.set(id, known)
    return known
  }
  for (const { demand_id, supply_id, was_on, quantity, cause } of released) {
    const story = storyOf(demand_id)
    story.lost.push({ supply_id, expected_on: was_on, quantity })
    story.causes.push(cause)
  }
  for (const { released: promise, quantity } of served) {
    storyOf(promise.demand_id).served += readMillionths(quantity)
  }
  const dayOf = new Map(lines.map(({ supply_id, expected_on }) => [supply_id, expected_on === "infinity" ? null : expected_on]))
  for (const { demand_id, supply_id, quantity } of parts) {
    storyOf(demand_id).got.push({ supply_id, expected_on: dayOf.get(supply_id) ?? null, quantity })
  }
  return stories
}

/** What of a line that has arrived did not come is short. */
function causeOf(
  causes: readonly ReleasedPromise["cause"][],
  { isServed, is_worse }: { isServed: boolean; is_worse: boolean }
): PromiseChange["cause"] {
  if (causes.length === 0) {
    return "supply_came"
  }
  if (isServed && !is_worse) {
    return "supply_arrived"
  }
  return causes.find((cause) => cause !== "supply_arrived") ?? "supply_short"
}
