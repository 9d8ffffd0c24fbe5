import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ONEC_MODULE } from "../../../modules/onec"
import type OnecModuleService from "../../../modules/onec/service"
import { presentAccount } from "./present"
import { recordOrUndo } from "./record-or-undo"
import type { CreateAccountBody, ListAccountsQuery } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset, is_active } = req.validatedQuery as ListAccountsQuery
  const onec = req.scope.resolve<OnecModuleService>(ONEC_MODULE)
  const filter = is_active === undefined ? {} : { is_active: is_active === "true" }
  const [accounts, count] = await onec.listAndCountOnecAccounts(filter, { take: limit, skip: offset, order: { login: "ASC" } })
  res.json({ exchange_accounts: accounts.map(presentAccount), count, limit, offset })
}

/**
 * Straight to the module: a workflow would keep its input and output, and with them the secret. Should the log refuse its entry, the account
 * goes again: its secret would be known to nobody, and its login taken.
 */
export async function POST(req: AuthenticatedMedusaRequest<CreateAccountBody>, res: MedusaResponse): Promise<void> {
  const onec = req.scope.resolve<OnecModuleService>(ONEC_MODULE)
  const { account, secret } = await onec.createAccount(req.validatedBody)
  const { id, login, source, dialect, file_limit } = account
  const entry = { action: "exchange_account.created", subject_id: id, after: { login, source, dialect, file_limit } }
  await recordOrUndo(req, entry, () => onec.deleteOnecAccounts(id))
  res.json({ exchange_account: presentAccount(account), secret })
}
