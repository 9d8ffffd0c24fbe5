import { defineRoutes } from "@kontor/framework"
import {
  AdminCreatePriceType,
  AdminPriceTypeResponse,
  AdminPriceTypesQuery,
  AdminPriceTypesResponse,
  AdminSavePriceType,
  AdminSetTypePrices,
  AdminSetTypePricesResponse,
  AdminTypePricesQuery,
  AdminTypePricesResponse,
} from "./validators"

const REFUSALS = "`fallback_to_self`, `price_type_unknown` for the fallback."

export const adminPriceTypeMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/price-types",
    staff: "everyone",
    summary: "All price types, retail first",
    query: AdminPriceTypesQuery,
    response: AdminPriceTypesResponse,
  },
  {
    method: "POST",
    path: "/admin/price-types",
    staff: "leads",
    summary: "Make a price type that is not of the ERP",
    description: `Its prices come by an XLSX. 400 with code \`currency_unknown\`, ${REFUSALS}`,
    body: AdminCreatePriceType,
    response: AdminPriceTypeResponse,
  },
  {
    method: "GET",
    path: "/admin/price-types/:id",
    staff: "everyone",
    summary: "One price type",
    query: AdminPriceTypesQuery,
    response: AdminPriceTypeResponse,
  },
  {
    method: "POST",
    path: "/admin/price-types/:id",
    staff: "leads",
    summary: "Change the retail mark, region or fallback of a price type, and all of one that is not of the ERP",
    description: `400 with code \`erp_owned\` for what the ERP has said, ${REFUSALS}`,
    body: AdminSavePriceType,
    response: AdminPriceTypeResponse,
  },
  {
    method: "GET",
    path: "/admin/price-types/:id/prices",
    staff: "everyone",
    summary: "Prices of a type by article, those by unit and quantity among them",
    query: AdminTypePricesQuery,
    response: AdminTypePricesResponse,
  },
  {
    method: "POST",
    path: "/admin/price-types/:id/prices",
    staff: "leads",
    summary: "Set or remove prices of a type that is not of the ERP, by unit and quantity too",
    description:
      "All of them or none; the same again changes nothing. 400 with code `erp_owned`, `unit_unknown`, `article_unknown`, `duplicate`, `prices_busy` while a load writes.",
    body: AdminSetTypePrices,
    response: AdminSetTypePricesResponse,
  },
])
