import { defineRoutes } from "@kontor/framework"
import { ContentFileQuery } from "../../send-content-file"
import { receiveContentFile } from "./upload"
import { AdminContentFileResponse } from "./validators"

export const adminContentFileMiddlewares = defineRoutes([
  {
    method: "POST",
    path: "/admin/content-files",
    staff: "leads",
    summary: "Upload a file for an item of content",
    description:
      "JPEG, PNG, GIF, WebP, PDF, DOCX, XLSX, MP4, WebM, PSD, TIFF, EPS or CDR by its content, at most 50 MB, in the multipart field `file`. It is kept while an item has it; otherwise for a day. 400 with code `content_file_refused`, `content_file_too_large`, `content_file_missing`.",
    bodyContentTypes: ["multipart/form-data"],
    middlewares: [receiveContentFile],
    response: AdminContentFileResponse,
  },
  {
    method: "GET",
    path: "/admin/content-files/:id/file",
    staff: "leads",
    summary: "A content file, or its thumbnail",
    query: ContentFileQuery,
    responseContentType: "application/octet-stream",
  },
])
