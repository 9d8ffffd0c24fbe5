import { type Actor, ErpWorkflows, type OutboundPartners } from "@kontor/framework"
import { writePartners } from "../../json/write-partners"
import { type ExchangeReply, json, success } from "../wire/reply"
import type { ExchangeContext, Incoming, Session } from "./context"

/** Partners in one `query`; the next one brings the next ones. */
const PARTNERS_LIMIT = 500

/**
 * `query`: legal entities and delivery points that were made or changed here and that 1C has not confirmed, as a partners package. Each is
 * given once in a session, unless it changed since: 1C asks until a package has no rows.
 */
export async function queryPartners(context: ExchangeContext, session: Session): Promise<ExchangeReply> {
  const partners = await context.run<OutboundPartners>(ErpWorkflows.collectPartners, {
    source: session.source,
    limit: PARTNERS_LIMIT,
    given: session.sent_partners ?? [],
  })
  const receipts = [...partners.legal_entities, ...partners.delivery_points].map(({ receipt }) => receipt)
  if (receipts.length > 0) {
    await context.onec.rememberSentPartners(session.id, receipts)
  }
  return json(writePartners(partners, new Date()))
}

/** `success`: 1C has committed what it was given in this session; exactly that is confirmed, and nothing changed since. */
export async function confirmPartners(context: ExchangeContext, session: Session, incoming: Incoming): Promise<ExchangeReply> {
  const receipts = session.sent_partners ?? []
  if (receipts.length > 0) {
    await context.run(ErpWorkflows.confirmPartners, { source: session.source, receipts, actor: actorOf(session, incoming) })
  }
  return success()
}

function actorOf({ account_id, login }: Session, { ip }: Incoming): Actor {
  return { kind: "exchange", id: account_id, name: login, acting_for_employee_id: null, ip: ip || null, user_agent: null }
}
