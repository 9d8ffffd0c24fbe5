import { defineRoutes } from "@kontor/framework"
import {
  AdminChangeLabel,
  AdminCreateLabel,
  AdminDeletedLabel,
  AdminLabelledProducts,
  AdminLabelListResponse,
  AdminLabelProducts,
  AdminLabelResponse,
  AdminListLabels,
} from "./validators"

const REFUSALS = "400 with code `label_price_type_unknown`, or `prices_being_loaded` while a load holds the goods."

export const adminLabelMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/labels",
    staff: "everyone",
    summary: "Labels of products, and by which rules goods bear them",
    query: AdminListLabels,
    response: AdminLabelListResponse,
  },
  {
    method: "POST",
    path: "/admin/labels",
    staff: "leads",
    summary: "Make a label",
    description: `Goods that its rule means bear it at once. 400 \`label_exists\`, \`too_many_labels\`. ${REFUSALS}`,
    body: AdminCreateLabel,
    response: AdminLabelResponse,
  },
  {
    method: "POST",
    path: "/admin/labels/:id",
    staff: "leads",
    summary: "Change how a label is shown, and by which rule goods bear it",
    description: REFUSALS,
    body: AdminChangeLabel,
    response: AdminLabelResponse,
  },
  {
    method: "DELETE",
    path: "/admin/labels/:id",
    staff: "leads",
    summary: "Take a label off all products and forget it",
    description:
      "400 with code `label_in_use` while a rule of prices or of visibility names it, `prices_being_loaded` while a load holds the goods.",
    response: AdminDeletedLabel,
  },
  {
    method: "POST",
    path: "/admin/labels/:id/products",
    staff: "leads",
    summary: "Give products a label by hand, or take it from them",
    description: "400 with code `label_goods_unknown` when none of them is known, `prices_being_loaded` while a load holds the goods.",
    body: AdminLabelProducts,
    // Thousands of articles are longer than the 100 KB that bodies have else.
    bodyParser: { sizeLimit: "2mb" },
    response: AdminLabelledProducts,
  },
])
