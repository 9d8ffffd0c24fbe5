import { defineRoutes } from "@kontor/framework"
import { FORM_CONTENT_TYPES, receiveForm } from "../../receive-application"
import {
  AdminBindDocument,
  AdminBoundDocumentResponse,
  AdminChangeDocument,
  AdminCreateDocument,
  AdminDeletedDocument,
  AdminDocumentListResponse,
  AdminDocumentProductsResponse,
  AdminListDocumentProducts,
  AdminListDocuments,
  AdminNoDocumentQuery,
} from "./validators"

/** Thousands of articles are longer than bodies are wont to be. */
const LIST_BYTES_MAX = 2 * 1024 * 1024

const FORM = "Multipart: field `data` (JSON) and one file in `files` (PDF, JPEG, PNG, DOCX, XLSX; 10 MB at most)."
const FILE_REFUSALS = "`file_type_refused`, `too_many_files`, and `document_known` where another document has the very same file"

export const adminProductDocumentMiddlewares = defineRoutes([
  {
    method: "GET",
    path: "/admin/product-documents",
    staff: "everyone",
    summary: "Documents of products: what ends first before",
    query: AdminListDocuments,
    response: AdminDocumentListResponse,
  },
  {
    method: "POST",
    path: "/admin/product-documents",
    staff: "leads",
    summary: "Add a document, and bind it to products, categories or brands",
    description: `${FORM} 400 with code \`document_file_missing\`, ${FILE_REFUSALS}, \`document_target_unknown\`.`,
    body: AdminCreateDocument,
    bodyContentTypes: FORM_CONTENT_TYPES,
    middlewares: [receiveForm(AdminCreateDocument, { form_bytes_max: LIST_BYTES_MAX })],
    response: AdminBoundDocumentResponse,
  },
  {
    method: "GET",
    path: "/admin/product-documents/:id",
    staff: "everyone",
    summary: "One document",
    query: AdminNoDocumentQuery,
    response: AdminBoundDocumentResponse.pick({ product_document: true }),
  },
  {
    method: "POST",
    path: "/admin/product-documents/:id",
    staff: "leads",
    summary: "Change a document, or put a new file in the place of the old one",
    description: `${FORM} Without a file the old one stays. 400 with code \`changed_meanwhile\`, \`erp_owned\`, ${FILE_REFUSALS}.`,
    body: AdminChangeDocument,
    bodyContentTypes: FORM_CONTENT_TYPES,
    middlewares: [receiveForm(AdminChangeDocument)],
    response: AdminBoundDocumentResponse.pick({ product_document: true }),
  },
  {
    method: "DELETE",
    path: "/admin/product-documents/:id",
    staff: "leads",
    summary: "Take a document off all cards, with its file",
    description: "400 with code `erp_owned` for one of the ERP.",
    response: AdminDeletedDocument,
  },
  {
    method: "GET",
    path: "/admin/product-documents/:id/file",
    staff: "everyone",
    summary: "The file of a document",
    query: AdminNoDocumentQuery,
    responseContentType: "application/octet-stream",
  },
  {
    method: "GET",
    path: "/admin/product-documents/:id/products",
    staff: "everyone",
    summary: "Products that a document is bound to by themselves",
    query: AdminListDocumentProducts,
    response: AdminDocumentProductsResponse,
  },
  {
    method: "POST",
    path: "/admin/product-documents/:id/targets",
    staff: "leads",
    summary: "Bind a document to products, categories or brands, and take it off others",
    description: "400 with code `document_target_unknown`, or `erp_owned` for one of the ERP.",
    body: AdminBindDocument,
    bodyParser: { sizeLimit: LIST_BYTES_MAX },
    response: AdminBoundDocumentResponse,
  },
])
