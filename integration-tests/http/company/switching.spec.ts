import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { answerOf } from "../../helpers/answer-of"
import { createContract } from "../../helpers/create-contract"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"

jest.setTimeout(180_000)

type Trade = Awaited<ReturnType<typeof createTrade>>

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Trade
    let contracts: { own: string; retail: string }

    beforeEach(async () => {
      const container = getContainer()
      trade = await createTrade(container, api)
      const legal_entity_id = await internalId(container, "legal_entity", "e1")
      const retail = await createContract(container, {
        legal_entity_id,
        number: "R-1",
        price_type_id: await internalId(container, "price_type", "retail"),
      })
      contracts = { own: await internalId(container, "contract", "c1"), retail: retail.id }
    })

    const post = (path: string, body: unknown, session = trade.session) => answerOf(api.post(path, body, session))
    const company = () => getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    /** A cart with three of the first product at 1.50 and six of the second, sold by 6, at 2.50. */
    async function openCart(session = trade.session): Promise<string> {
      const { id } = (await api.post("/store/carts", { region_id: trade.store.region_id }, session)).data.cart
      const lines = [
        { article: articleOf(1), quantity: 3 },
        { article: articleOf(2), quantity: 6 },
      ]
      expect((await post(`/store/carts/${id}/lines`, { lines }, session)).data.refused).toBe(0)
      return id
    }

    const pricesOf = async (cartId: string) =>
      (await api.get(`/store/carts/${cartId}?fields=items.unit_price,items.variant_sku`, trade.session)).data.cart.items
        .map((item: { unit_price: number }) => item.unit_price)
        .sort()

    it("moves the open carts with the person and tells every line that changed and why", async () => {
      const cartId = await openCart()
      const other = await company().createContracts({
        number: "N-1",
        legal_entity_id: await internalId(getContainer(), "legal_entity", "e1"),
        supplier_entity_id: await internalId(getContainer(), "supplier_entity", "s1"),
        currency_code: "rub",
      })
      await db().raw(`update quantity_rule set multiplicity = 4`)
      await db().raw(`update contract set credit_limit = 150000, credit_terms = '14 days' where id = ?`, [contracts.retail])
      await db().raw(`update catalog_entry set is_listed = false where article = ?`, [articleOf(1)])

      const first = await post("/store/me/contract", { contract_id: contracts.retail })
      expect(first.status).toBe(200)
      expect(first.data.active_contract).toMatchObject({ id: contracts.retail, credit_limit: "150000.00", credit_terms: "14 days" })
      expect(first.data.carts).toEqual([
        {
          cart_id: cartId,
          is_moved: true,
          refusals: [],
          lines: [
            expect.objectContaining({ quantity: "3", changes: [{ code: "not_visible" }] }),
            expect.objectContaining({
              article: articleOf(2),
              quantity: "6",
              changes: [
                { code: "price_changed", from: "2.5", to: "5.00" },
                {
                  code: "quantity_refused",
                  reason: "quantity_not_multiple",
                  nearest: { lower: "4", upper: "8" },
                  available: null,
                },
              ],
            }),
          ],
        },
      ])
      expect(await pricesOf(cartId)).toEqual([1.5, 5])

      const second = await post("/store/me/contract", { contract_id: other.id })
      expect(second.data.carts[0].lines[1].changes).toEqual([{ code: "price_missing", from: "5" }])
      const placed = await post(`/store/carts/${cartId}/complete`, {})
      expect(placed.data.refusals.map(({ code }: { code: string }) => code)).toEqual(["not_listed", "no_price"])
    })

    it("leaves carts of other contracts, completed ones, and those in another currency where they are", async () => {
      const completed = await openCart()
      expect((await post(`/store/carts/${completed}/complete`, {})).status).toBe(200)
      const cartId = await openCart()
      const dollars = await createContract(getContainer(), {
        legal_entity_id: await internalId(getContainer(), "legal_entity", "e1"),
        currency_code: "usd",
      })
      const refused = await post("/store/me/contract", { contract_id: dollars.id })
      expect(refused.data.carts).toMatchObject([{ cart_id: cartId, is_moved: false, refusals: [{ code: "currency_mismatch" }], lines: [] }])
      const back = await post("/store/me/contract", { contract_id: contracts.retail })
      expect(back.data.carts).toEqual([])
      expect(await pricesOf(cartId)).toEqual([1.5, 2.5])
    })

    it("moves one cart by name without switching the person, and refuses a contract out of sight", async () => {
      const cartId = await openCart()
      const moved = await post(`/store/carts/${cartId}/contract`, { contract_id: contracts.retail })
      expect(moved.data.cart.lines).toHaveLength(2)
      expect((await api.get("/store/me", trade.session)).data.active_contract.id).toBe(contracts.own)
      expect(await pricesOf(cartId)).toEqual([3, 5])
      const foreign = await post(`/store/carts/${cartId}/contract`, { contract_id: await internalId(getContainer(), "contract", "c2") })
      expect(foreign.status).toBe(404)
      await company().updateContracts({ id: contracts.own, state: "blocked" })
      expect(await post(`/store/carts/${cartId}/contract`, { contract_id: contracts.own })).toMatchObject({
        status: 400,
        data: { code: "contract_blocked" },
      })
    })

    it("switches the entity to its first usable contract and tells what the person is to each", async () => {
      const [own, other] = [await internalId(getContainer(), "legal_entity", "e1"), await internalId(getContainer(), "legal_entity", "e2")]
      expect((await post("/store/me/legal-entity", { legal_entity_id: other })).status).toBe(404)
      const { data } = await api.get("/store/me", trade.session)
      await company().createEmployeeMemberships({ employee_id: data.employee.id, legal_entity_id: other })
      const cartId = await openCart()
      const switched = await post("/store/me/legal-entity", { legal_entity_id: other })
      expect(switched.data.active_contract.legal_entity_id).toBe(other)
      expect(switched.data.carts).toEqual([{ cart_id: cartId, is_moved: true, refusals: [], lines: [] }])
      expect(
        switched.data.legal_entities.map(({ id, is_member, is_default }: Record<string, unknown>) => [id, is_member, is_default])
      ).toEqual([
        [own, true, true],
        [other, true, false],
      ])
      await company().updateLegalEntities({ id: own, state: "blocked" })
      expect(await post("/store/me/legal-entity", { legal_entity_id: own })).toMatchObject({
        status: 400,
        data: { code: "entity_not_active" },
      })
    })

    it("binds staff who make an order by hand: a contract that cannot be used is refused to them too", async () => {
      const make = (contract_id: string) =>
        createOrderWorkflow(getContainer()).run({
          input: {
            region_id: trade.store.region_id,
            email: "staff@supplier.test",
            items: [{ title: "By hand", quantity: 1, unit_price: 1 }],
            additional_data: { contract_id },
          },
        })
      await expect(make(contracts.own)).resolves.toMatchObject({ result: { id: expect.any(String) } })
      await company().updateContracts({ id: contracts.own, ends_on: "2020-12-31" })
      await expect(make(contracts.own)).rejects.toMatchObject({ code: "contract_expired" })
      await expect(make("ctr_nowhere")).rejects.toMatchObject({ type: "not_found" })
    })

    it("either moves a cart or places it: of both at once one sees what the other did", async () => {
      const cartId = await openCart()
      const [moved, placed] = await Promise.all([
        post("/store/me/contract", { contract_id: contracts.retail }),
        post(`/store/carts/${cartId}/complete`, { expected_total: "19.5" }),
      ])
      expect(moved.status).toBe(200)
      const { rows } = await db().raw(
        `select (select contract_id from order_contract limit 1) as ordered, (select contract_id from cart_contract where deleted_at is null) as tied`
      )
      if (placed.status === 200) {
        expect(rows).toEqual([{ ordered: contracts.own, tied: contracts.own }])
      } else {
        expect(placed.data.refusals).toEqual(expect.arrayContaining([expect.objectContaining({ code: "total_changed" })]))
        expect(rows).toEqual([{ ordered: null, tied: contracts.retail }])
      }
    })
  },
})
