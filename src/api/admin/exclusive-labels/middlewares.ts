import { defineRoutes } from "@kontor/framework"
import {
  AdminDeletedExclusiveLabel,
  AdminExclusiveLabelListResponse,
  AdminExclusiveLabelResponse,
  AdminListExclusiveLabels,
  AdminPutExclusiveLabel,
} from "./validators"

export const adminExclusiveLabelMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/exclusive-labels",
    staff: "leads",
    summary: "Labels that shut adjustments off, by name",
    query: AdminListExclusiveLabels,
    response: AdminExclusiveLabelListResponse,
  },
  {
    method: "POST",
    path: "/admin/exclusive-labels",
    staff: "leads",
    summary: "Let a tag of products shut adjustments off",
    description:
      "Prices of contracts still hold for what bears it. 400 with code `label_unknown` when there is no such tag, `prices_being_loaded` while a load holds what it needs.",
    body: AdminPutExclusiveLabel,
    response: AdminExclusiveLabelResponse,
  },
  {
    method: "DELETE",
    path: "/admin/exclusive-labels/:id",
    staff: "leads",
    summary: "Let adjustments hold again for what bears the label",
    description: "400 with code `erp_owned` for one that came from the ERP, `prices_being_loaded` while a load holds what it needs.",
    response: AdminDeletedExclusiveLabel,
  },
])
