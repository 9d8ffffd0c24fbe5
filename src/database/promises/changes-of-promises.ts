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
  /** Why, first of all; that something has come last of all. */
  cause: ReleasedPromise["line"]["cause"] | null
  got: PromisedPart[]
  served: bigint
}

const NOTHING: Story = { lost: [], cause: null, got: [], served: 0n }

/** What has changed, demand by demand; those that got back what they had are left out. Lists that are equal are one and the same. */
export function changesOf(demands: readonly WaitingDemand[], settled: Settled): PromiseChange[] {
  const stories = storiesOf(settled)
  const onlyOne = keepingOne()
  const compare = comparingOnce()
  const changes: PromiseChange[] = []
  for (const { id, order_id, standing } of demands) {
    const { lost, cause: reason, got, served } = stories.get(id) ?? NOTHING
    const before = onlyOne(standing.length === 0 ? lost : [...standing, ...lost])
    const after = onlyOne(standing.length === 0 ? got : [...standing, ...got])
    const { is_changed, is_other_day, is_worse } = compare(before, after, served)
    if (is_changed) {
      const cause = causeOf(reason, { isServed: served > 0n, is_worse })
      changes.push({ demand_id: id, order_id, cause, before, after, is_worse, is_to_tell: is_other_day })
    }
  }
  return changes
}

type Parts = readonly PromisedPart[]

const NONE: Parts = []

/** Gives, for lists that are equal, the first of them. Most have one part, which is known by its words without their being put together. */
function keepingOne(): (parts: Parts) => Parts {
  const single = new Map<string, Map<string | null, Map<string, Parts>>>()
  const longer = new Map<string, Parts>()
  return (parts) => {
    const [part] = parts
    if (part === undefined) {
      return NONE
    }
    if (parts.length === 1) {
      const ofSupply = within(single, part.supply_id, () => new Map<string | null, Map<string, Parts>>())
      return within(
        within(ofSupply, part.expected_on, () => new Map<string, Parts>()),
        part.quantity,
        () => parts
      )
    }
    return within(
      longer,
      parts.map(({ supply_id, expected_on, quantity }) => `${supply_id} ${expected_on} ${quantity}`).join(),
      () => parts
    )
  }
}

/** What is known under a key, made and kept where nothing is. */
function within<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const standing = known.get(key)
  if (standing !== undefined) {
    return standing
  }
  const made = make()
  known.set(key, made)
  return made
}

/** Of many lines that move alike there are few different comparisons. */
function comparingOnce(): (before: Parts, after: Parts, served: bigint) => ReturnType<typeof comparePromises> {
  const known = new Map<Parts, Map<Parts, ReturnType<typeof comparePromises>>>()
  return (before, after, served) => {
    if (served > 0n) {
      return comparePromises(before, after, writeMillionths(served))
    }
    const ofBefore = within(known, before, () => new Map<Parts, ReturnType<typeof comparePromises>>())
    return within(ofBefore, after, () => comparePromises(before, after))
  }
}

function storiesOf({ released, served, parts, lines }: Settled): Map<string, Story> {
  const stories = new Map<string, Story>()
  const storyOf = (id: string): Story => within(stories, id, () => ({ lost: [], cause: null, got: [], served: 0n }))
  for (const { demand_id, quantity, line } of released) {
    const story = storyOf(demand_id)
    story.lost.push({ supply_id: line.supply_id, expected_on: line.was_on, quantity })
    story.cause = story.cause === null || story.cause === "supply_arrived" ? line.cause : story.cause
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
  reason: ReleasedPromise["line"]["cause"] | null,
  { isServed, is_worse }: { isServed: boolean; is_worse: boolean }
): PromiseChange["cause"] {
  if (reason === null) {
    return "supply_came"
  }
  if (isServed && !is_worse) {
    return "supply_arrived"
  }
  return reason === "supply_arrived" ? "supply_short" : reason
}
