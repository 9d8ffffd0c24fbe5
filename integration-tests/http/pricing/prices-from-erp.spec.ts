import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { pricesOfLines } from "../../../src/database/queries/prices-of-lines"
import { refreshCatalogEntries } from "../../../src/database/loads/refresh-catalog-entries"
import { ALL_VARIANTS, refreshTraitEntries } from "../../../src/database/loads/refresh-trait-entries"
import { loadRecords } from "../../helpers/load-records"
import { change, internalId, supplierRecords } from "../../helpers/create-trade"
import { adjustment, contractPrice, priceList, PRICES_PACKAGE } from "../../helpers/price-records"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"
import { readTables } from "../../helpers/written-tables"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    let db: Knex
    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), [PRICES_PACKAGE, ...records])

    beforeEach(async () => {
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await loadRecords(getContainer(), supplierRecords(3))
    })

    /** Prices of the three products under Contract 1; they are 1.50, 2.50 and 3.50 as long as nothing else is said. */
    async function prices(quantity = "1", contract = "c1", currency_code = "rub"): Promise<(string | null)[]> {
      const ids = await Promise.all(["p1", "p2", "p3"].map((id) => internalId(getContainer(), "offer", id)))
      const { rows } = await db.raw<{ rows: { key: number; variant_id: string }[] }>(`select key, variant_id from catalog_entry`)
      const lines = ids.map((id) => ({ entry_key: rows.find(({ variant_id }) => variant_id === id)?.key ?? 0, quantity }))
      const contract_id = await internalId(getContainer(), "contract", contract)
      return (await pricesOfLines(db, { contract_id, currency_code, day: "2026-02-01", lines })).map(({ price }) => price)
    }

    const issues = async (): Promise<[string, string][]> => {
      const { rows } = await db.raw<{ rows: { code: string; subject: string }[] }>(
        `select code, subject from exchange_run_issue where code <> 'inn_invalid' order by code, subject`
      )
      return rows.map(({ code, subject }) => [code, subject])
    }

    it("contract prices hold for their contract, from their quantity, within their days", async () => {
      const { counts } = await load(
        priceList("c1"),
        contractPrice("p1", "1.2"),
        contractPrice("p1", "12", { from_quantity: "10", coefficient: "12" }),
        contractPrice("p2", "2", { starts_on: "2026-02-02" }),
        contractPrice("p3", "9", { ends_on: "2026-01-31" }),
        contractPrice("p3", "8", { starts_on: "2026-01-01", ends_on: "2026-02-01" })
      )
      expect(counts["contract_prices"]).toMatchObject({ received: 5, created: 5, unchanged: 0 })
      expect(await prices()).toEqual(["1.20", "2.50", "8.00"])
      expect(await prices("10")).toEqual(["1.00", "2.50", "8.00"])
      expect(await prices("10", "c2")).toEqual(["1.50", "2.50", "3.50"])
    })

    it("writes what differs and nothing else; a full list takes back what it does not name, changes alone do not", async () => {
      const both = [priceList("c1", true), contractPrice("p1", "1.2"), contractPrice("p2", "2")]
      await load(...both)
      const again = await load(...both)
      expect(again.counts["contract_prices"]).toMatchObject({ created: 0, updated: 0, deleted: 0, unchanged: 2 })
      expect(again.written).toEqual({})
      await load(priceList("c1"), contractPrice("p1", "1.1"))
      expect(await prices()).toEqual(["1.10", "2.00", "3.50"])
      await load(priceList("c1"), contractPrice("p2", "2", { is_deleted: true }))
      expect(await prices()).toEqual(["1.10", "2.50", "3.50"])
      const { counts } = await load(priceList("c1", true), contractPrice("p3", "3"))
      expect(counts["contract_prices"]).toMatchObject({ created: 1, deleted: 1 })
      expect(await prices()).toEqual(["1.50", "2.50", "3.00"])
    })

    it("a full list leaves what was entered here, until the ERP names the same", async () => {
      await load(priceList("c1", true), contractPrice("p1", "1.2"), contractPrice("p2", "2"))
      await db.raw(`update contract_price set source = 'portal'`)
      await load(priceList("c1", true), contractPrice("p2", "2"))
      expect(await prices()).toEqual(["1.20", "2.00", "3.50"])
      await load(priceList("c1", true))
      expect(await prices()).toEqual(["1.20", "2.50", "3.50"])
    })

    it("a package of one price reads the rows that it names, however many prices there are", async () => {
      await load(priceList("c1"), contractPrice("p1", "1.2"), contractPrice("p2", "2"))
      await db.raw(`
        insert into contract_price (contract_key, entry_key, from_quantity, amount, source)
        select contract_key, entry_key, quantity, amount, source from contract_price, generate_series(1, 20000) as quantity;
        analyze contract_price`)
      const changed = await load(priceList("c1"), contractPrice("p1", "1.1"))
      expect(changed.counts["contract_prices"]).toMatchObject({ updated: 1 })
      expect(changed.scanned["contract_price"]).toBeLessThan(10)
      const withdrawn = await load(priceList("c1"), contractPrice("p1", "1.1", { is_deleted: true }))
      expect(withdrawn.counts["contract_prices"]).toMatchObject({ deleted: 1 })
      expect(withdrawn.scanned["contract_price"]).toBeLessThan(10)
    })

    describe("of a contract whose currency changes", () => {
      const contractIn = (currency_code: string) =>
        load(
          ...supplierRecords(3).flatMap((record) =>
            record.kind === "contract" && record.external_id === "c1" ? { ...record, currency_code } : []
          )
        )
      const said = async (code: string): Promise<string[]> =>
        (await db("exchange_run_issue").where({ code }).orderBy("created_at")).map(({ message }) => message)
      const dollars = { kind: "currency_rate", currency_code: "usd", in_currency: "rub", on_date: "2026-02-01", rate: "10", nominal: "1", is_deleted: false } as const // prettier-ignore

      beforeEach(() => load(dollars, priceList("c1"), contractPrice("p1", "1.2"), contractPrice("p2", "2", { from_quantity: "5" })))

      it("prices hold no longer, are never taken for money of the new one, and go when prices in it come", async () => {
        await contractIn("usd")
        expect(await prices("5", "c1", "usd")).toEqual(["0.15", "0.25", "0.35"])
        expect(await said("contract_currency_changed")).toEqual([
          "Contract C-1 is in USD and no more in RUB: 2 prices in RUB do not hold until it is told prices in USD.",
        ])
        await contractIn("usd")
        expect(await said("contract_currency_changed")).toHaveLength(1)
        const { counts } = await load(priceList("c1"), contractPrice("p1", "1.2"))
        expect(counts["contract_prices"]).toMatchObject({ created: 1, updated: 0, deleted: 2 })
        expect(await said("contract_prices_dropped")).toEqual([
          "2 prices in RUB of contract C-1 are gone: the contract is told prices in USD.",
        ])
        expect(await prices("5", "c1", "usd")).toEqual(["1.20", "0.25", "0.35"])
        await contractIn("rub")
        expect(await prices("5")).toEqual(["1.50", "2.50", "3.50"])
      })

      it("prices hold again when the change is taken back before others came", async () => {
        await contractIn("usd")
        await load(priceList("c1"), contractPrice("p1", "9", { is_deleted: true }), contractPrice("gone", "9"), contractPrice("p2", "-1"))
        await contractIn("rub")
        expect(await prices("5")).toEqual(["1.20", "2.00", "3.50"])
        expect((await said("contract_currency_changed"))[1]).toBe(
          "Contract C-1 is in RUB and no more in USD: 2 that it had in RUB hold again."
        )
      })

      it("prices that are told in another one than the contract's are refused, and what stands stays, of a full list too", async () => {
        await load({ ...priceList("c1", true), currency_code: "usd" }, contractPrice("p1", "0.2"))
        expect(await said("contract_price_currency_differs")).toEqual([
          "1 prices in USD of contract C-1 are skipped: the contract is in RUB.",
        ])
        expect(await prices("5")).toEqual(["1.20", "2.00", "3.50"])
        await load({ ...priceList("c1", true), currency_code: "rub" }, contractPrice("p1", "1.1"))
        expect(await prices("5")).toEqual(["1.10", "2.50", "3.50"])
      })
    })

    it("names what it cannot place, and takes the rest", async () => {
      const { issue_count } = await load(
        priceList("nowhere"),
        contractPrice("p1", "1", { contract_external_id: "nowhere" }),
        contractPrice("gone", "1"),
        contractPrice("p2", "-1"),
        contractPrice("p1", "1.3"),
        adjustment("a1", { scope: { kind: "holding", external_id: "h9" } }),
        adjustment("a2", { target: { group_external_id: "g9" } }),
        adjustment("a3", { target: { offer_external_ids: ["p3", "gone"] } })
      )
      expect(await issues()).toEqual([
        ["adjustment_group_unknown", "a2"],
        ["adjustment_offer_unknown", "gone"],
        ["adjustment_scope_unknown", "a1"],
        ["contract_price_contract_unknown", "nowhere"],
        ["contract_price_invalid", "p2"],
        ["contract_price_offer_unknown", "gone"],
      ])
      expect(issue_count).toBe(6)
      expect(await prices()).toEqual(["1.30", "2.50", "3.15"])
    })

    it("keeps the currency of a price type that names none, and refuses prices in another one by name and amount", async () => {
      const inDollars = (n: number, amount: string): ErpRecord =>
        ({ ...change.price(n, "wholesale", amount), currency_code: "usd" }) as ErpRecord
      const type = { kind: "price_type", external_id: "wholesale", name: "Опт", currency_code: "usd", includes_vat: true } as const
      const said = [inDollars(1, "0.02"), change.price(2, "wholesale", "2.75")]
      await loadRecords(getContainer(), [{ ...type, is_currency_of_prices: true }, ...said])
      expect(await db("price_type").where({ name: "Опт" }).select("currency_code")).toEqual([{ currency_code: "rub" }])
      expect(await prices()).toEqual(["1.50", "2.75", "3.50"])
      const { rows } = await db.raw(`select severity, subject, message from exchange_run_issue where code = 'price_currency_differs'`)
      expect(rows).toEqual([
        { severity: "error", subject: "p1", message: "The price 0.02 USD of ART-000001 in the price type «Опт» is skipped: the prices of the type are in RUB." }, // prettier-ignore
      ])
      // What was refused is told again, and taken once the ERP says of the type itself that it is in dollars.
      await loadRecords(getContainer(), [type, inDollars(1, "0.02"), inDollars(2, "0.03"), inDollars(3, "0.04")])
      await load({
        kind: "currency_rate",
        currency_code: "usd",
        in_currency: "rub",
        on_date: "2026-02-01",
        rate: "100",
        nominal: "1",
        is_deleted: false,
      })
      expect(await prices()).toEqual(["2.00", "3.00", "4.00"])
    })

    it("a type that has no price yet has the currency of the first one", async () => {
      await db.raw(`delete from type_price`)
      await loadRecords(getContainer(), [
        {
          kind: "price_type",
          external_id: "wholesale",
          name: "Опт",
          currency_code: "usd",
          includes_vat: true,
          is_currency_of_prices: true,
        },
        change.price(1, "wholesale", "1.60"),
      ])
      expect(await db("price_type").where({ name: "Опт" }).select("currency_code")).toEqual([{ currency_code: "usd" }])
      expect(await issues()).toEqual([["price_currency_differs", "p1"]])
    })

    it("refuses a percentage that takes off more than the price or adds more than people may, and leaves what it said before", async () => {
      const forContract = { scope: { kind: "contract", external_id: "c1" } as const, target: { offer_external_ids: ["p1", "p2"] } }
      await load(adjustment("slip", forContract), adjustment("all", { value: "-100", target: { offer_external_ids: ["p3"] } }))
      expect(await prices()).toEqual(["1.35", "2.25", "0.00"])
      const { counts } = await load(
        adjustment("slip", { ...forContract, value: "-100.01" }),
        adjustment("new", { value: "-150", target: { brand: "Bosch", properties: [{ name: "Цвет", value: "белый" }] } }),
        adjustment("markup", { scope: { kind: "contract", external_id: "c2" }, value: "1000" }),
        adjustment("millions", { scope: { kind: "contract", external_id: "c2" }, value: "1000.000001", is_stacking: true })
      )
      expect(counts["price_adjustments"]).toMatchObject({ created: 1, updated: 0 })
      const { rows } = await db.raw(`select severity, subject, message from exchange_run_issue where code = 'adjustment_percent_out_of_range' order by subject`) // prettier-ignore
      expect(rows).toEqual([
        { severity: "error", subject: "millions", message: "Adjustment «millions» is skipped: 1000.000001 percent for contract C-2 on everything is more than 1000, the greatest markup." }, // prettier-ignore
        { severity: "error", subject: "new", message: "Adjustment «new» is skipped: -150 percent for everyone on brand Bosch and properties Цвет: белый is less than -100, more than the whole price." }, // prettier-ignore
        { severity: "error", subject: "slip", message: "Adjustment «slip» is skipped: -100.01 percent for contract C-1 on products ART-000001, ART-000002 is less than -100, more than the whole price." }, // prettier-ignore
      ])
      expect(await prices()).toEqual(["1.35", "2.25", "0.00"])
      expect(await prices("1", "c2")).toEqual(["16.50", "27.50", "38.50"])
    })

    it("adjustments change base prices by the nearest scope and target, are replaced, and end with a deletion", async () => {
      const first = [
        adjustment("all"),
        adjustment("entity", { scope: { kind: "legal_entity", external_id: "e1" }, target: { offer_external_ids: ["p1"] }, value: "-50" }),
        adjustment("second", { scope: { kind: "contract", external_id: "c2" }, change: "fixed", value: "-5", currency_code: "rub" }),
      ]
      await load(...first)
      expect(await prices()).toEqual(["0.75", "2.25", "3.15"])
      expect(await prices("1", "c2")).toEqual(["0.00", "0.00", "0.00"])
      expect((await load(...first)).written).toEqual({})
      const { counts } = await load(
        adjustment("all", { is_deleted: true }),
        adjustment("entity", {
          scope: { kind: "legal_entity", external_id: "e1" },
          target: { offer_external_ids: ["p2", "p3"] },
          value: "-50",
        })
      )
      expect(counts["price_adjustments"]).toMatchObject({ updated: 0, deleted: 1 })
      expect(await prices()).toEqual(["1.50", "1.25", "1.75"])
    })

    // With a commit between the merges two of the prices that are read meanwhile are new.
    it("whoever asks for prices while a package is loaded does not wait, and gets those of before of all that it brings", async () => {
      await db.raw(`
        create function wait_for_test() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(4711); return new; end $$;
        create trigger wait_for_test before insert on price_adjustment for each row execute function wait_for_test()`)
      const blocker = await db.transaction()
      await blocker.raw(`select pg_advisory_xact_lock(4711)`)
      const loaded = load(change.price(1, "wholesale", "9"), priceList("c1"), contractPrice("p2", "8"), adjustment("all"))
      await Promise.race([loaded, untilSomebodyWaits(db)])
      expect(await prices()).toEqual(["1.50", "2.50", "3.50"])
      await blocker.rollback()
      await loaded
      expect(await prices()).toEqual(["8.10", "8.00", "3.15"])
    })

    // Without the lock on goods the product is in neither: its load does not see the trait, the adjustment not the product.
    it("goods that come in while an adjustment is loaded are found by it", async () => {
      const id = await internalId(getContainer(), "product", "p1")
      const trx = await db.transaction()
      await trx.raw(`update product set metadata = metadata || '{"manufacturer": "Makita"}' where id = ?`, [id])
      await refreshCatalogEntries(trx, { productIds: [id] })
      const loaded = load(adjustment("brand", { target: { brand: "Makita" } }))
      await Promise.race([loaded, untilSomebodyWaits(db)])
      await trx.commit()
      await loaded
      expect(await prices()).toEqual(["1.35", "2.50", "3.50"])
    })

    it("brand, property and label of an adjustment follow the goods; a trait that nobody aims at is forgotten", async () => {
      await load(
        adjustment("brand", { target: { brand: "Bosch" } }),
        adjustment("property", { target: { properties: [{ name: "Цвет", value: "синий" }], brand: "Bosch" }, value: "-20" }),
        adjustment("label", { target: { labels: ["sale"] }, value: "-30" })
      )
      expect(await prices()).toEqual(["1.50", "2.50", "3.50"])
      const id = await internalId(getContainer(), "product", "p1")
      const refresh = () => refreshCatalogEntries(db, { productIds: [id] })
      await db.raw(`update product set metadata = metadata || '{"manufacturer": "Bosch"}' where id = ?`, [id])
      await refresh()
      expect(await prices()).toEqual(["1.35", "2.50", "3.50"])
      await db.raw(`update product set metadata = metadata || '{"properties": [{"name": "Цвет", "value": "синий"}]}' where id = ?`, [id])
      await refresh()
      expect(await prices()).toEqual(["1.20", "2.50", "3.50"])
      await db.raw(`insert into product_tag (id, value) values ('ptag_1', 'sale')`)
      await db.raw(`insert into product_tags (product_id, product_tag_id) values (?, 'ptag_1')`, [id])
      await refresh()
      expect(await prices()).toEqual(["1.05", "2.50", "3.50"])
      await db.raw(`delete from product_tags`)
      await refresh()
      await load(adjustment("property", { is_deleted: true }), adjustment("brand", { is_deleted: true }))
      expect(await prices()).toEqual(["1.50", "2.50", "3.50"])
      const { rows } = await db.raw<{ rows: { kind: string }[] }>(`select kind from price_trait`)
      expect(rows).toEqual([{ kind: "label" }])
    })

    it("goods that come in again are looked at once for all traits", async () => {
      await load(adjustment("brand", { target: { brand: "Bosch" } }))
      await db.transaction(async (trx) => {
        const before = await readTables(trx)
        await refreshTraitEntries(trx, ALL_VARIANTS)
        expect(await readTables(trx, before)).toMatchObject({ product: 3 })
      })
    })

    it("a price type falls back where it has no price, for its region", async () => {
      await load(
        { kind: "price_type", external_id: "special", name: "Special", currency_code: "rub", includes_vat: true },
        { kind: "price_type_rule", external_id: "special", fallback_external_id: "wholesale" },
        { kind: "price_type_rule", external_id: "special", fallback_external_id: "nowhere", region: "South" }
      )
      expect(await issues()).toEqual([["price_type_unknown", "special"]])
      await load({ kind: "price_type_rule", external_id: "special", fallback_external_id: "wholesale" })
      await db.raw(`update contract set price_type_id = (select id from price_type where name = 'Special')`)
      expect(await prices()).toEqual(["1.50", "2.50", "3.50"])
      await load({ kind: "price_type_rule", external_id: "wholesale", region: "South" })
      expect(await prices()).toEqual([null, null, null])
      await db.raw(`update contract set region = 'South'`)
      expect(await prices()).toEqual(["1.50", "2.50", "3.50"])
    })
  },
})
