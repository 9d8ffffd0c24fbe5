import type { ApplicationCard } from "../database/applications/application-card"
import { wantedChanges, wholeRequisites } from "../modules/company/rules/application-requisites"

/** What both sides see of an application. */
export function presentApplication(card: ApplicationCard) {
  const { id, number, kind, state, created_at, applicant, comment, files, decision, legal_entity, events, former, requisites } = card
  return {
    ...{ id, number, kind, state, created_at, applicant, comment, files, decision, legal_entity, events },
    requisites: wholeRequisites(requisites, former),
    changes: wantedChanges(requisites, former),
  }
}
