import express, { type Application } from "express"

/** The part of Express 4's router that says what it answers to. */
interface Layer {
  route?: { path: unknown; methods: Record<string, boolean> }
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
 * Every "METHOD /path" the application answers to, as its router has it: stock routes, own ones and those of plugins. A middleware bound
 * to a method stands in the router like a route; it is listed too, which can only make the list longer.
 */
export function routesOf(app: Application): string[] {
  const { stack } = app._router as { stack: Layer[] }
  const routes = stack.flatMap(({ route }) =>
    route && typeof route.path === "string" ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : []
  )
  return [...new Set(routes)].sort()
}
