import { setTimeout as sleep } from "node:timers/promises"
import { requestsByKind } from "./bench-catalogue.mjs"
import { inTurns, REQUESTS } from "./bench-requests.mjs"
import { sample, timed } from "./bench-stats.mjs"
import { emulator } from "./demo-data.mjs"
import { step } from "./progress.mjs"

const CHANGED = 1_000
const CHANGES = 3
/** How often is looked whether the changed goods are found. */
const LOOK_MS = 20
/** Whoever changes nothing for so long will not. */
const PATIENCE_MS = 60_000

/** How soon dealers find what 1C has changed, and what the catalogue made anew costs those who read it meanwhile. */
export async function measureFreshness(world) {
  const changed = []
  for (let turn = 0; turn < CHANGES; turn += 1) {
    changed.push(await step(`Changing ${CHANGED} products in 1C`, () => changeProducts(world)))
  }
  const { before, meanwhile, seconds } = await step("Making the catalogue anew while pages are turned", () => rebuildBesideReader(world))
  return [
    {
      id: "storefront_changed",
      what: `${CHANGED} products changed in 1C are found by their new names`,
      unit: "s",
      kontor: sample(changed.map(({ seconds: found }) => found)),
      target: { at_most: 2 },
      details: { changed },
    },
    { id: "storefront_rebuild", what: "the catalogue made anew over HTTP", unit: "s", kontor: sample([seconds]), target: { at_most: 15 } },
    {
      id: "storefront_rebuild_pages",
      what: "catalogue page of 24 meanwhile",
      unit: "ms",
      kontor: sample(meanwhile),
      base: { name: "before", ...sample(before) },
      target: { growth_at_most: 2 },
    },
  ]
}

/** Seconds from the first byte of 1C's file with the goods to their being found over HTTP, all of them, and to the end of the whole exchange. */
async function changeProducts(world) {
  const { products, round: last = 0 } = world.supplier
  const round = last + 1
  const changes = { ...world.supplier, round, changeShare: Math.min(1, CHANGED / products), renames: true }
  let firstByte = 0
  let sent = 0
  const ended = emulator()
    .runChanges(changes, world.connection, (event) => {
      // Told when a file is through: it was begun so long before.
      if (event.kind === "file" && event.rows.products > 0) {
        firstByte = performance.now() - (event.sendSeconds + event.importSeconds) * 1000
        sent = event.rows.products
      }
    })
    .then(() => performance.now())
  // Together, lest a failure of the exchange ends the command while nothing is found.
  const [found, end] = await Promise.all([foundAt(world.dealer, `/store/catalog?limit=1&q=${encodeURIComponent(`ВП${round}`)}`), ended])
  world.changeSupplier({ round })
  return { products: sent, entries: found.count, seconds: (found.at - firstByte) / 1000, whole_seconds: (end - firstByte) / 1000 }
}

/** When an answer has entries for the first time: the goods of a file come in one transaction. */
async function foundAt(api, path) {
  const began = performance.now()
  while (performance.now() - began < PATIENCE_MS) {
    const { count, corrected_to } = await api.get(path)
    if (count > 0 && corrected_to === null) {
      return { at: performance.now(), count }
    }
    await sleep(LOOK_MS)
  }
  throw new Error(`${path} finds nothing after ${PATIENCE_MS / 1000} s`)
}

/** One reader who turns pages without a pause, before and while an administrator has the catalogue made anew. */
async function rebuildBesideReader(world) {
  const pages = inTurns(await requestsByKind(world), REQUESTS)
  const turn = async (index) => (await timed(() => world.dealer.read(pages[index % pages.length].path))).ms
  const before = []
  for (let index = 0; index < pages.length; index += 1) {
    before.push(await turn(index))
  }
  const meanwhile = []
  let isOver = false
  const rebuilding = timed(() => world.admin.post("/admin/catalog-rebuild")).finally(() => (isOver = true))
  // Awaited below; a refusal must not end the command before.
  rebuilding.catch(() => undefined)
  for (let index = 0; !isOver; index += 1) {
    meanwhile.push(await turn(index))
  }
  return { before, meanwhile, seconds: (await rebuilding).ms / 1000 }
}
