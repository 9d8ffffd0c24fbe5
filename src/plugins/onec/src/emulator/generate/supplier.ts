import { type Assortment, buildAssortment } from "./assortment"
import { buildCard, type ProductCard } from "./card"
import { isChanged, isDeleted, revisionOf } from "./changes"
import { type SupplierConfig, supplierConfig } from "./config"
import { buildProduct, type Offer, type Product } from "./product"
import { buildPartners, buildSupplierEntities, type Partners, type SupplierEntity } from "./partners"
import { guid, PURPOSE } from "./random"
import { buildPriceTypes, buildWarehouses, priceOf, type PriceType, retailAt, stockTenths, type Warehouse } from "./terms"

/** A made-up supplier as 1C knows it. Lists that are short are kept; products are made when asked for. */
export class Supplier {
  readonly config: SupplierConfig
  readonly catalogId: string
  readonly name = "Торговый дом «Кедровый стан»"
  readonly assortment: Assortment
  readonly priceTypes: readonly PriceType[]
  readonly warehouses: readonly Warehouse[]

  constructor(config: Partial<SupplierConfig> = {}) {
    this.config = supplierConfig(config)
    this.catalogId = guid(this.config.seed, PURPOSE.catalog, 0)
    this.assortment = buildAssortment(this.config)
    this.priceTypes = buildPriceTypes(this.config)
    this.warehouses = buildWarehouses(this.config)
  }

  product(index: number): Product {
    return buildProduct(this.config, this.assortment, index)
  }

  card(product: Product): ProductCard {
    return buildCard(this.config, this.assortment, product, revisionOf(this.config, product.index))
  }

  isDeleted(index: number): boolean {
    return isDeleted(this.config, index)
  }

  /** Positions of all products, or of those that the present round changed. */
  indexes(onlyChanged = false): number[] {
    const all = Array.from({ length: this.config.products }, (_, index) => index)
    return onlyChanged ? all.filter((index) => isChanged(this.config, index)) : all
  }

  /** The supplier's own companies; the first owns the catalogue. */
  ownEntities(): SupplierEntity[] {
    return buildSupplierEntities(this.config)
  }

  partners(): Partners {
    return buildPartners(this.config, this.priceTypes, this.warehouses)
  }

  /** Kopecks per price type, in the order of `priceTypes`; null where the type has no price. */
  prices(product: Product, offer: Offer): (number | null)[] {
    const retail = retailAt(this.config, product, offer, revisionOf(this.config, product.index))
    return this.priceTypes.map((type, position) => priceOf(this.config, product, retail, type, position))
  }

  /** Kopecks of a whole pack where it has a price of its own, three percent below that of so many pieces; null where it has none. */
  packPrice({ index, packSize }: Product, kopecks: number, position: number): number | null {
    const { packPrices } = this.config
    return packPrices === 0 || position === 0 || packSize === null || index % packPrices !== 0
      ? null
      : Math.round(kopecks * packSize * 0.97)
  }

  /** Tenths of the base unit per warehouse, in the order of `warehouses`. */
  stock(product: Product, offer: Offer): number[] {
    const revision = revisionOf(this.config, product.index)
    return this.warehouses.map((_, position) => stockTenths(this.config, product, offer, position, revision))
  }
}
