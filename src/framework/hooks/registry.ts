import type { MedusaContainer } from "@medusajs/framework/types"
import type { Refusal } from "../errors/refusal"

/**
 * Where a core flow may be joined, named as `<workflow id>.<hook>`. Medusa allows one handler per hook in the whole process, so the core
 * owns that handler and fans out to the ordered list kept here; plugins join through {@link onHook}.
 */
export const HOOK_NAMES = [
  "create-cart.setPricingContext",
  "create-cart.validate",
  "create-cart.cartCreated",
  "add-to-cart.setPricingContext",
  "add-to-cart.validate",
  "update-line-item-in-cart.setPricingContext",
  "update-line-item-in-cart.validate",
  "refresh-cart-items.setPricingContext",
  "update-cart.validate",
  "complete-cart.validate",
  "complete-cart.orderCreated",
  "create-orders.setPricingContext",
  "create-orders.orderCreated",
  "order-add-line-items.setPricingContext",
] as const

export type HookName = (typeof HOOK_NAMES)[number]

/** What a handler may answer; nothing at all is fine too. */
export interface HookAnswer {
  /** Reasons to stop the flow. All handlers are asked and all reasons are reported. */
  refusals?: Refusal[]
  /** Keys added to the pricing context; a later handler wins over an earlier one. Read for `setPricingContext` only. */
  context?: Record<string, unknown>
}

/** `input` is what Medusa passes to the hook. */
export type HookHandler = (input: Record<string, unknown>, container: MedusaContainer) => Promise<HookAnswer | void>

interface Registration {
  handler: HookHandler
  order: number
}

const registrations = new Map<HookName, Registration[]>()

/**
 * Adds a handler. Handlers run one after another by `order` (the core's own checks have run before all of them), those of equal order as
 * they were added.
 */
export function onHook(name: HookName, handler: HookHandler, { order = 100 }: { order?: number } = {}): void {
  const list = [...(registrations.get(name) ?? []), { handler, order }]
  registrations.set(
    name,
    list.sort((a, b) => a.order - b.order)
  )
}

/** Runs all handlers of a hook and joins their answers. */
export async function runHook(name: HookName, input: Record<string, unknown>, container: MedusaContainer): Promise<Required<HookAnswer>> {
  const joined: Required<HookAnswer> = { refusals: [], context: {} }
  for (const { handler } of registrations.get(name) ?? []) {
    const answer = await handler(input, container)
    joined.refusals.push(...(answer?.refusals ?? []))
    Object.assign(joined.context, answer?.context)
  }
  return joined
}
