import { defineRoutes } from "@kontor/framework"
import {
  AdminExchangeRunListResponse,
  AdminExchangeRunResponse,
  AdminGetExchangeRun,
  AdminListExchangeRuns,
  AdminRetryExchangeRun,
  AdminRetryExchangeRunResponse,
} from "./validators"

export const adminExchangeRunMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/exchange-runs",
    staff: "leads",
    summary: "The exchange log, newest first",
    query: AdminListExchangeRuns,
    response: AdminExchangeRunListResponse,
  },
  {
    method: "GET",
    path: "/admin/exchange-runs/:id",
    staff: "leads",
    summary: "One run with a page of its issues",
    description: "At most 1,000 issues of a run are kept; `issue_count` tells how many there were.",
    query: AdminGetExchangeRun,
    response: AdminExchangeRunResponse,
  },
  {
    method: "POST",
    path: "/admin/exchange-runs/:id/retry",
    staff: "leads",
    summary: "Load the file of a finished run once more",
    description: "400 with code `inbox_busy` while it waits or runs, `file_missing` when the spool no longer has it.",
    body: AdminRetryExchangeRun,
    response: AdminRetryExchangeRunResponse,
  },
])
