import fc from "fast-check"
import { isCompanyInn, isEan13 } from "../checksums"
import { revisionOf } from "../changes"
import { supplierConfig } from "../config"
import { demoCast } from "../demo-cast"
import { kopecksToText, shareOfPrice, shelfPrice } from "../money"
import { guid, PURPOSE } from "../random"
import { Supplier } from "../supplier"
import { supplies } from "../supplies"
import { tenthsToText } from "../terms"

const supplier = new Supplier({ products: 2_000, priceTypes: 5, entities: 60 })
const products = supplier.indexes().map((index) => supplier.product(index))

describe("check digits", () => {
  it.each([
    ["accepts the published example of a company's ИНН", isCompanyInn("7707083893"), true],
    ["refuses an ИНН with two digits swapped", isCompanyInn("7707083983"), false],
    ["refuses an ИНН of nine digits", isCompanyInn("770708389"), false],
    ["accepts the published example of an EAN-13", isEan13("4006381333931"), true],
    ["refuses an EAN-13 with another last digit", isEan13("4006381333932"), false],
  ])("%s", (_, actual, expected) => {
    expect(actual).toBe(expected)
  })
})

describe("amounts as text", () => {
  it.each([
    [129990, "1299.9"],
    [5000, "50"],
    [5, "0.05"],
    [105, "1.05"],
  ])("writes %d kopecks as %s", (kopecks, text) => {
    expect(kopecksToText(kopecks)).toBe(text)
  })

  it.each([
    [125, "12.5"],
    [-30, "-3"],
    [-5, "-0.5"],
    [0, "0"],
  ])("writes %d tenths as %s", (tenths, text) => {
    expect(tenthsToText(tenths)).toBe(text)
  })

  it.each([
    [459_321, 459_000],
    [45_678, 45_900],
    [4_567, 4_570],
    [1, 10],
  ])("puts %d kopecks on the shelf at %d", (kopecks, expected) => {
    expect(shelfPrice(kopecks)).toBe(expected)
  })

  it("never prices anything below one kopeck", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 10_000 }), (k, bp) => shareOfPrice(k, bp) >= 1)
    )
  })
})

describe("supplierConfig", () => {
  it("refuses a size out of its limits and names both", () => {
    expect(() => supplierConfig({ products: 0 })).toThrow("products is 0, a whole number from 1 to 1000000 is needed")
    expect(() => supplierConfig({ changeShare: 1.5 })).toThrow("changeShare is 1.5")
    expect(() => supplierConfig({ asOf: "31.01.2026" })).toThrow('asOf is "31.01.2026"')
  })
})

