import { defineRoutes } from "@kontor/framework"
import { accountListResponse, accountResponse, createAccountBody, createdAccountResponse, listAccountsQuery } from "./validators"

const PATH = "/admin/exchange-accounts"

export const exchangeAccountRoutes = defineRoutes([
  {
    method: "GET",
    path: PATH,
    staff: "administrators",
    summary: "List the sign-ins of 1C bases",
    query: listAccountsQuery,
    response: accountListResponse,
  },
  {
    method: "POST",
    path: PATH,
    staff: "administrators",
    summary: "Make a sign-in for a 1C base",
    description: "The secret is in this answer only.",
    body: createAccountBody,
    response: createdAccountResponse,
  },
  {
    method: "DELETE",
    path: `${PATH}/:id`,
    staff: "administrators",
    summary: "Switch a sign-in off; it stays in the list",
    response: accountResponse,
  },
])
