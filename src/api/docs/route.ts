import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Kontor API</title>
    <link rel="stylesheet" href="/docs/assets/swagger-ui.css" />
  </head>
  <body>
    <div id="description"></div>
    <script src="/docs/assets/swagger-ui-bundle.js"></script>
    <script>SwaggerUIBundle({ url: "/docs/openapi.json", dom_id: "#description", deepLinking: true })</script>
  </body>
</html>
`

export async function GET(_req: MedusaRequest, res: MedusaResponse) {
  res.type("html").send(PAGE)
}
