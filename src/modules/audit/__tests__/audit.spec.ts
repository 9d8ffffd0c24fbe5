import { join } from "node:path"
import { type AuditInput, SYSTEM_ACTOR } from "@kontor/framework"
import { model } from "@medusajs/framework/utils"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { AUDIT_MODULE } from ".."
import type AuditModuleService from "../service"

jest.setTimeout(60_000)

/** The runner makes a database only for a module with models; the table itself comes from the migration. */
const AuditEntry = model.define("audit_entry", { id: model.id().primaryKey() })

const blocked: AuditInput = {
  actor: { kind: "user", id: "user_1", name: "Olga", acting_for_employee_id: "empl_2", ip: "10.0.0.1", user_agent: "curl" },
  action: "employee.blocked",
  subject_type: "employee",
  subject_id: "empl_1",
  legal_entity_id: "lent_1",
  before: { state: "active", password: "old" },
  after: { state: "blocked", password: "new" },
}

moduleIntegrationTestRunner<AuditModuleService>({
  moduleName: AUDIT_MODULE,
  resolve: join(__dirname, ".."),
  pathToMigrations: join(__dirname, "..", "migrations"),
  moduleModels: [AuditEntry],
  testSuite: ({ service, MikroOrmWrapper }) => {
    const sql = (statement: string) => MikroOrmWrapper.forkManager().execute<Record<string, unknown>[]>(statement)
    const stored = () => sql(`select * from audit_entry order by at, id`)

    it("keeps who, what, when, from where, before and after, and no secret", async () => {
      const start = Date.now()
      await service.append([blocked, { actor: SYSTEM_ACTOR, action: "a.b", subject_type: "a", subject_id: "1" }])
      const [first, second] = await stored()
      expect(first).toMatchObject({
        id: expect.stringMatching(/^audt_/),
        actor_kind: "user",
        actor_id: "user_1",
        actor_name: "Olga",
        acting_for_employee_id: "empl_2",
        ip: "10.0.0.1",
        user_agent: "curl",
        legal_entity_id: "lent_1",
        before: { state: "active", password: "[removed]" },
        after: { state: "blocked", password: "[removed]" },
      })
      expect(Math.abs(new Date(String(first?.["at"])).getTime() - start)).toBeLessThan(60_000)
      expect(second).toMatchObject({ actor_kind: "system", actor_id: null, legal_entity_id: null, before: null, after: null })
    })

    it("keeps nothing when there is nothing to keep", async () => {
      await service.append([])
      expect(await stored()).toEqual([])
    })

    it.each([
      ["an update", "update audit_entry set action = 'x'"],
      ["an update of no row", "update audit_entry set action = 'x' where false"],
      ["a deletion", "delete from audit_entry"],
      ["emptying", "truncate audit_entry"],
      [
        "an update by an insert that meets its like",
        "insert into audit_entry select * from audit_entry on conflict (id) do update set action = 'x'",
      ],
      ["a deletion under replication", "set session_replication_role = replica; delete from audit_entry"],
    ])("is held by the database against %s", async (_title, statement) => {
      await service.append([blocked])
      await expect(sql(statement)).rejects.toThrow("The audit log is append-only")
      expect(await stored()).toMatchObject([{ action: "employee.blocked" }])
    })
  },
})
