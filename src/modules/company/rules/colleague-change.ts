import type { Refusal, Right } from "@kontor/framework"
import { lackingRights } from "./lacking-rights"

/** Who changes: his rights, and the entities whose people he may change. */
export interface Changer {
  rights: Right[]
  entity_ids: string[]
}

export interface ColleagueFacts {
  id: string
  entity_ids: string[]
  rights: Right[]
}

/** What shall be; what is left out stays. */
export interface ColleagueChange {
  rights?: Right[]
  entity_ids?: string[]
}

export type ColleagueDecision = { ok: true } | { ok: false; is_visible: boolean; refusal: Refusal }

/**
 * Whether an employee may change a colleague so. A colleague who works for none of his entities does not exist for him; one who works
 * elsewhere too is not his to change, nor one with rights beyond his own. He gives neither rights nor entities that he does not have.
 */
export function decideColleagueChange(changer: Changer, colleague: ColleagueFacts | null, change: ColleagueChange): ColleagueDecision {
  const subject = colleague?.id ?? null
  const refuse = (code: string, message: string, is_visible = true): ColleagueDecision => {
    return { ok: false, is_visible, refusal: { code, message, subject } }
  }
  if (colleague) {
    const within = colleague.entity_ids.filter((id) => changer.entity_ids.includes(id))
    if (within.length === 0) {
      return refuse("not_found", `Employee with id ${colleague.id} was not found`, false)
    }
    if (within.length < colleague.entity_ids.length) {
      return refuse("person_out_of_reach", "This person also works for entities whose people you may not change.")
    }
    if (lackingRights(changer.rights, colleague.rights).length > 0) {
      return refuse("person_above", "This person has rights that you do not have.")
    }
  }
  const foreign = (change.entity_ids ?? []).find((id) => !changer.entity_ids.includes(id))
  if (foreign !== undefined) {
    return refuse("not_found", `Legal entity with id ${foreign} was not found`, false)
  }
  const [lacking] = lackingRights(changer.rights, change.rights ?? [])
  if (lacking) {
    const { section, action, scope } = lacking
    return refuse("right_not_held", `You cannot give the right ${section}.${action} (${scope}), since you do not have it.`)
  }
  return { ok: true }
}
