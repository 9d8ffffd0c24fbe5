import { defineRoutes } from "@kontor/framework"
import {
  StoreCreateDeliveryPoint,
  StoreDeliveryPointListResponse,
  StoreDeliveryPointResponse,
  StoreListDeliveryPoints,
  StoreUpdateDeliveryPoint,
} from "./validators"

export const storeDeliveryPointMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/delivery-points",
    right: { section: "delivery_point", action: "view" },
    summary: "Delivery points and consignees of my legal entities, by name",
    query: StoreListDeliveryPoints,
    response: StoreDeliveryPointListResponse,
  },
  {
    method: "POST",
    path: "/store/delivery-points",
    right: { section: "delivery_point", action: "create" },
    summary: "Add a delivery point or a consignee to one of my legal entities",
    description: "404 for an entity out of sight.",
    body: StoreCreateDeliveryPoint,
    response: StoreDeliveryPointResponse,
  },
  {
    method: "POST",
    path: "/store/delivery-points/:id",
    right: { section: "delivery_point", action: "edit" },
    summary: "Change a delivery point, or take it out of use",
    description: "404 out of sight; 400 with code `erp_owned` for one that came from the ERP and is changed there.",
    body: StoreUpdateDeliveryPoint,
    response: StoreDeliveryPointResponse,
  },
])
