import { defineRoutes } from "@kontor/framework"
import { receiveSupplyFile } from "./upload"
import { AdminImportSupplies, AdminSupplyImportResponse } from "./validators"

export const adminSupplyImportMiddlewares = defineRoutes([
  {
    method: "POST",
    path: "/admin/supply-imports",
    staff: "leads",
    summary: "Make and change supplies by a file, or try what it would do",
    description:
      "XLSX, XLS, ODS or CSV in the multipart field `file`, at most 20 MB, 20,000 rows, 200 supplies and 5,000 lines of each: number, date, warehouse, supplier, article, quantity, arrived. Supplies are found by their numbers; the rows of one are all its lines. 400 with code `price_file_…` for a file that cannot be used, `too_many_supplies`.",
    query: AdminImportSupplies,
    bodyContentTypes: ["multipart/form-data"],
    middlewares: [receiveSupplyFile],
    response: AdminSupplyImportResponse,
  },
])
