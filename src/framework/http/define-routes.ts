import { type MedusaNextFunction, type MedusaRequest, type MedusaResponse, type MiddlewareRoute } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { ZodType } from "@medusajs/framework/zod"
import type { RightAction, RightSection } from "../company"
import { demandRight } from "../rights"
import { dealerOf } from "./dealer-of"

export type HttpMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** One own route: what it takes and gives. The same schemas check the request and describe the API. */
export interface RouteDeclaration {
  method: HttpMethod
  /** Express path, e.g. "/store/catalog/:variant_id". */
  path: string
  /** One line for the API description. */
  summary: string
  description?: string
  query?: ZodType
  body?: ZodType
  /** Set when the body is not JSON, e.g. an uploaded file. */
  bodyContentTypes?: string[]
  /** Shape of the answer with status 200. */
  response?: ZodType
  /** Content type of the answer when it is not JSON. */
  responseContentType?: string
  /** The right without which a store route answers 403 `right_missing`, before anything of the request is read. */
  right?: { section: RightSection; action: RightAction }
  middlewares?: MiddlewareRoute["middlewares"]
  /**
   * Who of the staff may use an admin route: 403 `role_insufficient` for the rest. "leads" (the default) are heads of sales and
   * administrators. "everyone" includes managers, who see their own clients only: the route filters by `managerScopeOf`.
   */
  staff?: "everyone" | "leads" | "administrators"
  /** False leaves the body a raw stream. */
  bodyParser?: MiddlewareRoute["bodyParser"]
}

interface Declared {
  route: RouteDeclaration
  pattern: RegExp
}

const declarations = new Map<string, Declared>()

/** All declarations made so far in this process, in a stable order. */
export function declaredRoutes(): RouteDeclaration[] {
  const routes = [...declarations.values()].map(({ route }) => route)
  return routes.sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
}

/**
 * The declaration behind a request, found as Express finds the route: without regard to letter case, HEAD as GET, and a path of words
 * before one with a parameter in their place.
 */
export function declarationOf(method: string, path: string): RouteDeclaration | undefined {
  const asked = method === "HEAD" ? "GET" : method
  const found = [...declarations.values()].filter(({ route, pattern }) => route.method === asked && pattern.test(path))
  return found.map(({ route }) => route).sort((a, b) => countParameters(a.path) - countParameters(b.path))[0]
}

/** Declares routes once: gives the middlewares that validate them and keeps the declaration for the API description. */
export function defineRoutes(routes: RouteDeclaration[]): MiddlewareRoute[] {
  return routes.map((route) => {
    declare(route)
    const validators = [
      ...(route.query ? [validateWith(route.query, "query")] : []),
      ...(route.body && !route.bodyContentTypes ? [validateWith(route.body, "body")] : []),
    ]
    return {
      methods: [route.method],
      matcher: route.path,
      middlewares: [...(route.right ? [demand(route.right)] : []), ...(route.middlewares ?? []), ...validators],
      ...(route.bodyParser === undefined ? {} : { bodyParser: route.bodyParser }),
    }
  })
}

function declare(route: RouteDeclaration): void {
  const isAdmin = route.path.startsWith("/admin/")
  declarations.set(`${route.method} ${route.path}`, {
    route: isAdmin ? { ...route, staff: route.staff ?? "leads" } : route,
    pattern: new RegExp(`^${route.path.replace(/[.+*?()[\]]/g, "\\$&").replace(/:\w+/g, "[^/]+")}$`, "i"),
  })
}

function countParameters(path: string): number {
  return path.split("/:").length
}

function demand({ section, action }: NonNullable<RouteDeclaration["right"]>) {
  return (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) => {
    demandRight(dealerOf(req), section, action)
    next()
  }
}

/** Checks one part of the request; the parsed value lands in `validatedQuery` or `validatedBody`. */
function validateWith(schema: ZodType, part: "query" | "body") {
  return (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction) => {
    const result = schema.safeParse(req[part] ?? {})
    if (!result.success) {
      return next(invalidRequest(result.error.issues, part))
    }
    if (part === "query") {
      req.validatedQuery = result.data as Record<string, unknown>
    } else {
      req.validatedBody = result.data
    }
    return next()
  }
}

/** What is told of a request that does not fit its schema: the first five faults, each with its place; `part` names the whole. */
export function invalidRequest(issues: readonly { path: PropertyKey[]; message: string }[], part: string): MedusaError {
  const reasons = issues.slice(0, 5).map((issue) => `${issue.path.map(String).join(".") || part}: ${issue.message}`)
  return new MedusaError(MedusaError.Types.INVALID_DATA, `Invalid request: ${reasons.join("; ")}`)
}
