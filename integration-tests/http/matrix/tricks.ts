import { declaredRoutes } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
import { ask, type Asked, type Client } from "./ask"
import { rawStatus } from "./raw-request"
import { digestOf } from "./rows-of"
import { thingsOf } from "./things"
import type { MatrixWorld } from "./world"

export interface TrickContext {
  api: Client
  container: () => MedusaContainer
  world: () => MatrixWorld
}

/** What somebody with a tool in hand would try. */
export function describeTricks({ api, container, world }: TrickContext): void {
  const send = (route: string, headers: Record<string, string>, data?: unknown): Promise<Asked> => {
    const [method = "", url = ""] = route.split(" ")
    return ask(api, { method, url, data }, headers)
  }

  describe("unexpected fields", () => {
    it("are refused by every own route that takes a query or a body", () => {
      const tolerant = declaredRoutes().flatMap(({ method, path, query, body }) =>
        [query, body].flatMap((schema) => {
          const result = schema?.safeParse({ there_is_no_such_field: 1 })
          const isRefused = !result || result.error?.issues.some(({ code }) => code === "unrecognized_keys")
          return isRefused ? [] : [`${method} ${path}`]
        })
      )
      expect(tolerant).toEqual([])
    })

    it("of stock routes are refused and write nothing", async () => {
      const { people, entities, contracts } = world()
      const things = thingsOf(container(), world(), "child")
      const [cart, line, address] = [await things.idOf("cart"), await things.idOf("line"), await things.idOf("address")]
      const victim = people.other
      const attempts: [string, object][] = [
        ["POST /store/carts", { customer_id: victim.customer_id }],
        ["POST /store/carts", { contract_id: contracts.other.id }],
        [`POST /store/carts/${cart}`, { customer_id: victim.customer_id }],
        [`POST /store/carts/${cart}`, { completed_at: "2026-01-01T00:00:00Z" }],
        [`POST /store/carts/${cart}/line-items`, { variant_id: world().shared.variant, quantity: 1, unit_price: 1 }],
        [`POST /store/carts/${cart}/line-items/${line}`, { quantity: 1, unit_price: 1 }],
        [`POST /store/carts/${cart}/lines`, { lines: [{ variant_id: world().shared.variant, quantity: "1", unit_price: "1" }] }],
        [`POST /store/carts/${cart}/complete`, { legal_entity_id: entities.other.id }],
        ["POST /store/customers/me", { email: "other@dealer.test" }],
        ["POST /store/customers/me", { has_account: false, groups: ["vip"] }],
        ["POST /store/customers/me/addresses", { customer_id: victim.customer_id, country_code: "ru" }],
        [`POST /store/customers/me/addresses/${address}`, { customer_id: victim.customer_id }],
        ["POST /store/me/contract", { contract_id: contracts.child.id, role: "superuser" }],
        ["POST /store/payment-collections", { cart_id: cart, amount: 1 }],
      ]
      const digest = async () =>
        (await digestOf(container(), people.owner, entities.child)) + (await digestOf(container(), victim, entities.other))
      const before = await digest()
      for (const [route, body] of attempts) {
        const { status } = await send(route, people.owner.headers, body)
        expect({ route, body, status }).toEqual({ route, body, status: 400 })
      }
      expect(await digest()).toBe(before)
    })

    it("named in `fields` and filters open no way from one's own things to those of others", async () => {
      const { people, entities, secrets, storefront } = world()
      const things = thingsOf(container(), world(), "child")
      const heads = thingsOf(container(), world(), "head")
      const [cart, order] = [await things.idOf("cart"), await things.idOf("order")]
      const foreign = [await heads.idOf("order"), await heads.idOf("cart"), await heads.idOf("address")]
      const own = [
        "customers/me",
        `carts/${cart}`,
        `orders/${order}`,
        "orders",
        "products",
        "product-variants",
        "regions",
        "customers/me/addresses",
      ]
      const paths = [
        "*employee",
        "*employee.memberships.legal_entity.holding.legal_entities",
        "employee.memberships.legal_entity.holding.legal_entities.contracts.number",
        "*customer.employee.memberships.legal_entity.memberships.employee",
        "*contract.legal_entity.holding.legal_entities",
        "contract.legal_entity.holding.legal_entities.name",
        "contract.supplier_entity.contracts.number",
        "*legal_entity.holding.legal_entities.contracts",
        "legal_entity.memberships.employee.email",
        "*variants.price_set.prices",
        "*price_set.prices",
        "*customer.orders",
        "*customer.carts",
        "*orders",
        "*groups.customers",
      ]
      const filters = [
        `customer_id=${people.head.customer_id}`,
        `id[]=${foreign[0]}`,
        `legal_entity_id=${entities.head.id}`,
        `$or[0][customer_id]=${people.head.customer_id}`,
        `customer[id]=${people.head.customer_id}`,
      ]
      const queries = [...paths.map((path) => `fields=${encodeURIComponent(path)}`), ...filters]
      const hidden = [...secrets.head, ...secrets.sibling, ...secrets.other, ...secrets.lone, ...foreign]
      const told: string[] = []
      for (const path of own) {
        for (const query of queries) {
          const answer = await send(`GET /store/${path}?region_id=${storefront.region_id}&${query}`, people.owner.headers)
          const leaked = hidden.filter((secret) => answer.text.includes(secret) && !answer.sent.includes(secret))
          told.push(...(leaked.length || answer.status >= 500 ? [`${path}?${query}: ${answer.status} ${leaked.join(", ")}`] : []))
        }
      }
      expect(told).toEqual([])
    })
  })

  describe("ids", () => {
    it("that are malformed or guessed are not found, and are no error of the server", async () => {
      const guesses = ["%25", "%00", "..%2f..%2fadmin", "' or 1=1 --", "x".repeat(3000), "null", "0", "cart_%", "{}", "😀"]
      const routes = declaredRoutes().filter(({ method, path }) => method === "GET" && path.startsWith("/store/") && path.includes(":"))
      const stock = ["/store/carts/:id", "/store/orders/:id", "/store/products/:id", "/store/customers/me/addresses/:id"]
      for (const path of [...stock, ...routes.map((route) => route.path)]) {
        for (const guess of guesses) {
          // What is encoded already, or wrongly, goes as it is.
          const written = guess.includes("%") ? guess : encodeURIComponent(guess)
          const { status } = await send(`GET ${path.replace(/:\w+/g, () => written)}`, world().people.owner.headers)
          expect({ path, guess, isRefused: status === 404 || status === 400 }).toEqual({ path, guess, isRefused: true })
        }
      }
    })

    it("with a NUL are refused in path, query and body", async () => {
      const { people } = world()
      const attempts: [string, object?][] = [
        ["GET /store/carts/cart_%00"],
        ["GET /store/catalog?q=%00"],
        ["POST /store/me/contract", { contract_id: "ctr_\0" }],
        ["POST /store/carts/none/lines", { lines: [{ article: "a\0", quantity: "1" }] }],
        ["POST /auth/customer/emailpass", { email: "a\0@dealer.test", password: "x" }],
      ]
      for (const [route, body] of attempts) {
        const { status, code } = await send(route, people.owner.headers, body)
        expect({ route, status, code }).toEqual({ route, status: 400, code: "nul_character" })
      }
    })
  })

  describe("headers, cookies and methods", () => {
    it("of proxies and method overrides change nobody's rights", async () => {
      const { people, storefront } = world()
      const cart = await thingsOf(container(), world(), "child").idOf("cart")
      const tricks: Record<string, string>[] = [
        { "x-http-method-override": "DELETE" },
        { "x-method-override": "OPTIONS" },
        { "x-original-url": "/health" },
        { "x-rewrite-url": "/health" },
        { "x-forwarded-for": "127.0.0.1", "x-forwarded-host": "localhost", "x-forwarded-proto": "https" },
        { "x-forwarded-user": people.owner.email, "x-user-id": people.owner.customer_id },
        { "x-medusa-access-token": "anything", "x-customer-id": people.owner.customer_id },
        { authorization: `Basic ${Buffer.from(`${people.owner.customer_id}:`).toString("base64")}` },
      ]
      for (const trick of tricks) {
        const owner = await send(`GET /store/carts/${cart}`, { ...trick, ...people.owner.headers })
        const stranger = await send(`GET /store/carts/${cart}?_method=DELETE`, { ...people.other.headers, ...trick })
        const nobody = await send("GET /store/me", { ...storefront.headers, ...trick })
        const isTokenKept = trick.authorization === undefined
        const statuses = [owner.status, stranger.status, nobody.status]
        expect({ trick, statuses }).toEqual({ trick, statuses: [200, isTokenKept ? 404 : 401, 401] })
      }
    })

    it("HEAD tells no more than GET, and OPTIONS nothing at all", async () => {
      const { people, storefront } = world()
      const things = thingsOf(container(), world(), "child")
      const [cart, order] = [await things.idOf("cart"), await things.idOf("order")]
      for (const path of [`carts/${cart}`, `orders/${order}`, `company-orders/${order}`]) {
        expect((await send(`HEAD /store/${path}`, storefront.headers)).status).toBe(401)
        expect((await send(`HEAD /store/${path}`, people.other.headers)).status).toBe(404)
        expect((await send(`HEAD /store/${path}`, people.owner.headers)).status).toBe(200)
        const telling = /"(id|currency_code|total)"/
        expect((await send(`GET /store/${path}`, people.owner.headers)).text).toMatch(telling)
        const { text, status } = await send(`OPTIONS /store/${path}`, people.other.headers)
        expect([status < 500, telling.test(text)]).toEqual([true, false])
      }
    })

    it("paths written otherwise lead to nothing that is closed", async () => {
      const { people, storefront } = world()
      const things = thingsOf(container(), world(), "child")
      const [cart, order] = [await things.idOf("cart"), await things.idOf("order")]
      const spellings = [
        `/STORE/CARTS/${cart}`,
        `/store/carts/${cart}/`,
        `/store//carts/${cart}`,
        `//store/carts/${cart}`,
        `/store/./carts/${cart}`,
        `/store/x/../carts/${cart}`,
        `/health/../store/carts/${cart}`,
        `/store/%63arts/${cart}`,
        `/%73tore/carts/${cart}`,
        `/store/carts/${cart}%00`,
        `/store/carts/${cart}%2f`,
        `/store/carts/${cart};x=1`,
        `/store/orders/${order}/`,
        `/store/Orders/${order}`,
        `/store/%6frders/${order}`,
        `/store/products/../orders/${order}`,
      ]
      // The owner gets in by such a path: it does lead to the cart.
      for (const path of [`/store/carts/${cart}`, `/STORE/CARTS/${cart}`, `/store/carts/${cart}/`]) {
        expect({ path, status: await rawStatus(api, path, people.owner.headers) }).toEqual({ path, status: 200 })
      }
      for (const path of spellings) {
        const asNobody = await rawStatus(api, path, storefront.headers)
        const asOther = await rawStatus(api, path, people.other.headers)
        expect({ path, isShut: [asNobody, asOther].every((status) => status >= 400 && status < 500) }).toEqual({ path, isShut: true })
      }
    })

    it("a cookie of one and a token of another make one person, whose things alone are seen", async () => {
      const { people, secrets } = world()
      const opened = await api.request({ method: "POST", url: "/auth/session", headers: people.other.headers, data: {} })
      const cookie = String(opened.headers["set-cookie"]).split(";")[0] ?? ""
      const both = { ...people.owner.headers, cookie }
      const me = await send("GET /store/me", both)
      const knowsOwner = secrets.child.some((secret) => me.text.includes(secret))
      const knowsOther = secrets.other.some((secret) => me.text.includes(secret))
      expect([me.status, knowsOwner !== knowsOther]).toEqual([200, true])
      const order = await thingsOf(container(), world(), "child").idOf("order")
      expect((await send(`GET /store/company-orders/${order}`, both)).status).toBe(knowsOwner ? 200 : 404)
      expect((await send("GET /store/me", { ...people.blocked.headers, cookie })).status).toBe(knowsOther ? 200 : 403)
    })
  })

  describe("tokens", () => {
    it("that are forged, expired, unsigned or another actor's are refused", async () => {
      const { people, storefront } = world()
      const { jwtSecret } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
      const claims = { actor_id: people.owner.customer_id, actor_type: "customer", auth_identity_id: "none", app_metadata: {} }
      const sign = (changed: object, secret = String(jwtSecret), expiresIn = "1h") =>
        generateJwtToken({ ...claims, ...changed }, { secret, expiresIn })
      const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url")
      const [header = "", payload = "", signature = ""] = sign({}).split(".")
      const changedPayload = base64({ ...claims, actor_id: people.head.customer_id })
      const tokens: [string, string, number][] = [
        ["good", sign({}), 200],
        ["of another key", sign({}, "another secret"), 401],
        ["expired", sign({}, String(jwtSecret), "-1h"), 401],
        ["unsigned", `${base64({ alg: "none", typ: "JWT" })}.${payload}.`, 401],
        ["changed", `${header}.${changedPayload}.${signature}`, 401],
        ["of staff", sign({ actor_type: "user" }), 401],
        ["of nobody", sign({ actor_id: "" }), 401],
        ["of a customer that is gone", sign({ actor_id: "cus_gone" }), 403],
      ]
      for (const [what, token, status] of tokens) {
        const answer = await send("GET /store/me", { ...storefront.headers, authorization: `Bearer ${token}` })
        expect({ what, status: answer.status }).toEqual({ what, status })
      }
    })
  })
}
