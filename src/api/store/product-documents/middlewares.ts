import { defineRoutes } from "@kontor/framework"
import { StoreNoDocumentQuery } from "./validators"

export const storeProductDocumentMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/store/product-documents/:id/file",
    summary: "The file of a document of a product",
    description: "404 unless it is bound to something that the dealer sees. Cards of the catalogue list documents.",
    query: StoreNoDocumentQuery,
    responseContentType: "application/octet-stream",
  },
])
