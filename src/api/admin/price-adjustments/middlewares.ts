import { defineRoutes } from "@kontor/framework"
import { MIME_TYPES } from "../../../modules/document/rules/mime-types"
import { receivePriceFile } from "../price-imports/upload"
import { AdminAdjustmentFileQuery, AdminAdjustmentImport, AdminAdjustmentImportResponse } from "./file/validators"
import {
  AdminAdjustmentChoicesResponse,
  AdminPriceAdjustmentCardResponse,
  AdminPriceAdjustmentEndedResponse,
  AdminPriceAdjustmentListResponse,
  AdminPriceAdjustmentPreviewResponse,
  AdminPriceAdjustmentResponse,
} from "./responses"
import {
  AdminAdjustmentChoices,
  AdminChangePriceAdjustment,
  AdminCreatePriceAdjustment,
  AdminEndPriceAdjustment,
  AdminListPriceAdjustments,
  AdminNoQuery,
  AdminPreviewPriceAdjustment,
} from "./validators"

/** Five thousand articles of a list. */
const bodyParser = { sizeLimit: "2mb" }

const REFUSED =
  "400 with code `adjustment_scope_unknown`, `adjustment_category_unknown`, `adjustment_list_empty`, `percent_out_of_range`, `days_out_of_order`, `adjustment_currency_invalid`, `currency_unknown`, `adjustment_scope_invalid`, or `prices_being_loaded`."
const STALE = "`erp_owned` for one that came from the ERP, `changed_meanwhile` when somebody changed it since `updated_at`."

export const adminPriceAdjustmentMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/price-adjustments",
    staff: "leads",
    summary: "Discounts and markups, made last first",
    query: AdminListPriceAdjustments,
    response: AdminPriceAdjustmentListResponse,
  },
  {
    method: "POST",
    path: "/admin/price-adjustments",
    staff: "leads",
    summary: "Make a discount or markup by hand",
    description: `The same asked again gives the one that was made. ${REFUSED}`,
    bodyParser,
    body: AdminCreatePriceAdjustment,
    response: AdminPriceAdjustmentResponse,
  },
  {
    method: "POST",
    path: "/admin/price-adjustments/preview",
    staff: "leads",
    summary: "What an adjustment would do: how much it reaches, how many prices change, examples before and after",
    description: `Nothing is saved. Compares at most 40 contracts and 20,000 prices, and says so. ${REFUSED} ${STALE} \`preview_too_slow\`.`,
    bodyParser,
    body: AdminPreviewPriceAdjustment,
    response: AdminPriceAdjustmentPreviewResponse,
  },
  {
    method: "GET",
    path: "/admin/price-adjustments/file",
    staff: "leads",
    summary: "All adjustments made by hand as an XLSX that can be edited and loaded again",
    description: "400 with code `too_many_adjustments` beyond 1,000.",
    query: AdminAdjustmentFileQuery,
    responseContentType: MIME_TYPES.xlsx,
  },
  {
    method: "POST",
    path: "/admin/price-adjustments/file",
    staff: "leads",
    summary: "Try a file of adjustments, or apply it as it was shown",
    description:
      "XLSX, XLS, ODS or CSV in the multipart field `file`, at most 1,000 rows. Without `mode` nothing is changed. 400 with code `price_file_…` for a file that cannot be used, `changed_meanwhile`, `import_has_problems`, `prices_being_loaded`.",
    query: AdminAdjustmentImport,
    bodyContentTypes: ["multipart/form-data"],
    middlewares: [receivePriceFile],
    response: AdminAdjustmentImportResponse,
  },
  {
    method: "GET",
    path: "/admin/price-adjustments/choices",
    staff: "leads",
    summary: "What an adjustment can be for, or aim at, by a part of its name",
    query: AdminAdjustmentChoices,
    response: AdminAdjustmentChoicesResponse,
  },
  {
    method: "GET",
    path: "/admin/price-adjustments/:id",
    staff: "leads",
    summary: "One discount or markup, with its products and what people changed in it",
    query: AdminNoQuery,
    response: AdminPriceAdjustmentCardResponse,
  },
  {
    method: "POST",
    path: "/admin/price-adjustments/:id",
    staff: "leads",
    summary: "Change a discount or markup that was made by hand",
    description: `${REFUSED} ${STALE}`,
    bodyParser,
    body: AdminChangePriceAdjustment,
    response: AdminPriceAdjustmentResponse,
  },
  {
    method: "DELETE",
    path: "/admin/price-adjustments/:id",
    staff: "leads",
    summary: "End a discount or markup that was made by hand",
    description: `Ended again it stays so. 400 with code ${STALE}`,
    query: AdminEndPriceAdjustment,
    response: AdminPriceAdjustmentEndedResponse,
  },
])
