import { z, type ZodType } from "@medusajs/framework/zod"
import type { RouteDeclaration } from "./define-routes"

type Json = Record<string, unknown>

/** An OpenAPI document; operations by path and method. */
export interface ApiDescription {
  openapi: string
  info: Json
  paths: Record<string, Record<string, Json>>
  components: Json
}

/** How a caller proves who he is, by the first segment of the path. */
const SECURITY: Record<string, { schemes: Json[]; tag: string }> = {
  store: { schemes: [{ publishable_key: [], customer_token: [] }], tag: "Dealer" },
  admin: { schemes: [{ user_token: [] }], tag: "Staff" },
  exchange: { schemes: [{ exchange_account: [] }], tag: "1C" },
}

const SECURITY_SCHEMES: Json = {
  publishable_key: { type: "apiKey", in: "header", name: "x-publishable-api-key", description: "Key of the sales channel; not a secret." },
  customer_token: { type: "http", scheme: "bearer", description: "POST /auth/customer/emailpass with e-mail and password gives it." },
  user_token: { type: "http", scheme: "bearer", description: "POST /auth/user/emailpass with e-mail and password gives it." },
  exchange_account: { type: "http", scheme: "basic", description: "Login and secret of an exchange account." },
}

/** OpenAPI 3.0 of declared routes. Parameters and bodies come from the schemas that validate them, so the page cannot say anything else than the server does. */
export function describeApi(routes: RouteDeclaration[], info: { title: string; version: string; description: string }): ApiDescription {
  const paths: ApiDescription["paths"] = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, "{$1}")
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeOperation(route) }
  }
  return { openapi: "3.0.3", info, paths, components: { securitySchemes: SECURITY_SCHEMES, schemas: { Error: ERROR_SCHEMA } } }
}

const ERROR_SCHEMA: Json = {
  type: "object",
  required: ["type", "message"],
  properties: {
    type: { type: "string", example: "invalid_data" },
    code: { type: "string", description: "Machine code of a refusal that a person can act on." },
    message: { type: "string" },
  },
}

function describeOperation(route: RouteDeclaration): Json {
  const area = SECURITY[route.path.split("/")[1] ?? ""]
  return {
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    operationId: operationId(route),
    tags: [area?.tag ?? "Open"],
    ...(area ? { security: area.schemes } : {}),
    parameters: [...pathParameters(route.path), ...queryParameters(route.query)],
    ...requestBody(route),
    responses: {
      "200": { description: "Done", ...answer(route) },
      ...Object.fromEntries(
        Object.entries({
          "400": "The request is not valid, or is refused with a code",
          ...(area ? { "401": "Not signed in", "404": "Does not exist or lies out of the caller's scope" } : {}),
          ...refusal(route),
        }).map(([status, description]) => [
          status,
          { description, content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } } },
        ])
      ),
    },
  }
}

/** Who is refused whatever he asks for. */
function refusal({ right, staff }: RouteDeclaration): Record<string, string> {
  if (right) {
    return { "403": `The right ${right.section}.${right.action} is missing (right_missing)` }
  }
  const audience = staff === "leads" ? "heads of sales and administrators" : staff
  return audience && audience !== "everyone" ? { "403": `Only for ${audience} (role_insufficient)` } : {}
}

function operationId(route: RouteDeclaration): string {
  const words = route.path.split(/[/:._-]+/).filter(Boolean)
  return [route.method.toLowerCase(), ...words]
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("")
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }))
}

function queryParameters(query: ZodType | undefined): Json[] {
  const schema = query ? jsonSchema(query, "input") : {}
  const required = new Set((schema.required as string[] | undefined) ?? [])
  return Object.entries((schema.properties as Record<string, Json> | undefined) ?? {}).map(([name, property]) => ({
    name,
    in: "query",
    required: required.has(name),
    schema: property,
    ...(typeof property.description === "string" ? { description: property.description } : {}),
  }))
}

function requestBody(route: RouteDeclaration): Json {
  if (!route.body && !route.bodyContentTypes) {
    return {}
  }
  const schema = route.body ? jsonSchema(route.body, "input") : { type: "string", format: "binary" }
  const types = route.bodyContentTypes ?? ["application/json"]
  return { requestBody: { required: true, content: Object.fromEntries(types.map((type) => [type, { schema }])) } }
}

function answer(route: RouteDeclaration): Json {
  if (route.responseContentType) {
    return { content: { [route.responseContentType]: { schema: { type: "string" } } } }
  }
  return route.response ? { content: { "application/json": { schema: jsonSchema(route.response, "output") } } } : {}
}

/** OpenAPI 3.0 takes the dialect that zod calls by that name; what has no JSON form (a file, a transformed value) becomes "anything". */
function jsonSchema(schema: ZodType, io: "input" | "output"): Json {
  return z.toJSONSchema(schema, { target: "openapi-3.0", io, unrepresentable: "any" })
}
