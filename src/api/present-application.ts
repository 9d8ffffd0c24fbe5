import type { ApplicationCard } from "../database/applications/application-card"
import { wantedChanges, wholeRequisites } from "../modules/company/rules/application-requisites"

/** What both sides see of an application. Of a change that was made the history tells what it was. */
export function presentApplication(card: ApplicationCard) {
  const { id, number, kind, state, created_at, applicant, comment, files, decision, legal_entity, events, standing, requisites } = card
  return {
    ...{ id, number, kind, state, created_at, applicant, comment, files, decision, legal_entity, events },
    requisites: wholeRequisites(requisites, standing),
    changes: wantedChanges(requisites, standing),
  }
}
