import { defineRoutes } from "@kontor/framework"
import {
  AdminCurrencyRateListResponse,
  AdminCurrencyRateResponse,
  AdminDeletedCurrencyRate,
  AdminListCurrencyRates,
  AdminPutCurrencyRate,
} from "./validators"

export const adminCurrencyRateMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/currency-rates",
    staff: "leads",
    summary: "Rates of currencies, the latest bank day first",
    query: AdminListCurrencyRates,
    response: AdminCurrencyRateListResponse,
  },
  {
    method: "POST",
    path: "/admin/currency-rates",
    staff: "leads",
    summary: "Make or correct the rate of a day",
    description:
      "Two currencies and a day name a rate. 400 with code `erp_owned` where the ERP has said the rate of that day; `currency_same`, `currency_unknown`, `currency_rate_invalid` for what is no rate.",
    body: AdminPutCurrencyRate,
    response: AdminCurrencyRateResponse,
  },
  {
    method: "DELETE",
    path: "/admin/currency-rates/:id",
    staff: "leads",
    summary: "Remove a rate: that of the bank day before holds again",
    description: "400 with code `erp_owned` for one that came from the ERP.",
    response: AdminDeletedCurrencyRate,
  },
])
