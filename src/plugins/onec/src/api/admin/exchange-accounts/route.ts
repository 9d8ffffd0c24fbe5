import { actorOf, AUDIT_LOG, type AuditLog } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ONEC_MODULE } from "../../../modules/onec"
import type OnecModuleService from "../../../modules/onec/service"
import { presentAccount } from "./present"
import type { CreateAccountBody, ListAccountsQuery } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset, is_active } = req.validatedQuery as ListAccountsQuery
  const onec = req.scope.resolve<OnecModuleService>(ONEC_MODULE)
  const filter = is_active === undefined ? {} : { is_active: is_active === "true" }
  const [accounts, count] = await onec.listAndCountOnecAccounts(filter, { take: limit, skip: offset, order: { login: "ASC" } })
  res.json({ exchange_accounts: accounts.map(presentAccount), count, limit, offset })
}

/**
 * Straight to the module: a workflow would keep its input and output, and with them the secret. Should the log refuse its entry, the secret
 * is not told either.
 */
export async function POST(req: AuthenticatedMedusaRequest<CreateAccountBody>, res: MedusaResponse): Promise<void> {
  const { account, secret } = await req.scope.resolve<OnecModuleService>(ONEC_MODULE).createAccount(req.validatedBody)
  const { login, source, dialect, file_limit } = account
  await req.scope.resolve<AuditLog>(AUDIT_LOG).append([
    {
      actor: actorOf(req),
      action: "exchange_account.created",
      subject_type: "exchange_account",
      subject_id: account.id,
      after: { login, source, dialect, file_limit },
    },
  ])
  res.json({ exchange_account: presentAccount(account), secret })
}
