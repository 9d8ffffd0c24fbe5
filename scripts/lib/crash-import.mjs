import { emulator } from "./demo-data.mjs"
import { countRows, since } from "./row-counts.mjs"
import { step } from "./progress.mjs"

/** Stops a delivery after a file: the emulator goes on after its own errors alone. */
class Enough extends Error {}

/** 1C delivers the goods of the supplier, file after file, each time as another base that nothing is known of. */
export async function importJob(world, supplier) {
  let bases = 0
  const newBase = async () => {
    const source = `crash-${(bases += 1)}`
    const { secret } = await world.admin.post("/admin/exchange-accounts", { login: source, source })
    return { ...world.connection, login: source, password: secret }
  }
  const prepare = async () => {
    const connection = await newBase()
    return { begin: () => deliver(supplier, connection), repeat: () => deliver(supplier, connection) }
  }
  return { what: `a delivery of ${supplier.products} goods`, states: await statesOf(world, supplier, await newBase()), prepare }
}

/** What is there before the first file, after it, and after each further one. */
async function statesOf(world, supplier, connection) {
  const before = await countRows(world.db)
  const states = [{ name: "nothing of it", rows: {} }]
  await step("Delivering goods file by file, to see what comes of each", async () => {
    for (let isWhole = false; !isWhole;) {
      isWhole = await deliver(supplier, connection, states.length)
      states.push({ name: isWhole ? "all of it" : `file ${states.length}`, rows: since(before, await countRows(world.db)) })
    }
  })
  return states
}

/** @returns {Promise<boolean>} whether these were all files. */
async function deliver(supplier, connection, files = Number.POSITIVE_INFINITY) {
  try {
    await emulator().runCatalog(supplier, connection, (event) => {
      if (event.kind === "file" && event.position === files && event.position < event.of) {
        throw new Enough()
      }
    })
    return true
  } catch (error) {
    if (error instanceof Enough) {
      return false
    }
    throw error
  }
}
