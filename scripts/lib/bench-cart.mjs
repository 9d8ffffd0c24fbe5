import { sample, timed } from "./bench-stats.mjs"
import { step } from "./progress.mjs"

/** An order form as a file, into a fresh cart each time: read, resolved, priced, checked, written and answered row by row. */
export async function measureCarts(world, goods, { repeats }, stock) {
  const form = await writeForm(goods)
  const times = await step(`Ordering ${goods.length} rows from a file, ${repeats} times`, () => fillCarts(world, goods, form, repeats))
  return [
    {
      id: "cart",
      what: `XLSX of ${goods.length} rows to priced cart`,
      unit: "s",
      kontor: sample(times.map((ms) => ms / 1000)),
      base: { name: `addToCartWorkflow, ${stock.lines} lines`, ...sample(stock.add_to_cart_ms.map((ms) => ms / 1000)) },
      lines: { kontor: goods.length, base: stock.lines },
      target: { at_most: 3, ratio: 20 },
    },
  ]
}

async function fillCarts(world, goods, form, repeats) {
  const times = []
  for (let repeat = 0; repeat < repeats; repeat++) {
    times.push(await fillCart(world, goods, form))
  }
  return times
}

/** @returns milliseconds from the first byte of the upload to the parsed answer. */
export async function fillCart(world, goods, form) {
  const { cart } = await world.dealer.post("/store/carts", { region_id: world.region.id })
  const { ms, result } = await timed(() => world.dealer.upload(`/store/carts/${cart.id}/order-form`, form, "order.xlsx"))
  const { rows } = await world.db.query(
    "select count(*)::int as lines from cart_line_item where cart_id = $1 and unit_price > 0 and deleted_at is null",
    [cart.id]
  )
  if (result.accepted !== goods.length || rows[0].lines !== goods.length) {
    const refused = result.lines.filter(({ status }) => status === "refused").slice(0, 3)
    throw new Error(
      `Of ${goods.length} rows ${result.accepted} were accepted and ${rows[0].lines} are in the cart: ${JSON.stringify(refused)}`
    )
  }
  return ms
}

/** Name, article and quantity, as a dealer's own table has them. */
export async function writeForm(goods) {
  const { default: xlsx } = await import("@e965/xlsx")
  const sheet = xlsx.utils.aoa_to_sheet([
    ["Наименование", "Артикул", "Количество"],
    ...goods.map(({ title, article, quantity }) => [title, article, quantity]),
  ])
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, sheet, "Заявка")
  return xlsx.write(book, { type: "buffer", bookType: "xlsx" })
}