describe("a supplier", () => {
  it("gives the same product whether it is made alone or after the others", () => {
    const alone = new Supplier({ products: 2_000, priceTypes: 5, entities: 60 })
    expect(alone.product(1_234)).toEqual(products[1_234])
  })

  it("differs by seed", () => {
    const other = new Supplier({ products: 2_000, seed: 2 })
    expect(other.product(7).id).not.toBe(products[7]?.id)
  })

  it("has ids, articles and barcodes that never repeat", () => {
    const offers = products.flatMap((product) => product.offers)
    expect(new Set(products.map((product) => product.id)).size).toBe(products.length)
    expect(new Set(products.map((product) => product.article)).size).toBe(products.length)
    expect(new Set(offers.map((offer) => offer.id)).size).toBe(offers.length)
    expect(new Set(offers.map((offer) => offer.barcode)).size).toBe(offers.length)
  })

  it("has barcodes with right check digits", () => {
    expect(products.flatMap((product) => product.offers).filter((offer) => !isEan13(offer.barcode))).toEqual([])
  })

  it("sells about one product in twelve by characteristics, two to six of them", () => {
    const many = products.filter((product) => product.offers.length > 1)
    expect(many.length / products.length).toBeGreaterThan(0.05)
    expect(many.length / products.length).toBeLessThan(0.15)
    expect(Math.max(...many.map((product) => product.offers.length))).toBeLessThanOrEqual(6)
  })

  it("has prices of whole packs where it is asked to, below those of so many pieces and not in the first type", () => {
    const packed = new Supplier({ ...supplier.config, packPrices: 2 })
    const product = products.find(({ packSize, index }) => packSize !== null && index % 2 === 0)
    expect(product).toBeDefined()
    expect(product && [packed.packPrice(product, 1000, 0), supplier.packPrice(product, 1000, 1)]).toEqual([null, null])
    expect(product && packed.packPrice(product, 1000, 1)).toBe((product?.packSize ?? 0) * 970)
  })

  it("has as many features more as it is asked to, ten of each product, and is otherwise the same", () => {
    const wide = new Supplier({ ...supplier.config, features: 300 })
    expect(new Set(wide.assortment.properties.map(({ name }) => name)).size).toBe(supplier.assortment.properties.length + 300)
    for (const product of products.slice(0, 100)) {
      const [card, wideCard] = [supplier.card(product), wide.card(wide.product(product.index))]
      const added = wideCard.properties.slice(card.properties.length)
      expect({ ...wideCard, properties: wideCard.properties.length - added.length }).toEqual({
        ...card,
        properties: card.properties.length,
      })
      expect(new Set(added.map(({ id }) => id)).size).toBe(product.shelf === null ? 0 : 10)
    }
  })

  it("renames what a round changes where it is asked to", () => {
    const renaming = new Supplier({ ...supplier.config, round: 3, changeShare: 0.1, renames: true })
    const names = products.map((product) => renaming.card(product).name)
    expect(names.filter((name) => name.endsWith(", выпуск ВП3"))).toHaveLength(renaming.indexes(true).length)
  })

  it("spreads its supplies over all products", () => {
    const busy = new Supplier({ ...supplier.config, products: 20_000, supplies: 200 })
    const told = new Set(supplies(busy).flatMap(({ lines }) => lines.map(({ offer_external_id }) => offer_external_id)))
    expect(told.has(busy.product(199 * 100).offers[0]?.id ?? "")).toBe(true)
    expect(told.size).toBeGreaterThan(4_000)
  })

  it("has prices that fall from type to type", () => {
    for (const product of products.slice(0, 200)) {
      for (const offer of product.offers) {
        const set = supplier.prices(product, offer).flatMap((price) => (price === null ? [] : [price]))
        expect(set).toEqual([...set].sort((a, b) => b - a))
      }
    }
  })

  it("always has a retail price and lacks some wholesale ones", () => {
    const rows = products.flatMap((product) => product.offers.map((offer) => supplier.prices(product, offer)))
    expect(rows.filter(([retail]) => retail === null)).toEqual([])
    expect(rows.some((prices) => prices.includes(null))).toBe(true)
  })

  it("has zero and negative stock among the rest", () => {
    const rows = products.flatMap((product) => product.offers.flatMap((offer) => supplier.stock(product, offer)))
    expect(rows.some((tenths) => tenths < 0)).toBe(true)
    expect(rows.filter((tenths) => tenths === 0).length / rows.length).toBeGreaterThan(0.3)
  })

  it.each([
    [60, 60, 120],
    [35_000, 500, 700],
  ])("of %d products has between %d and %d groups on three levels", (size, least, most) => {
    const { groupCount, groups } = new Supplier({ products: size }).assortment
    expect(groupCount).toBeGreaterThanOrEqual(least)
    expect(groupCount).toBeLessThanOrEqual(most)
    expect(groups[0]?.children[0]?.children[0]?.children).toEqual([])
  })

  it("makes GUIDs of the form that 1C uses", () => {
    expect(guid(1, PURPOSE.product, 5)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})

describe("rounds of changes", () => {
  const changed = new Supplier({ products: 2_000, priceTypes: 5, round: 3 })

  it("touch about the configured share of the products", () => {
    expect(changed.indexes(true).length / 2_000).toBeGreaterThan(0.03)
    expect(changed.indexes(true).length / 2_000).toBeLessThan(0.07)
  })

  it("leave everything else as it was", () => {
    const untouched = changed.indexes().find((index) => revisionOf(changed.config, index) === 0)
    const product = changed.product(untouched ?? -1)
    const [offer] = product.offers
    expect(offer && changed.prices(product, offer)).toEqual(offer && supplier.prices(product, offer))
    expect(offer && changed.stock(product, offer)).toEqual(offer && supplier.stock(product, offer))
  })

  it("keep a mark of deletion once it is set", () => {
    const all = { products: 5_000, changeShare: 0.5 }
    const deletedAt = (round: number): number[] => {
      const at = new Supplier({ ...all, round })
      return at.indexes().filter((index) => at.isDeleted(index))
    }
    expect(deletedAt(1).length).toBeGreaterThan(0)
    expect(deletedAt(4)).toEqual(expect.arrayContaining(deletedAt(1)))
  })
})

describe("partners", () => {
  const partners = supplier.partners()

  it("have numbers and accounts that fit their check digits and their banks", () => {
    const weights = [7, 1, 3]
    const fits = (prefix: string, account: string): boolean =>
      [...`${prefix}${account}`].reduce((sum, digit, i) => sum + Number(digit) * (weights[i % 3] ?? 0), 0) % 10 === 0
    for (const { ogrn = "", okpo, bank_accounts = [] } of partners.legalEntities) {
      expect(String((BigInt(ogrn?.slice(0, 12) ?? 0) % 11n) % 10n)).toBe(ogrn?.slice(12))
      expect(okpo).toMatch(/^\d{8}$/)
      expect(bank_accounts.length).toBeGreaterThan(0)
      for (const { bic, account, correspondent_account } of bank_accounts) {
        expect(account).toMatch(/^40702810\d{12}$/)
        expect(fits(bic.slice(6), account)).toBe(true)
        expect(fits(`0${bic.slice(4, 6)}`, correspondent_account ?? "")).toBe(true)
      }
    }
  })

  it("come with people and places, in one large holding when asked for", () => {
    const { legalEntities, people, deliveryPoints, holdings } = new Supplier({
      entities: 310,
      bigHolding: 300,
      peoplePerEntity: 7,
    }).partners()
    expect(legalEntities.filter((entity) => entity.holding_external_id === holdings[1]?.external_id)).toHaveLength(300)
    expect(people).toHaveLength(2_170)
    expect(new Set(people.map(({ external_id }) => external_id)).size).toBe(2_170)
    expect(new Set(people.map(({ email }) => email)).size).toBe(2_170)
    expect(new Set(deliveryPoints.map(({ external_id }) => external_id)).size).toBe(deliveryPoints.length)
    expect(people.some(({ legal_entity_external_ids }) => legal_entity_external_ids?.length === 2)).toBe(true)
  })

  it("have companies' ИНН with right check digits and КПП of the same region", () => {
    for (const { inn, kpp } of partners.legalEntities) {
      expect(isCompanyInn(inn ?? "")).toBe(true)
      expect(kpp).toMatch(new RegExp(`^${(inn ?? "").slice(0, 2)}\\d{2}01001$`))
    }
  })

  it("begin with a holding of one head and two children under different price types", () => {
    const first = partners.legalEntities.filter((entity) => entity.holding_external_id === partners.holdings[0]?.external_id)
    expect(first.map((entity) => entity.is_head)).toEqual([true, false, false])
    expect(new Set(partners.contracts.slice(0, 3).map((contract) => contract.price_type_external_id)).size).toBe(3)
  })

  it("have one contract each", () => {
    expect(partners.contracts.map((contract) => contract.legal_entity_external_id)).toEqual(
      partners.legalEntities.map((e) => e.external_id)
    )
  })

  it("have an expired contract, a blocked entity and a blocked contract outside the first holding", () => {
    const { asOf } = supplier.config
    expect(partners.contracts.findIndex((contract) => contract.ends_on !== null && contract.ends_on < asOf)).toBe(4)
    expect(partners.legalEntities.findIndex((entity) => entity.is_blocked)).toBe(6)
    expect(partners.contracts.findIndex((contract) => contract.starts_on !== null && contract.starts_on > asOf)).toBe(8)
    expect(partners.contracts.findIndex((contract) => contract.is_blocked)).toBe(10)
  })
})

describe("demoCast", () => {
  it("names head, child and goods that can be ordered in steps", () => {
    const cast = demoCast({})
    const [head, child] = new Supplier({}).partners().legalEntities
    expect([cast.head.external_id, cast.child.external_id]).toEqual([head?.external_id, child?.external_id])
    expect(cast.articles).toHaveLength(10)
    expect(cast.articles.filter((each) => !(Number(each.multiplicity) > 1 && Number(each.stock) >= Number(each.multiplicity)))).toEqual([])
  })

  it("refuses a supplier without buyers", () => {
    expect(() => demoCast({ entities: 1 })).toThrow("entities is 1, the demo needs at least 2")
  })
})
