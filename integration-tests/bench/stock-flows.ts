import { readFileSync, writeFileSync } from "node:fs"
import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  addToCartWorkflow,
  completeCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"

const PAYMENT_PROVIDER = "pp_system_default"

const Input = z
  .object({
    region_id: z.string(),
    /** Quantities in base units; whole numbers and fractions that a float holds exactly. */
    items: z.array(z.object({ variant_id: z.string(), quantity: z.number().positive() })).min(1),
    repeats: z.number().int().min(1).max(100),
  })
  .strict()
type Input = z.infer<typeof Input>

/**
 * Times Medusa's own workflows, as its store routes run them: all lines in one call, then completion. The carts belong to nobody and have no
 * contract, so hooks and prices of Kontor stay out. Run by `medusa exec` with the paths of the input and of the output.
 */
export default async function stockFlows({ container, args }: ExecArgs): Promise<void> {
  const [inputPath = "", outputPath = ""] = args
  const input = Input.parse(JSON.parse(readFileSync(inputPath, "utf8")))
  const add_to_cart_ms: number[] = []
  const complete_cart_ms: number[] = []
  for (let repeat = 0; repeat < input.repeats; repeat++) {
    const cartId = await createCart(container, input.region_id)
    add_to_cart_ms.push(await timed(() => addToCartWorkflow(container).run({ input: { cart_id: cartId, items: input.items } })))
    await makePlaceable(container, cartId)
    complete_cart_ms.push(await timed(() => completeCartWorkflow(container).run({ input: { id: cartId } })))
  }
  writeFileSync(outputPath, JSON.stringify({ lines: input.items.length, add_to_cart_ms, complete_cart_ms }))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function createCart(container: ExecArgs["container"], region_id: string): Promise<string> {
  const [store] = await container.resolve(Modules.STORE).listStores({}, { take: 1 })
  const sales_channel_id = store?.default_sales_channel_id ?? undefined
  const { result } = await createCartWorkflow(container).run({ input: { region_id, sales_channel_id } })
  return result.id
}

/** The least that completion asks for: lines that need no shipping method, and a payment session. None of it is timed. */
async function makePlaceable(container: ExecArgs["container"], cart_id: string): Promise<void> {
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION)("cart_line_item").where({ cart_id }).update({ requires_shipping: false })
  await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id } })
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["payment_collection.id"],
    filters: { id: cart_id },
  })
  const payment_collection_id = data[0]?.payment_collection?.id ?? ""
  await createPaymentSessionsWorkflow(container).run({ input: { payment_collection_id, provider_id: PAYMENT_PROVIDER } })
}
