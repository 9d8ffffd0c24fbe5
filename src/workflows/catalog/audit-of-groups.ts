import type { Actor, AuditInput } from "@kontor/framework"
import type { MappedGroups } from "../../database/groups/map-groups"

/** What the log says of groups that go elsewhere. */
export const auditOfGroups = (actor: Actor, source: string, groups: MappedGroups["groups"]): AuditInput[] =>
  groups.map(({ external_id, before, after }) => ({
    ...{ actor, action: "group_mapping.updated", subject_type: "group_mapping", subject_id: `${source} ${external_id}` },
    ...{ before: { ...before }, after: { ...after } },
  }))
