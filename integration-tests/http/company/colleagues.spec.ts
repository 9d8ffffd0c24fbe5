import { renameSync, rmSync, writeFileSync } from "node:fs"
import { SYSTEM_ACTOR, today } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { handOverWorkWorkflow } from "../../../src/workflows/company/hand-over-work"
import { setEmployeeStateWorkflow } from "../../../src/workflows/company/set-employee-state"
import { tellEndingContractsWorkflow } from "../../../src/workflows/company/tell-ending-contracts"
import { answerOf } from "../../helpers/answer-of"
import { createContract } from "../../helpers/create-contract"
import { createDealerCart } from "../../helpers/create-dealer-cart"
import { createDealerOrder } from "../../helpers/create-dealer-order"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { createSignedInEmployee } from "../../helpers/create-signed-in-employee"
import { createStaffSession } from "../../helpers/create-staff-session"
import { keepMails, mailsTo, mailTo, tokenIn } from "../../helpers/mails"
import { withoutTable } from "../../helpers/without-table"
import { createWorld, type World } from "./world"

jest.setTimeout(240_000)
const mails = keepMails()

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: World
    let staff: { headers: Record<string, string> }
    type Person = { headers: Record<string, string> }

    beforeEach(async () => {
      world = await createWorld(getContainer())
      staff = await createStaffSession(getContainer())
    })

    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const company = () => getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
    const get = (who: Person, path: string) => answerOf(api.get(path, who))
    const post = (who: Person, path: string, body: unknown = {}) => answerOf(api.post(path, body, who))
    const people = "/store/company/employees"
    let made = 0
    const hire = (who: Person, data: Record<string, unknown>) =>
      post(who, people, { name: "Анна Ремарк", email: `colleague-${(made += 1)}@dealer.test`, ...data })
    const employ = (legal_entity_id: string, role: "superuser" | "privileged" | "ordinary" = "ordinary") =>
      createSignedInEmployee(getContainer(), world.storefront, { legal_entity_id, role })

    describe("a superuser", () => {
      it("makes a colleague of several entities, who signs in by the mail and switches between them", async () => {
        const { entities, storefront } = world
        const { status, data } = await hire(world.people.head, {
          legal_entity_ids: [entities.child.id, entities.sibling.id],
          phone: "+7 900 1",
        })
        expect(status).toBe(200)
        expect(data.employee).toMatchObject({ role: "ordinary", state: "active", has_password: false, custom_role: null })
        expect(data.employee.legal_entities.map(({ id, is_default }: Record<string, unknown>) => [id, is_default]).sort()).toEqual(
          [
            [entities.child.id, true],
            [entities.sibling.id, false],
          ].sort()
        )
        const token = tokenIn(await mailTo(mails, data.employee.email, "#token="))
        const accepted = await answerOf(api.post("/auth/invitations/accept", { token, password: "correct horse" }))
        const session = { headers: { ...storefront.headers, authorization: `Bearer ${accepted.data.token}` } }
        expect((await post(session, "/store/me/legal-entity", { legal_entity_id: entities.sibling.id })).status).toBe(200)
        expect((await get(world.people.head, `${people}/${data.employee.id}`)).data.employee.has_password).toBe(true)
      })

      it("sees and finds the people of his reach alone: the head all, a child its own, an ordinary person himself", async () => {
        const namesOf = async (who: Person, query = "") =>
          (await get(who, `${people}${query}`)).data.employees.map(({ id }: { id: string }) => id).sort()
        const { head, clerk, child, sibling, blocked } = world.people
        expect(await namesOf(head)).toEqual([head.id, clerk.id, child.id, sibling.id, blocked.id].sort())
        expect(await namesOf(child)).toEqual([child.id, blocked.id].sort())
        expect(await namesOf(clerk)).toEqual([clerk.id])
        expect(await namesOf(head, "?state=blocked")).toEqual([blocked.id])
        expect(await namesOf(head, `?q=${sibling.email}&limit=1`)).toEqual([sibling.id])
        expect(await namesOf(head, `?legal_entity_id=${world.entities.stranger.id}`)).toEqual([])
        expect((await get(child, `${people}/${sibling.id}`)).status).toBe(404)
      })

      it("gives no right and no entity that he does not have, and changes nobody above or outside", async () => {
        const { entities } = world
        const rights = ["person", "order"].flatMap((section) =>
          ["view", "create", "edit"].map((action) => ({ section, action, scope: "entity" }))
        )
        const { data } = await post(staff, "/admin/roles", {
          code: "deputy",
          name: "Deputy",
          rights,
          holding_id: entities.child.holding_id,
        })
        const deputy = await employ(entities.child.id)
        expect((await post(staff, `/admin/employees/${deputy.id}`, { role_id: data.role.id })).status).toBe(200)
        const codeOf = async (answer: Promise<{ data: { code?: string } }>) => (await answer).data.code
        expect(await codeOf(hire(deputy, { role: "superuser", legal_entity_ids: [entities.child.id] }))).toBe("right_not_held")
        expect((await hire(deputy, { role_id: data.role.id, legal_entity_ids: [entities.child.id] })).status).toBe(200)
        expect((await hire(deputy, { role_id: data.role.id, legal_entity_ids: [entities.sibling.id] })).status).toBe(404)
        expect(await codeOf(post(deputy, `${people}/${world.people.child.id}/state`, { state: "blocked" }))).toBe("person_above")

        const both = await employ(entities.child.id)
        await company().createEmployeeMemberships({ employee_id: both.id, legal_entity_id: entities.sibling.id })
        expect(await codeOf(post(world.people.child, `${people}/${both.id}`, { role: "privileged" }))).toBe("person_out_of_reach")
        expect((await post(world.people.head, `${people}/${both.id}`, { role: "privileged" })).data.employee.role).toBe("privileged")
        expect((await post(world.people.stranger, `${people}/${both.id}`, { role: "ordinary" })).status).toBe(404)
        expect((await get(deputy, "/store/company/roles")).data.roles).toMatchObject([{ code: "deputy" }])
        expect(await codeOf(answerOf(api.delete(`/admin/roles/${data.role.id}`, staff)))).toBe("role_in_use")
        expect(await codeOf(post(staff, "/admin/roles", { code: "deputy", name: "Deputy", rights }))).toBe("role_code_taken")
      })

      it("is given no role that is removed at the same moment", async () => {
        const mate = await employ(world.entities.child.id)
        for (const code of ["first", "second", "third", "fourth"]) {
          const role = { code, name: code, rights: [{ section: "order", action: "view", scope: "own" }] }
          const role_id: string = (await post(staff, "/admin/roles", role)).data.role.id
          const answers = await Promise.all([
            post(staff, `/admin/employees/${mate.id}`, { role_id }),
            answerOf(api.delete(`/admin/roles/${role_id}`, staff)),
          ])
          expect([
            [200, 400],
            [404, 200],
          ]).toContainEqual(answers.map(({ status }) => status))
          await company().updateEmployees({ id: mate.id, role_id: null })
        }
      })

      it("writes no role beneath a custom one, and uncovers none, that he could not give", async () => {
        const { entities, people: who } = world
        const rights = ["view", "create", "edit"].map((action) => ({ section: "person", action, scope: "entity" }))
        const role = { code: "keeper", name: "Keeper", rights, holding_id: entities.child.holding_id }
        const role_id: string = (await post(staff, "/admin/roles", role)).data.role.id
        const keeper = await employ(entities.child.id)
        const mate = await employ(entities.child.id)
        await company().updateEmployees([keeper, mate].map(({ id }) => ({ id, role_id })))
        const codeOf = async (answer: Promise<{ data: { code?: string } }>) => (await answer).data.code
        const legal_entity_ids = [entities.child.id]
        expect(await codeOf(hire(keeper, { role: "superuser", role_id, legal_entity_ids }))).toBe("right_not_held")
        expect(await codeOf(post(keeper, `${people}/${mate.id}`, { role: "superuser", role_id }))).toBe("right_not_held")
        await company().updateEmployees({ id: mate.id, role: "superuser" })
        expect(await codeOf(post(keeper, `${people}/${mate.id}`, { role_id: null }))).toBe("right_not_held")
        expect((await post(keeper, `${people}/${mate.id}`, { role_id })).status).toBe(200)
        expect((await post(who.head, `${people}/${mate.id}`, { role_id: null })).data.employee.role).toBe("superuser")
      })

      it("attaches and detaches entities: one is always the default, never none, and sight follows at once", async () => {
        const { entities, people: who } = world
        const change = (body: unknown) => post(who.head, `${people}/${who.clerk.id}`, body)
        const { data } = await change({
          legal_entity_ids: [entities.head.id, entities.child.id],
          default_legal_entity_id: entities.child.id,
        })
        const defaults = data.employee.legal_entities.filter(({ is_default }: { is_default: boolean }) => is_default)
        expect(defaults).toMatchObject([{ id: entities.child.id }])
        expect((await get(who.clerk, "/store/me")).data.legal_entities).toHaveLength(2)
        expect((await change({ legal_entity_ids: [] })).status).toBe(400)
        expect((await change({ legal_entity_ids: [entities.head.id], default_legal_entity_id: entities.child.id })).status).toBe(400)
        expect((await change({ legal_entity_ids: [entities.head.id] })).data.employee.legal_entities).toHaveLength(1)
        expect((await get(who.clerk, "/store/me")).data.legal_entities).toHaveLength(1)
      })

      it("is never the last one to go: neither blocked, nor degraded, nor detached", async () => {
        const { people: who, entities } = world
        const own = `${people}/${who.head.id}`
        for (const [path, body] of [
          [`${own}/state`, { state: "blocked" }],
          [own, { role: "privileged" }],
          [own, { legal_entity_ids: [entities.child.id] }],
        ] as const) {
          expect(await post(who.head, path, body)).toMatchObject({ status: 400, data: { code: "last_superuser" } })
        }
        const second = await employ(entities.head.id, "superuser")
        expect((await post(who.head, own, { role: "privileged" })).status).toBe(200)
        expect((await post(second, `${people}/${second.id}`, { role: "ordinary" })).data.code).toBe("last_superuser")
      })

      it("leaves what others manage, or he himself from the head, though he be the last one elsewhere", async () => {
        const { people: who, entities } = world
        const alone = await createLegalEntity(getContainer())
        const both = await employ(alone.id, "superuser")
        await company().createEmployeeMemberships({ employee_id: both.id, legal_entity_id: entities.stranger.id })
        const keep = (person: Person & { id: string }, entity: { id: string }) =>
          post(person, `${people}/${person.id}`, { legal_entity_ids: [entity.id] })
        expect((await keep(both, entities.stranger)).data.code).toBe("last_superuser")
        expect((await keep(both, alone)).status).toBe(200)

        await company().updateEmployees({ id: who.sibling.id, role: "ordinary" })
        await company().createEmployeeMemberships({ employee_id: who.head.id, legal_entity_id: entities.sibling.id })
        expect((await keep(who.head, entities.sibling)).data.code).toBe("last_superuser")
        expect((await keep(who.head, entities.head)).status).toBe(200)
      })

      it("of two who block each other at once one is left", async () => {
        const { people: who, entities } = world
        const second = await employ(entities.head.id, "superuser")
        const answers = await Promise.all([
          post(who.head, `${people}/${second.id}/state`, { state: "blocked" }),
          post(second, `${people}/${who.head.id}/state`, { state: "blocked" }),
        ])
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
        const left = await company().listEmployees({ id: [who.head.id, second.id], state: "active" })
        expect(left).toHaveLength(1)
      })
    })

    describe("work", () => {
      async function workOf(person: { customer_id: string }) {
        const { entities, contracts } = world
        const cart = (place: "head" | "child") =>
          createDealerCart(getContainer(), { customer_id: person.customer_id, contract_id: contracts[place].id })
        const order = (place: "head" | "child") =>
          createDealerOrder(getContainer(), { customer_id: person.customer_id, legal_entity_id: entities[place].id })
        return { carts: [await cart("head"), await cart("child")], orders: [await order("head"), await order("child")] }
      }
      const ownersOf = async (table: "cart" | "order") =>
        (await db()(table).select("customer_id").orderBy("id")).map(({ customer_id }) => customer_id)

      it("of a blocked person goes over to a colleague, as far as the colleague works for the entity", async () => {
        const { people: who, entities } = world
        await workOf(who.clerk)
        const receiver = await employ(entities.head.id)
        const path = `${people}/${who.clerk.id}/hand-over`
        expect((await post(who.head, path, { to_employee_id: who.stranger.id })).status).toBe(404)
        expect((await post(who.head, path, { to_employee_id: who.blocked.id })).data.code).toBe("receiver_blocked")
        expect((await post(who.head, path, { to_employee_id: who.clerk.id })).data.code).toBe("hand_over_to_self")
        expect((await post(who.head, `${people}/${who.clerk.id}/state`, { state: "blocked" })).status).toBe(200)
        const { data } = await post(who.head, path, { to_employee_id: receiver.id })
        expect(data).toEqual({ handed_over: { carts: 1, orders: 1 } })
        for (const table of ["cart", "order"] as const) {
          expect((await ownersOf(table)).sort()).toEqual([receiver.customer_id, who.clerk.customer_id].sort())
        }
        const again = await post(staff, `/admin/employees/${who.clerk.id}/hand-over`, { to_employee_id: who.child.id })
        expect(again.data).toEqual({ handed_over: { carts: 1, orders: 1 } })
      })

      it("stays where it is when the log cannot be written", async () => {
        const { people: who, entities } = world
        await workOf(who.clerk)
        const receiver = await employ(entities.head.id)
        const input = { employee_id: who.clerk.id, to_employee_id: receiver.id, changer: null, actor: SYSTEM_ACTOR }
        await withoutTable(getContainer(), "audit_entry", () =>
          expect(handOverWorkWorkflow(getContainer()).run({ input })).rejects.toMatchObject({
            message: expect.stringContaining("audit_entry"),
          })
        )
        for (const table of ["cart", "order"] as const) {
          expect(new Set(await ownersOf(table))).toEqual(new Set([who.clerk.customer_id]))
        }
      })
    })

    it("lets no request through that begins after the block, of twenty that run while it is made", async () => {
      const { child } = world.people
      let isBlocked = false
      const startedAfter: number[] = []
      let answered = (): void => undefined
      const firstAnswer = new Promise<void>((resolve) => (answered = resolve))
      const ask = async () => {
        const beganAfter = isBlocked
        const { status } = await get(child, "/store/me")
        answered()
        if (beganAfter) {
          startedAfter.push(status)
        }
        return status
      }
      const blocking = firstAnswer
        .then(() =>
          setEmployeeStateWorkflow(getContainer()).run({ input: { employee_id: child.id, state: "blocked", actor: SYSTEM_ACTOR } })
        )
        .then(() => {
          isBlocked = true
        })
      const workers = Array.from({ length: 20 }, async () => {
        const statuses: number[] = []
        while (startedAfter.length < 40) {
          statuses.push(await ask())
        }
        return statuses
      })
      const statuses = (await Promise.all([...workers, blocking.then(() => [])])).flat()
      expect(new Set(startedAfter)).toEqual(new Set([403]))
      expect(statuses).toContain(200)
    })

    it("tells the superusers of an entity and of its head of a contract that ends, once a notice, and anew when it is prolonged", async () => {
      const { entities, people: who } = world
      const inDays = (days: number) => new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10)
      const contract = await createContract(getContainer(), { legal_entity_id: entities.child.id, number: "Д-14", ends_on: inDays(14) })
      await createContract(getContainer(), { legal_entity_id: entities.child.id, number: "Д-15", ends_on: inDays(15) })
      await createContract(getContainer(), { legal_entity_id: entities.child.id, number: "Д-B", ends_on: inDays(2), state: "blocked" })
      const run = () => tellEndingContractsWorkflow(getContainer()).run({ input: undefined })
      await run()
      await run()
      const told = (email: string) => mailsTo(mails, email).filter((mail) => mail.includes("Д-"))
      expect(told(who.child.email)).toEqual([expect.stringContaining("Д-14")])
      expect(told(who.head.email)).toEqual([expect.stringContaining("Д-14")])
      expect([told(who.clerk.email), told(who.sibling.email), told(who.blocked.email)]).toEqual([[], [], []])
      await company().updateContracts({ id: contract.id, ends_on: inDays(3) })
      await run()
      expect(told(who.child.email)).toHaveLength(2)
      await company().updateContracts({ id: contract.id, ends_on: inDays(400) })
      await run()
      expect(told(who.child.email)).toHaveLength(2)
    })

    it("tells of a contract on the next run where the mail failed, and never again once it went out", async () => {
      await createContract(getContainer(), { legal_entity_id: world.entities.stranger.id, number: "Д-once", ends_on: today() })
      const run = () => tellEndingContractsWorkflow(getContainer()).run()
      const told = () => mailsTo(mails, world.people.stranger.email)
      renameSync(mails, `${mails}-away`)
      writeFileSync(mails, "no folder, so that no mail can be put down")
      await run()
      rmSync(mails)
      renameSync(`${mails}-away`, mails)
      expect(told()).toEqual([])
      expect([(await run()).result, (await run()).result]).toEqual([{ due: 1 }, { due: 0 }])
      expect(told()).toEqual([expect.stringContaining("Д-once")])
    })
  },
})
