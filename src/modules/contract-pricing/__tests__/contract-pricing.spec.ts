import { join } from "node:path"
import { model } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { CONTRACT_PRICING_MODULE } from ".."
import type ContractPricingModuleService from "../service"

jest.setTimeout(60_000)

/** The runner makes a database only for a module with models; the tables themselves come from the migrations. */
const PriceType = model.define("price_type", { key: model.number().primaryKey() })

moduleIntegrationTestRunner<ContractPricingModuleService>({
  moduleName: CONTRACT_PRICING_MODULE,
  resolve: join(__dirname, ".."),
  pathToMigrations: join(__dirname, "..", "migrations"),
  moduleModels: [PriceType],
  testSuite: ({ service, MikroOrmWrapper }) => {
    const storedPrices = () =>
      MikroOrmWrapper.forkManager().execute<{ entry_key: number; amount: string; ctid: string }[]>(
        `select entry_key, amount::text, ctid::text from type_price order by price_type_key, entry_key`
      )

    describe("price types", () => {
      it("get ids and integer keys of their own, and are listed with retail first", async () => {
        const dealer = await service.createPriceType({ name: "А дилер", currency_code: "RUB" })
        const retail = await service.createPriceType({ name: "Розница", currency_code: "rub", is_retail: true, as_of: new Date(0) })
        expect(dealer).toMatchObject({ id: expect.stringMatching(/^ptyp_/), currency_code: "rub", includes_vat: true, as_of: null })
        expect(retail.key).not.toBe(dealer.key)
        await expect(service.listPriceTypes()).resolves.toEqual([retail, dealer])
      })

      it("have one retail among them", async () => {
        await service.createPriceType({ name: "Розница", currency_code: "rub", is_retail: true })
        const second = service.createPriceType({ name: "Розница 2", currency_code: "rub", is_retail: true })
        await expect(second).rejects.toThrow("price_type_one_retail")
      })
    })

    describe("prices", () => {
      it("keep six digits after the point, and rows that do not differ are not written again", async () => {
        await expect(service.setTypePrices(1, [price(2, "10.1234567"), price(1, "5")])).resolves.toBe(2)
        const before = await storedPrices()
        expect(before).toMatchObject([
          { entry_key: 1, amount: "5.000000" },
          { entry_key: 2, amount: "10.123457" },
        ])
        await expect(service.setTypePrices(1, [price(1, "5.00"), price(2, "11")])).resolves.toBe(1)
        const [untouched] = await storedPrices()
        expect(untouched).toEqual(before[0])
      })

      it("of different types do not meet", async () => {
        await service.setTypePrices(1, [price(1, "5")])
        await service.setTypePrices(2, [price(1, "6")])
        await expect(storedPrices()).resolves.toMatchObject([{ amount: "5.000000" }, { amount: "6.000000" }])
      })

      it("of one entry given twice hold as given last", async () => {
        await expect(service.setTypePrices(1, [price(1, "5"), price(1, "6")])).resolves.toBe(1)
        await expect(storedPrices()).resolves.toMatchObject([{ amount: "6.000000" }])
      })

      it("below zero are refused by the database, with all of their set", async () => {
        await expect(service.setTypePrices(1, [price(1, "5"), price(2, "-0.01")])).rejects.toThrow("type_price_amount_not_negative")
        await expect(storedPrices()).resolves.toEqual([])
      })

      it("of more than twenty thousand entries are refused", async () => {
        const many = Array.from({ length: 20_001 }, (_, index) => price(index + 1, "1"))
        await expect(service.setTypePrices(1, many)).rejects.toThrow("20001 prices in one call are more than 20000")
        await expect(service.setTypePrices(1, [])).resolves.toBe(0)
      })
    })
  },
})

const price = (entry_key: number, amount: string) => ({ entry_key, amount })
