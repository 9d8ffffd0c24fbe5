import { run, type LoadContext } from "./load-context"

/** A package of no more things changes a catalogue, and does not bring one. */
const CHANGE_AT_MOST = 10_000

/**
 * Has the planner look up what a small package is about, for the rest of the transaction. With the costs of a disk it would read whole tables of goods a dozen times over
 * rather than a thousand of their rows by an index; what changes is in memory, since dealers read it all day.
 */
export async function planForChange(load: LoadContext, things: number): Promise<void> {
  if (things <= CHANGE_AT_MOST) {
    await run(load, `select set_config('seq_page_cost', '0.1', true), set_config('random_page_cost', '0.1', true)`)
  } else {
    // Of its part that was merged early the package may have seemed a small one.
    await load.trx.raw(`set local seq_page_cost to default; set local random_page_cost to default`)
  }
}
