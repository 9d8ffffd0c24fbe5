import express, { type Application } from "express"

/** The part of Express 4's router that says what it answers to. */
interface Layer {
  name: string
  route?: { path: unknown; methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
  /** What the path of a mounted router became; Express keeps the path itself nowhere. */
  regexp: RegExp & { fast_slash?: boolean }
  keys: { name: string | number }[]
}

/**
 * Keeps hold of the Express application that the test runner starts, which it does not hand out. Call it before the runner; ask the answer
 * once the server listens.
 */
export function captureListeningApp(): () => Application {
  const listen = jest.spyOn(express.application, "listen")
  return () => {
    const app: unknown = listen.mock.contexts.at(-1)
    if (typeof app !== "function" || !("_router" in app)) {
      throw new Error("No Express application listens yet")
    }
    return app as Application
  }
}

/**
 * Every "METHOD /path" the application answers to, as its router has it: stock routes, own ones and those of plugins, below mounted routers
 * too. A path that is an expression stands as one ("GET /^\/x/"), a mounted application, into which nobody can look, as "ANY /path/**". A
 * middleware bound to a method stands in the router like a route; it is listed too, which can only make the list longer.
 */
export function routesOf(app: Application): string[] {
  const { stack } = app._router as { stack: Layer[] }
  return [...new Set(routesIn(stack, ""))].sort()
}

function routesIn(stack: Layer[], mount: string): string[] {
  return stack.flatMap((layer) => {
    if (layer.route) {
      const { path, methods } = layer.route
      return [path].flat().flatMap((one) => Object.keys(methods).map((method) => `${nameOf(method)} ${mount}${String(one)}`))
    }
    if (layer.handle.stack) {
      return routesIn(layer.handle.stack, `${mount}${mountPath(layer)}`)
    }
    return layer.name === "mounted_app" ? [`ANY ${mount}${mountPath(layer)}/**`] : []
  })
}

/** Express calls what answers to every method `_all`. */
function nameOf(method: string): string {
  return method === "_all" ? "ANY" : method.toUpperCase()
}

/** How Express writes a path to mount on: "/plug/:id" becomes "^\/plug\/(?:([^\/]+?))\/?(?=\/|$)". */
const MOUNTED = /^\^(.*)\\\/\?\(\?=\\\/\|\$\)$/
const PARAMETER = /\(\?:(\\\/)?\(\[\^\\?\/\]\+\?\)\)/g

/** The path that a router was mounted on; an expression that was no path stands as it is, so that nobody takes it for one. */
function mountPath({ regexp, keys }: Layer): string {
  if (regexp.fast_slash) {
    return ""
  }
  const written = MOUNTED.exec(regexp.source)?.[1]
  const names = keys.map(({ name }) => `:${name}`)
  const path = written?.replace(PARAMETER, (_group, slash?: string) => `${slash ?? ""}${names.shift() ?? ""}`).replace(/\\([/.])/g, "$1")
  return path === undefined || /[()[\]\\^$|?*+]/.test(path) ? String(regexp) : path
}
