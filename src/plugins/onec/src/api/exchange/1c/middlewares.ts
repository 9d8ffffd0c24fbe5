import { defineRoutes } from "@kontor/framework"

const SUMMARY = "CommerceML exchange with 1C:Enterprise"
const DESCRIPTION =
  "Commands are told by the parameters `type` and `mode`. Replies are plain text, the first line being success, progress or failure; `sale` `query` and `info` reply with XML."

/** The body stays a stream: it is written to disk as it arrives. */
export const exchangeRoutes = defineRoutes([
  {
    method: "GET",
    path: "/exchange/1c",
    summary: SUMMARY,
    description: DESCRIPTION,
    responseContentType: "text/plain",
    bodyParser: false,
  },
  {
    method: "POST",
    path: "/exchange/1c",
    summary: SUMMARY,
    description: DESCRIPTION,
    bodyContentTypes: ["application/octet-stream"],
    responseContentType: "text/plain",
    bodyParser: false,
  },
])
