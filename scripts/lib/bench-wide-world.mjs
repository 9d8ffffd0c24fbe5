import { emulator } from "./demo-data.mjs"
import { step } from "./progress.mjs"

/** Properties beyond the some eighty of the emulator's kinds of goods. */
const FEATURES = 300
/** One supply for so many products: about a third of all goods are on their way then. */
const PRODUCTS_OF_SUPPLY = 50

/**
 * Sends the goods again with many more properties, and what is on its way: by these a dealer narrows, and sees when something comes. Done once in a database, and not
 * with the first load, whose figures can so be compared with those of earlier runs.
 */
export async function widenWorld(world) {
  if (world.supplier.features === FEATURES) {
    return
  }
  const { products } = world.supplier
  const wide = { ...world.supplier, features: FEATURES, supplies: Math.max(1, Math.trunc(products / PRODUCTS_OF_SUPPLY)) }
  await step(`Sending ${FEATURES} properties more`, () => emulator().runCatalog(wide, world.connection))
  // Its days count from today.
  const asOf = new Date().toISOString().slice(0, 19)
  await step(`Sending ${wide.supplies} supplies`, () => emulator().sendSupplies({ ...wide, asOf }, world.connection))
  world.changeSupplier({ features: wide.features, supplies: wide.supplies })
  await step("Vacuuming and analysing", () => world.db.query("vacuum (analyze)"))
}
