import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { loadNextFile } from "./load-next-file"

/** Pause before asking again for a source that another process holds. */
const BUSY_PAUSE_MS = 300
/** After this long the other process is left to it; the sweep comes back for what it leaves. */
const BUSY_LIMIT_MS = 10 * 60_000
const RETRY_PAUSE_MS = 1000

const drains = new Map<string, Promise<void>>()

/**
 * Applies all waiting files of a source, oldest first. Within a process one drain of a source runs at a time and everyone who asks
 * awaits it; between processes an advisory lock decides.
 */
export async function drainSource(container: MedusaContainer, source: string): Promise<void> {
  const running = drains.get(source)
  if (running) {
    return running
  }
  const drain = drainWaiting(container, source).finally(() => drains.delete(source))
  drains.set(source, drain)
  return drain
}

async function drainWaiting(container: MedusaContainer, source: string): Promise<void> {
  let busyMs = 0
  while (busyMs < BUSY_LIMIT_MS) {
    const outcome = await loadNextFile(container, source)
    if (outcome.state === "idle") {
      return
    }
    if (outcome.state === "busy") {
      await sleep(BUSY_PAUSE_MS)
      busyMs += BUSY_PAUSE_MS
    }
    if (outcome.state === "retry") {
      await sleep(RETRY_PAUSE_MS * outcome.attempts)
    }
  }
}
