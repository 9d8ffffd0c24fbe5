import type { LegalEntity } from "./partners"
import type { SupplierConfig } from "./config"
import { Supplier } from "./supplier"

export interface DemoArticle {
  article: string
  offer_external_id: string
  name: string
  unit: string
  /** Step of sale in base units, more than one. */
  multiplicity: string
  /** In base units over all warehouses. */
  stock: string
}

/** Who and what a demonstration may point at in a supplier of the given config. */
export interface DemoCast {
  holding_external_id: string
  head: { external_id: string; name: string }
  child: { external_id: string; name: string }
  /** Plain products without characteristics, in stock, with wholesale prices and a multiplicity above one. */
  articles: DemoArticle[]
}

/** At least this much is in stock, in multiples of the step. */
const STEPS_IN_STOCK = 3

function demoArticle(supplier: Supplier, index: number): DemoArticle | null {
  const product = supplier.product(index)
  const [offer] = product.offers
  const { multiplicity } = product
  if (offer === undefined || offer.characteristics.length > 0 || multiplicity === null || Number(multiplicity) <= 1) {
    return null
  }
  const tenths = supplier.stock(product, offer).reduce((sum, quantity) => sum + Math.max(0, quantity), 0)
  const minimum = Math.max(Number(product.minimum ?? 0), Number(multiplicity) * STEPS_IN_STOCK)
  if (tenths < minimum * 10 || supplier.prices(product, offer).includes(null)) {
    return null
  }
  const card = supplier.card(product)
  return {
    article: product.article,
    offer_external_id: offer.id,
    name: card.name,
    unit: product.baseUnit.name,
    multiplicity,
    stock: String(Math.floor(tenths / 10)),
  }
}

/**
 * Names the holding of the demo sign-ins and some goods to order.
 * @throws RangeError when the config has fewer than two legal entities.
 */
export function demoCast(config: Partial<SupplierConfig>, articles = 10): DemoCast {
  const supplier = new Supplier(config)
  const { legalEntities } = supplier.partners()
  const [head, child] = legalEntities
  if (head === undefined || child === undefined || typeof head.holding_external_id !== "string") {
    throw new RangeError(`entities is ${supplier.config.entities}, the demo needs at least 2`)
  }
  const found: DemoArticle[] = []
  for (let index = 0; index < supplier.config.products && found.length < articles; index++) {
    const article = demoArticle(supplier, index)
    if (article !== null) {
      found.push(article)
    }
  }
  const named = ({ external_id, name }: LegalEntity): { external_id: string; name: string } => ({ external_id, name })
  return { holding_external_id: head.holding_external_id, head: named(head), child: named(child), articles: found }
}
