import { AS_READ } from "@kontor/framework"
import type { FactSource } from "../../modules/company/rules/fact-source"
import { userName } from "./user-name"

/** Who of the supplier's people looks after a client, by itself or through its holding. */
export interface ManagerView {
  id: string
  /** Null while the ERP names somebody who has no user yet. */
  user_id: string | null
  name: string | null
  email: string | null
  role: "manager" | "assistant"
  source: FactSource
  /** True when the whole holding is assigned to him. */
  of_holding: boolean
}

/** More than any client has; what lies beyond is not shown. */
export const PARTS_MAX = 500

const NAME = `coalesce(${userName("u")}, m.manager_name)`

/** SQL of the {@link ManagerView}s whose assignment `m` meets the condition, as a JSON list: those of the client before those of its holding. */
export const managersOf = (condition: string) => `
  (select coalesce(json_agg(part), '[]') from (
    select m.id, m.user_id, ${NAME} as name,
      coalesce(u.email, m.manager_email) as email, m.role, m.source, m.holding_id is not null as of_holding
    from manager_assignment m left join "user" u on u.id = m.user_id and u.deleted_at is null
    where (${condition}) and m.deleted_at is null
    order by m.holding_id is not null, m.role desc, ${NAME} ${AS_READ}, m.id limit ${PARTS_MAX}) part)`
