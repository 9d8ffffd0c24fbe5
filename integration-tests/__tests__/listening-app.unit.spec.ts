import express, { Router } from "express"
import { routesOf } from "../helpers/listening-app"

const answer = () => undefined

describe("the routes of an application", () => {
  it("are those of its own router, by method, and of all methods at once", () => {
    const app = express()
    app.use(answer)
    app.get("/things", answer)
    app.post("/things/:id", answer)
    app.all("/any", answer)
    expect(routesOf(app)).toEqual(expect.arrayContaining(["GET /things", "POST /things/:id", "GET /any", "DELETE /any"]))
  })

  it("are those below mounted routers, with the path they are mounted on", () => {
    const [inner, middle, root] = [Router(), Router(), Router()]
    inner.get("/leaf/:id", answer)
    middle.use("/inner.v1", inner)
    middle.delete("/", answer)
    root.put("/flat", answer)
    const app = express()
    app.use("/plug/:tenant", middle)
    app.use(root)
    expect(routesOf(app)).toEqual(["DELETE /plug/:tenant/", "GET /plug/:tenant/inner.v1/leaf/:id", "PUT /flat"])
  })

  it("are those of expressions and lists of paths too, so that none is left out unseen", () => {
    const [below, odd] = [Router(), Router()]
    below.get("/x", answer)
    odd.get("/y", answer)
    const app = express()
    app.get(/^\/secret/, answer)
    app.get(["/one", /two$/], answer)
    app.use("/mounted", below)
    app.use(/^\/odd/, odd)
    expect(routesOf(app)).toEqual(["GET /^\\/odd//y", "GET /^\\/secret/", "GET /mounted/x", "GET /one", "GET /two$/"])
  })

  it("tell a mounted application, though not what is in it", () => {
    const [app, other] = [express(), express()]
    other.get("/hidden", answer)
    app.use("/other", other)
    expect(routesOf(app)).toEqual(["ANY /other/**"])
  })
})
