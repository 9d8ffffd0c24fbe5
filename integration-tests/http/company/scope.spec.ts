import { declaredRoutes, SYSTEM_ACTOR } from "@kontor/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { STOCK_STORE_ROUTES, stockRoutesDecided } from "../../../src/api/store/stock-routes"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { setEmployeeStateWorkflow } from "../../../src/workflows/company/set-employee-state"
import { createCatalog } from "../../helpers/create-catalog"
import { createDealerCart } from "../../helpers/create-dealer-cart"
import { createDealerOrder } from "../../helpers/create-dealer-order"
import { createEmployee } from "../../helpers/create-employee"
import { createStaffSession } from "../../helpers/create-staff-session"
import { dealerSession } from "../../helpers/dealer-session"
import { createWorld, type World } from "./world"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: World

    beforeEach(async () => {
      world = await createWorld(getContainer())
    })

    /** The status (and code) of one request; never throws for an answer of the server. */
    async function ask(route: string, options: { headers: Record<string, string>; body?: unknown }) {
      const [method, url] = route.split(" ")
      const { status, data } = await api.request({
        method,
        url,
        headers: options.headers,
        data: options.body ?? (method === "GET" ? undefined : {}),
        validateStatus: () => true,
      })
      return { status, code: data?.code, data }
    }

    /** Every own and stock store route, with an id that exists nowhere in place of each parameter. */
    function allStoreRoutes(): string[] {
      const own = declaredRoutes()
        .filter((route) => route.path.startsWith("/store/"))
        .map((route) => `${route.method} ${route.path}`)
      return [...new Set([...Object.keys(STOCK_STORE_ROUTES), ...own])].map((route) => route.replace(/:\w+/g, "nowhere"))
    }

    /** Asks every store route and gives those that answered otherwise than expected. */
    async function exceptions(headers: Record<string, string>, status: number, code?: string) {
      const answers = await Promise.all(allStoreRoutes().map(async (route) => ({ route, ...(await ask(route, { headers })) })))
      expect(answers.length).toBeGreaterThan(50)
      return answers
        .filter((answer) => answer.status !== status || answer.code !== code)
        .map(({ route, status, code }) => ({ route, status, code }))
    }

    describe("a closed portal", () => {
      it("answers 401 on every store route to somebody who is not signed in", async () => {
        expect(await exceptions(world.storefront.headers, 401)).toEqual([])
        const upperCase = await ask("GET /STORE/PRODUCTS", { headers: world.storefront.headers })
        expect(upperCase.status).toBe(401)
        const unknownPath = await ask("GET /store/there-is-no-such-route", { headers: world.storefront.headers })
        expect(unknownPath.status).toBe(401)
      })

      it("answers 403 on every store route to a customer who is no employee", async () => {
        expect(await exceptions(world.outsider.headers, 403, "not_an_employee")).toEqual([])
      })

      it("answers 403 on every store route to a blocked employee, whose session was open before the block", async () => {
        expect(await exceptions(world.people.blocked.headers, 403, "employee_blocked")).toEqual([])
      })

      it("answers 401 to a forged token and to one of the supplier's staff", async () => {
        const forged = { headers: { ...world.storefront.headers, authorization: "Bearer nonsense" } }
        expect((await ask("GET /store/me", forged)).status).toBe(401)
        const { headers } = await createStaffSession(getContainer())
        expect((await ask("GET /store/me", { headers: { ...world.storefront.headers, ...headers } })).status).toBe(401)
      })

      it("answers 404 on stock routes that make no sense for dealers", async () => {
        const { people, entities } = world
        const own = { customer_id: people.head.customer_id, legal_entity_id: entities.head.id }
        const [order, cart] = [
          await createDealerOrder(getContainer(), own),
          await createDealerCart(getContainer(), { customer_id: own.customer_id }),
        ]
        for (const { method, path } of stockRoutesDecided("refused")) {
          const { status, code } = await ask(
            `${method} ${path.replace("carts/:id", `carts/${cart.id}`).replace(":id", order.id)}`,
            people.head
          )
          expect({ path, status, code }).toEqual({ path, status: 404, code: "route_closed" })
        }
        const registration = await ask("POST /auth/customer/emailpass/register", {
          headers: {},
          body: { email: "a@b.test", password: "12345678" },
        })
        expect(registration).toMatchObject({ status: 404, code: "route_closed" })
      })

      it("lets an active employee through to stock routes", async () => {
        for (const route of ["GET /store/regions", "GET /store/currencies", "GET /store/product-categories", "GET /store/customers/me"]) {
          expect({ route, status: (await ask(route, world.people.child)).status }).toEqual({ route, status: 200 })
        }
      })
    })

    describe("withdrawn access", () => {
      it("ends at once, cannot be renewed, and begins anew only with a new sign-in after the block is lifted", async () => {
        const employee = await createEmployee(getContainer(), { legal_entity_id: world.entities.child.id })
        const session = await dealerSession(api, world.storefront, employee)
        const signIn = () =>
          ask("POST /auth/customer/emailpass", { headers: {}, body: { email: employee.email, password: employee.password } })
        const setState = (state: "active" | "blocked") =>
          setEmployeeStateWorkflow(getContainer()).run({ input: { employee_id: employee.id, state, actor: SYSTEM_ACTOR } })
        expect((await ask("GET /store/me", session)).status).toBe(200)

        await setState("blocked")
        expect(await ask("GET /store/me", session)).toMatchObject({ status: 403, code: "employee_blocked" })
        expect(await ask("POST /auth/token/refresh", session)).toMatchObject({ status: 403, code: "employee_blocked" })
        expect(await ask("POST /auth/session", session)).toMatchObject({ status: 403, code: "employee_blocked" })
        expect(await signIn()).toMatchObject({ status: 401, data: { message: "Invalid email or password" } })

        await setState("active")
        expect(await ask("GET /store/me", session)).toMatchObject({ status: 401, code: "token_withdrawn" })
        expect(await ask("POST /auth/token/refresh", session)).toMatchObject({ status: 401, code: "token_withdrawn" })
        // A token names whole seconds: the next one must begin before a new token counts.
        await new Promise((resolve) => setTimeout(resolve, 1100))
        const again = await signIn()
        const headers = { ...world.storefront.headers, authorization: `Bearer ${again.data.token}` }
        expect((await ask("GET /store/me", { headers })).status).toBe(200)
      })
    })

    describe("carts", () => {
      it("exist for their owner and for whom the right reaches them, on every stock route that names one", async () => {
        const { people, contracts, storefront } = world
        const cart = await createDealerCart(getContainer(), {
          customer_id: people.child.customer_id,
          contract_id: contracts.child.id,
          region_id: storefront.region_id,
          sales_channel_id: storefront.sales_channel_id,
        })
        const routes = stockRoutesDecided("cart")
          .filter(({ path }) => path.startsWith("/store/carts/"))
          .map(({ method, path }) => `${method} ${path.replace(":id", cart.id).replace(":line_id", "nowhere")}`)
        const requests: [string, unknown?][] = [
          ...routes.map((route): [string] => [route]),
          [`GET /store/shipping-options?cart_id=${cart.id}`],
          ["POST /store/payment-collections", { cart_id: cart.id }],
          ["POST /store/shipping-options/nowhere/calculate", { cart_id: cart.id }],
          [`GET /store/products?cart_id=${cart.id}`],
        ]
        for (const who of ["clerk", "sibling", "stranger"] as const) {
          for (const [route, body] of requests) {
            const answer = await ask(route, { headers: people[who].headers, body })
            expect({ who, route, status: answer.status }).toEqual({ who, route, status: 404 })
          }
        }
        expect((await ask(`GET /store/carts/${cart.id}`, people.child)).status).toBe(200)
        expect((await ask(`GET /store/carts/${cart.id}`, people.head)).status).toBe(200)
        expect((await ask(`GET /store/shipping-options?cart_id=${cart.id}`, people.child)).status).toBe(200)
        const collection = await ask("POST /store/payment-collections", { headers: people.child.headers, body: { cart_id: cart.id } })
        expect(collection.status).toBe(200)
        await getContainer()
          .resolve(ContainerRegistrationKeys.LINK)
          .create({
            [Modules.REGION]: { region_id: storefront.region_id },
            [Modules.PAYMENT]: { payment_provider_id: "pp_system_default" },
          })
        const sessions = `POST /store/payment-collections/${collection.data.payment_collection.id}/payment-sessions`
        const body = { provider_id: "pp_system_default" }
        expect((await ask(sessions, { headers: people.sibling.headers, body })).status).toBe(404)
        expect((await ask(sessions, { headers: people.child.headers, body })).status).toBe(200)
      })

      it("refuse a list of ids where one is asked for", async () => {
        const answer = await ask("GET /store/shipping-options?cart_id[]=a&cart_id[]=b", world.people.child)
        expect(answer.status).toBe(400)
        expect(answer.data.message).toContain("cart_id must be one id")
      })

      it("are lost to their owner together with the entity whose contract they are under", async () => {
        const { people, contracts } = world
        const cart = await createDealerCart(getContainer(), { customer_id: people.child.customer_id, contract_id: contracts.sibling.id })
        expect((await ask(`GET /store/carts/${cart.id}`, people.child)).status).toBe(404)
      })
    })

    describe("prices", () => {
      it("of stock product routes are those of the active contract, each dealer his own", async () => {
        const { people, contracts } = world
        const prices = { retail: "150", dealer: "99.90" }
        const catalog = await createCatalog(getContainer(), [{ id: "p1", name: "Hammer", article: "H-1", prices }])
        const company = getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
        await company.updateContracts([
          { id: contracts.child.id, price_type_id: catalog.idOf("price_type", "dealer") },
          { id: contracts.stranger.id, price_type_id: catalog.idOf("price_type", "retail") },
        ])
        const [product, variant] = [catalog.idOf("product", "p1"), catalog.idOf("offer", "p1")]
        const amounts = async (who: "child" | "stranger") => {
          const headers = { ...people[who].headers, "x-publishable-api-key": catalog.store.publishable_key }
          const get = async (url: string, fields: string) =>
            (await ask(`GET ${url}?fields=${fields}&region_id=${catalog.store.region_id}`, { headers })).data
          const list = await get("/store/products", "*variants.calculated_price")
          const card = await get(`/store/products/${product}`, "*variants.calculated_price")
          const variants = await get("/store/product-variants", "*calculated_price")
          const single = await get(`/store/product-variants/${variant}`, "*calculated_price")
          return [list.products[0].variants[0], card.product.variants[0], variants.variants[0], single.variant].map(
            (priced) => priced.calculated_price.calculated_amount
          )
        }
        expect(await amounts("child")).toEqual([99.9, 99.9, 99.9, 99.9])
        expect(await amounts("stranger")).toEqual([150, 150, 150, 150])
      })
    })

    describe("orders", () => {
      it("are seen by the entity that placed them and by the superusers of its head", async () => {
        const { people, entities, storefront } = world
        const place = (who: "child" | "head") =>
          createDealerOrder(getContainer(), {
            customer_id: people[who].customer_id,
            legal_entity_id: entities[who].id,
            region_id: storefront.region_id,
            sales_channel_id: storefront.sales_channel_id,
          })
        const [childs, heads] = [await place("child"), await place("head")]
        const seen = async (who: keyof World["people"]) => ({
          childs: (await ask(`GET /store/orders/${childs.id}`, people[who])).status,
          heads: (await ask(`GET /store/orders/${heads.id}`, people[who])).status,
        })
        expect(await seen("head")).toEqual({ childs: 200, heads: 200 })
        expect(await seen("clerk")).toEqual({ childs: 404, heads: 404 })
        expect(await seen("child")).toEqual({ childs: 200, heads: 404 })
        expect(await seen("sibling")).toEqual({ childs: 404, heads: 404 })
        expect(await seen("stranger")).toEqual({ childs: 404, heads: 404 })
        expect(await seen("blocked")).toEqual({ childs: 403, heads: 403 })
      })

      it("leave the stock list of their author when he no longer works for the entity", async () => {
        const { people, entities } = world
        const data = { customer_id: people.child.customer_id }
        const kept = await createDealerOrder(getContainer(), { ...data, legal_entity_id: entities.child.id })
        await createDealerOrder(getContainer(), { ...data, legal_entity_id: entities.stranger.id })
        const { data: list } = await ask("GET /store/orders?fields=id", people.child)
        expect(list.orders.map((order: { id: string }) => order.id)).toEqual([kept.id])
        const { data: me } = await ask("GET /store/customers/me?fields=*orders", people.child)
        expect(me.customer).not.toHaveProperty("orders")
      })

      it("leave the stock list of their author where his right to look at orders does not reach, though he sees the entity", async () => {
        const { people, entities } = world
        const company = getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
        // By SQL, since the generated type of a JSON column knows no list.
        await getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw(`insert into role (id, code, name, rights) values ('role_looker', 'looker', 'Looker', ?)`, [
            JSON.stringify([
              { section: "order", action: "view", scope: "entity" },
              { section: "contract", action: "view", scope: "holding" },
            ]),
          ])
        await company.updateEmployees({ id: people.head.id, role_id: "role_looker" })
        const data = { customer_id: people.head.customer_id }
        const own = await createDealerOrder(getContainer(), { ...data, legal_entity_id: entities.head.id })
        const beyond = await createDealerOrder(getContainer(), { ...data, legal_entity_id: entities.child.id })
        const { data: list } = await ask("GET /store/orders?fields=id", people.head)
        expect(list.orders.map((order: { id: string }) => order.id)).toEqual([own.id])
        expect((await ask(`GET /store/orders/${beyond.id}`, people.head)).status).toBe(404)
      })

      it("let nobody but the dealer start a payment of a collection that pays for them", async () => {
        const { people, entities } = world
        const order = await createDealerOrder(getContainer(), { customer_id: people.child.customer_id, legal_entity_id: entities.child.id })
        const collections = getContainer().resolve(Modules.PAYMENT)
        const collection = await collections.createPaymentCollections({ currency_code: "rub", amount: 100 })
        const stray = await collections.createPaymentCollections({ currency_code: "rub", amount: 100 })
        await getContainer()
          .resolve(ContainerRegistrationKeys.LINK)
          .create({ [Modules.ORDER]: { order_id: order.id }, [Modules.PAYMENT]: { payment_collection_id: collection.id } })
        const pay = async (who: "child" | "head" | "sibling", id: string) =>
          (
            await ask(`POST /store/payment-collections/${id}/payment-sessions`, {
              headers: people[who].headers,
              body: { provider_id: "pp_system_default" },
            })
          ).status
        expect(await pay("sibling", collection.id)).toBe(404)
        expect(await pay("child", stray.id)).toBe(404)
        expect(await pay("child", collection.id)).toBe(200)
      })
    })
  },
})
