import { declaredRoutes, SYSTEM_ACTOR } from "@kontor/framework"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { decideArea } from "../../../src/api/admin/stock-areas"
import { setEmployeeStateWorkflow } from "../../../src/workflows/company/set-employee-state"
import { createEmployee } from "../../helpers/create-employee"
import { dealerSession } from "../../helpers/dealer-session"
import { captureListeningApp, routesOf } from "../../helpers/listening-app"
import { ask, type Asked, difference, prepare } from "./ask"
import { type MatrixRow, readTable } from "./read-table"
import { digestOf } from "./rows-of"
import { stockAdminPaths } from "./stock-admin"
import { ADMIN_TABLE, AUTH_TABLE, CLOSED_TABLE, MIDDLEWARE_PATTERNS, OPEN_TABLE, STORE_DOORS, STORE_TABLE } from "./table"
import { thingsOf, type Things } from "./things"
import { describeTricks } from "./tricks"
import { createMatrixWorld, KNOWS, type MatrixWorld } from "./world"

jest.setTimeout(240_000)
const app = captureListeningApp()
const store = [...readTable(STORE_TABLE), ...readTable(CLOSED_TABLE)]
const tables = { store, auth: readTable(AUTH_TABLE), admin: readTable(ADMIN_TABLE), open: readTable(OPEN_TABLE) }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: MatrixWorld

    beforeEach(async () => {
      world = await createMatrixWorld(getContainer())
    })

    /** Asks each line as each of its actors and tells every answer that differs from the table. */
    async function walk(rows: MatrixRow[], sessions: Record<string, { headers: Record<string, string> }>): Promise<string[]> {
      const differences: string[] = []
      for (const row of rows) {
        const things = thingsOf(getContainer(), world, "child")
        const request = await prepare(row, things)
        for (const [actor, cell] of Object.entries(row.expected)) {
          const differs = difference(cell, await ask(api, request, sessions[actor]?.headers ?? {}))
          differences.push(...(differs ? [`${row.route} as ${actor}: ${differs}`] : []))
        }
      }
      return differences
    }

    /** Secrets in an answer that the actor may not know. What he named in the request himself tells him nothing. */
    function leaks(actor: string, answer: Asked, things: { child: Things; head: Things }): string[] {
      const knows = KNOWS[actor] ?? { places: [], things: [] }
      const ofPlaces = Object.entries(world.secrets).flatMap(([place, secrets]) =>
        knows.places.some((known) => known === place) ? [] : secrets
      )
      const ofThings = (["child", "head"] as const).flatMap((place) => (knows.things.includes(place) ? [] : things[place].secrets))
      return [...ofPlaces, ...ofThings].filter((secret) => answer.text.includes(secret) && !answer.sent.includes(secret))
    }

    /** Asks one line as all its dealers, each about the things of somebody else. The owner comes last, since he may use them up. */
    async function problemsOf(row: MatrixRow): Promise<string[]> {
      const problems: string[] = []
      const things = { child: thingsOf(getContainer(), world, "child"), head: thingsOf(getContainer(), world, "head") }
      for (const [actor, cell] of Object.entries(row.expected)) {
        const place = actor === "child" ? "head" : "child"
        const request = await prepare(row, things[place])
        const digest = () => digestOf(getContainer(), world.people[place], world.entities[place])
        const before = await digest()
        const answer = await ask(api, request, personOf(actor).headers)
        const differs = difference(cell, answer)
        const leaked = leaks(actor, answer, things)
        const mayChange = KNOWS[actor]?.things.includes(place)
        const isChanged = !mayChange && before !== (await digest())
        problems.push(
          ...(differs ? [`${row.route} as ${actor}: ${differs}`] : []),
          ...(leaked.length ? [`${row.route} told ${actor}: ${leaked.join(", ")}`] : []),
          ...(isChanged ? [`${row.route} as ${actor} changed what is not his`] : [])
        )
      }
      return problems
    }

    function personOf(actor: string): { headers: Record<string, string> } {
      const person = Object.entries(world.people).find(([name]) => name === actor)?.[1]
      if (!person) {
        throw new Error(`The world has no ${actor}`)
      }
      return person
    }

    describe("the matrix", () => {
      it("has a line for every route of the server, and no other", () => {
        const stockAdmin = stockAdminPaths()
        const served = routesOf(app())
        const isStock = (route: string) => stockAdmin.has(route.split(" ")[1] ?? "")
        const isPattern = (route: string) => /[*^$?]|^ANY /.test(route)
        const patterns = served.filter(isPattern).map((route) => route.replace(/^\S+ /, ""))
        expect([...new Set(patterns)].sort()).toEqual(MIDDLEWARE_PATTERNS)
        const declared = declaredRoutes().map(({ method, path }) => `${method} ${path}`)
        // A stock route that is declared here is one that we have replaced.
        const own = served.filter((route) => (!isStock(route) || declared.includes(route)) && !isPattern(route))
        expect(served.filter(isStock).length).toBeGreaterThan(300)
        const lines = new Set(Object.values(tables).flatMap((rows) => rows.map(({ route }) => route)))
        // A new route? Give it a line in table.ts, and what it is sent in requests.ts.
        expect({ without_line: own.filter((route) => !lines.has(route)) }).toEqual({ without_line: [] })
        expect({ without_route: [...lines].filter((route) => !own.includes(route)) }).toEqual({ without_route: [] })
        expect(declared.filter((route) => !lines.has(route))).toEqual([])
      })

      it("keeps the door of every store route shut to whoever is no active employee of a dealer", async () => {
        const { storefront, people, outsider, staff } = world
        const signedIn = people.owner.headers
        const sessions = {
          anonymous: storefront,
          "no key": { headers: { ...signedIn, "x-publishable-api-key": "" } },
          "wrong key": { headers: { ...signedIn, "x-publishable-api-key": "pk_0000" } },
          outsider,
          blocked: people.blocked,
          staff: { headers: { ...storefront.headers, ...staff.headers } },
          "ended acting": people.ended_acting,
        }
        const nowhere = { route: "GET /store/there-is-no-such-route", names: [] }
        const rows = [...tables.store, nowhere].map((row) => ({ ...row, expected: STORE_DOORS }))
        expect(await walk(rows, sessions)).toEqual([])
      })

      it("answers every dealer as the table says, tells nobody what he may not know and changes nothing of others", async () => {
        const problems: string[] = []
        for (const row of tables.store) {
          problems.push(...(await problemsOf(row)))
        }
        expect(problems).toEqual([])
      })

      it("answers on the routes of signing in as the table says", async () => {
        const sessionOf = async () => {
          const employee = await createEmployee(getContainer(), { legal_entity_id: world.entities.child.id })
          return { ...(await dealerSession(api, world.storefront, employee)), id: employee.id }
        }
        const [dealer, blocked, withdrawn] = [await sessionOf(), await sessionOf(), await sessionOf()]
        const setState = (employee_id: string, state: "active" | "blocked") =>
          setEmployeeStateWorkflow(getContainer()).run({ input: { employee_id, state, actor: SYSTEM_ACTOR } })
        await setState(blocked.id, "blocked")
        await setState(withdrawn.id, "blocked")
        await setState(withdrawn.id, "active")
        expect(await walk(tables.auth, { dealer, blocked, withdrawn, staff: world.staff, acting: world.people.acting })).toEqual([])
      })

      it("opens own admin routes to staff alone, and lets dealers into no stock route of the admin", async () => {
        const sessions = { dealer: world.people.owner, staff: world.staff, manager: world.manager }
        expect(await walk(tables.admin, sessions)).toEqual([])
        const lines = new Set(tables.admin.map(({ route }) => route))
        const stock = routesOf(app()).filter((route) => / \/admin\//.test(route) && !route.includes("*") && !lines.has(route))
        const rows = stock.map((route) => ({ route, names: [], expected: { anonymous: "401", dealer: "401" } }))
        const open = (await walk(rows, sessions)).map((difference) => difference.replace(/ as .*/, ""))
        // It tells names of features and nothing of anybody.
        expect([...new Set(open)]).toEqual(["GET /admin/feature-flags"])
      })

      it("shuts a manager out of every stock route of the admin that is not opened to managers", async () => {
        const lines = new Set(tables.admin.map(({ route }) => route))
        const shut = routesOf(app()).filter((route) => {
          const [method = "", path = ""] = route.split(" ")
          const asked = { method, path, fields: "", user_id: world.manager.user_id }
          return / \/admin\/(?!.*\*)/.test(route) && !lines.has(route) && decideArea(asked, { sees_all: false }) === "refused"
        })
        expect(shut.length).toBeGreaterThan(200)
        const rows = shut.map((route) => ({ route, names: [], expected: { manager: "403 role_insufficient" } }))
        const open = await walk(rows, { manager: world.manager })
        // Whoever was invited signs up there, by the secret of his mail.
        expect(open.map((difference) => difference.replace(/ as .*/, ""))).toEqual(["POST /admin/invites/accept"])
      })

      it("knows what stands open beside store and admin", async () => {
        expect(await walk(tables.open, { dealer: world.people.owner })).toEqual([])
      })
    })

    describeTricks({ api, container: getContainer, world: () => world })
  },
})
