import { defineRoutes } from "@kontor/framework"
import { MIME_TYPES } from "../../../modules/document/rules/mime-types"
import { receivePriceFile } from "./upload"
import {
  AdminApplyPriceImport,
  AdminPriceFileQuery,
  AdminPriceImportQuery,
  AdminPriceImportResponse,
  AdminPriceImportRowsQuery,
  AdminPriceImportRowsResponse,
  AdminTryPriceFile,
} from "./validators"

export const adminPriceImportMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/price-files",
    staff: "leads",
    summary:
      "Prices of a type or a contract, stock of a warehouse or sort numbers of all goods as an XLSX that can be edited and loaded again",
    description:
      "Of what is kept here, with what is sold and stands nowhere among it yet. 400 with code `price_files_busy` while too many are being written.",
    query: AdminPriceFileQuery,
    responseContentType: MIME_TYPES.xlsx,
  },
  {
    method: "POST",
    path: "/admin/price-imports",
    staff: "leads",
    summary: "Try a file of prices, stock or sort numbers: its differences are kept, nothing changes",
    description:
      "XLSX, XLS, ODS or CSV in the multipart field `file`, at most 20 MB and 100,000 rows. 400 with code `erp_owned` for a price type or warehouse of the ERP, `price_file_…` for a file that cannot be used.",
    query: AdminTryPriceFile,
    bodyContentTypes: ["multipart/form-data"],
    middlewares: [receivePriceFile],
    response: AdminPriceImportResponse,
  },
  {
    method: "GET",
    path: "/admin/price-imports/:id",
    staff: "leads",
    summary: "A file that was tried",
    query: AdminPriceImportQuery,
    response: AdminPriceImportResponse,
  },
  {
    method: "GET",
    path: "/admin/price-imports/:id/rows",
    staff: "leads",
    summary: "What a file changes, row by row",
    query: AdminPriceImportRowsQuery,
    response: AdminPriceImportRowsResponse,
  },
  {
    method: "POST",
    path: "/admin/price-imports/:id/apply",
    staff: "leads",
    summary: "Apply a file as it was shown",
    description:
      "The same again changes nothing. 400 with code `changed_meanwhile` when what it was compared with moved since, `import_has_problems`, `import_applied` in the other mode, `prices_busy` while a load writes.",
    body: AdminApplyPriceImport,
    response: AdminPriceImportResponse,
  },
])
