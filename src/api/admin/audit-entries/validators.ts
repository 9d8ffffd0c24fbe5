import { z } from "@medusajs/framework/zod"

const id = z.string().trim().min(1).max(64)
const moment = z.iso.datetime({ offset: true })

export const AdminListAuditEntries = z
  .object({
    actor_id: id.optional(),
    acting_for_employee_id: id.optional(),
    action: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .describe("An action, or all of a kind by a point at the end: `employee.blocked`, `employee.`"),
    subject_type: id.optional(),
    subject_id: id.optional(),
    legal_entity_id: id.optional(),
    from: moment.optional().describe("Included"),
    to: moment.optional().describe("Not included"),
    q: z.string().trim().min(2).max(100).optional().describe("Part of the actor's name, the action or the subject's id"),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    cursor: z.string().min(1).max(200).optional().describe("`next_cursor` of the page before"),
  })
  .strict()
export type AdminListAuditEntries = z.infer<typeof AdminListAuditEntries>

const facts = z.record(z.string(), z.unknown()).nullable()

export const AdminAuditEntryListResponse = z.object({
  audit_entries: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      actor: z.object({
        kind: z.enum(["employee", "user", "exchange", "system"]),
        id: z.string().nullable(),
        name: z.string().nullable(),
        ip: z.string().nullable(),
        user_agent: z.string().nullable(),
      }),
      acting_for: z.object({ employee_id: z.string(), name: z.string().nullable() }).nullable().describe("As whom a user was signed in"),
      action: z.string(),
      subject: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
      legal_entity: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
      before: facts,
      after: facts,
      names: z.record(z.string(), z.string()).describe("What ids that stand in `before` and `after` are called now, by id"),
    })
  ),
  next_cursor: z.string().nullable().describe("Null: this is the last page"),
})
