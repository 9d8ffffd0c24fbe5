import { join } from "node:path"
import { model } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { ORDER_RULES_MODULE } from ".."
import type OrderRulesModuleService from "../service"

/** The runner makes a database only for a module with models; the tables themselves come from the migrations. */
const QuantityRule = model.define("quantity_rule", { entry_key: model.number().primaryKey() })

moduleIntegrationTestRunner<OrderRulesModuleService>({
  moduleName: ORDER_RULES_MODULE,
  resolve: join(__dirname, ".."),
  pathToMigrations: join(__dirname, "..", "migrations"),
  moduleModels: [QuantityRule],
  testSuite: ({ service, MikroOrmWrapper }) => {
    const execute = (sql: string): Promise<unknown> => MikroOrmWrapper.forkManager().execute(sql)
    const rule = (entry_key: number, multiplicity: string, minimum = "0", maximum: string | null = null) => {
      return { entry_key, multiplicity, minimum, maximum }
    }

    describe("quantity rules", () => {
      it("come back as canonical decimals, for the entries that have one", async () => {
        await expect(service.setQuantityRules([rule(2, "0.250"), rule(1, "6", "12.0")])).resolves.toBe(2)
        await expect(service.listQuantityRules([3, 2, 1])).resolves.toEqual([rule(1, "6", "12"), rule(2, "0.25")])
      })

      it("are written only when they differ", async () => {
        await service.setQuantityRules([rule(1, "6"), rule(2, "10")])
        await expect(service.setQuantityRules([rule(1, "6.000000"), rule(2, "12")])).resolves.toBe(1)
        await expect(service.listQuantityRules([1, 2])).resolves.toEqual([rule(1, "6"), rule(2, "12")])
      })

      it("of one entry given twice hold as given last", async () => {
        await service.setQuantityRules([rule(1, "6"), rule(1, "8")])
        await expect(service.listQuantityRules([1])).resolves.toEqual([rule(1, "8")])
      })

      it("that make no sense are refused by the database, and none of their set is written", async () => {
        await expect(service.setQuantityRules([rule(1, "6"), rule(2, "0")])).rejects.toThrow("quantity_rule_multiplicity_positive")
        await expect(service.setQuantityRules([rule(1, "6", "-1")])).rejects.toThrow("quantity_rule_minimum_not_negative")
        await expect(service.listQuantityRules([1, 2])).resolves.toEqual([])
      })

      it("of twenty thousand entries are written at once, and not of one more", async () => {
        const many = Array.from({ length: 20_001 }, (_, index) => rule(index + 1, "2"))
        await expect(service.setQuantityRules(many)).rejects.toThrow("20001 entries in one call are more than 20000")
        await expect(service.setQuantityRules(many.slice(1))).resolves.toBe(20_000)
      })

      it("of no entries cost no query", async () => {
        await expect(service.setQuantityRules([])).resolves.toBe(0)
        await expect(service.listQuantityRules([])).resolves.toEqual([])
      })
    })

    describe("units", () => {
      it("come back with the base unit first and their coefficients as canonical decimals", async () => {
        await execute(
          `insert into sales_unit values (1, '778', 'упак', 12, false), (1, '796', 'шт', 1, true), (2, '166', 'кг', 0.125, true)`
        )
        await expect(service.listUnits([1, 3])).resolves.toEqual([
          { entry_key: 1, code: "796", name: "шт", coefficient: "1", is_base: true },
          { entry_key: 1, code: "778", name: "упак", coefficient: "12", is_base: false },
        ])
        await expect(service.listUnits([2])).resolves.toMatchObject([{ coefficient: "0.125" }])
      })

      it("of one entry have one base", async () => {
        const twoBases = execute(`insert into sales_unit values (1, '796', 'шт', 1, true), (1, '778', 'упак', 12, true)`)
        await expect(twoBases).rejects.toThrow("sales_unit_one_base")
      })
    })
  },
})
