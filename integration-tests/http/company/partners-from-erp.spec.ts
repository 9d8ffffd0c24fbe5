import type { ErpLegalEntity, ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(300_000)

const holding = (id: string): ErpRecord => ({ kind: "holding", external_id: id, name: `Holding ${id}`, is_deleted: false })

const entity = (id: string, facts: Partial<ErpLegalEntity> = {}): ErpRecord => ({
  kind: "legal_entity",
  external_id: id,
  name: `Entity ${id}`,
  is_deleted: false,
  ...facts,
})

const inHolding = (id: string, holdingId: string, is_head: boolean) => entity(id, { holding_external_id: holdingId, is_head })

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), records)
    const rowsOf = async <Row>(sql: string): Promise<Row[]> => ((await db().raw(sql)) as { rows: Row[] }).rows
    const issueCodes = async () =>
      (await rowsOf<{ code: string }>(`select code from exchange_run_issue order by created_at, position`)).map((row) => row.code)
    const heads = async () =>
      (await rowsOf<{ name: string }>(`select name from legal_entity where is_head order by name`)).map((row) => row.name)

    describe("the head of a holding", () => {
      it("changes within one package, exchanges with another, and leaves with its holding", async () => {
        const first = [holding("h1"), holding("h2"), inHolding("a", "h1", true), inHolding("b", "h1", false), inHolding("c", "h2", true)]
        await load(...first)
        expect(await heads()).toEqual(["Entity a", "Entity c"])
        await load(inHolding("b", "h1", true), inHolding("a", "h1", false))
        expect(await heads()).toEqual(["Entity b", "Entity c"])
        await load(inHolding("b", "h2", true), inHolding("c", "h1", true))
        expect(await heads()).toEqual(["Entity b", "Entity c"])
        // Moved without a word of being a head, it is none there.
        await load(entity("c", { holding_external_id: "h2" }))
        expect(await heads()).toEqual(["Entity b"])
        expect(await issueCodes()).toEqual([])
      })

      it("is replaced by one that alone is named anew, and the last one named counts", async () => {
        await load(holding("h1"), inHolding("a", "h1", true), inHolding("b", "h1", false), inHolding("c", "h1", false))
        await load(inHolding("b", "h1", true))
        expect(await heads()).toEqual(["Entity b"])
        await load(inHolding("a", "h1", true), inHolding("c", "h1", true))
        expect(await heads()).toEqual(["Entity c"])
        expect(await issueCodes()).toEqual(["holding_head_twice"])
      })
    })
  },
})
