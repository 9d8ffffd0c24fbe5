import { z } from "@medusajs/framework/zod"
import { describeApi } from "../describe-api"

const info = { title: "t", version: "1", description: "d" }

describe("describeApi", () => {
  const document = describeApi(
    [
      {
        method: "GET",
        path: "/store/things/:id",
        summary: "One thing",
        query: z.object({ limit: z.coerce.number().int().min(24).max(100).default(24), q: z.string().max(200) }).strict(),
        response: z.object({ name: z.string() }),
      },
      { method: "POST", path: "/store/things/:id", summary: "Change it", body: z.object({ name: z.string() }).strict() },
      { method: "GET", path: "/admin/all", summary: "For all", staff: "everyone" },
      { method: "GET", path: "/admin/few", summary: "For few", staff: "leads" },
      { method: "POST", path: "/open", summary: "Upload", bodyContentTypes: ["multipart/form-data"] },
    ],
    info
  )

  it("writes express parameters as template parameters", () => {
    expect(document.paths["/store/things/{id}"]?.get?.parameters).toContainEqual({
      name: "id",
      in: "path",
      required: true,
      schema: { type: "string" },
    })
  })

  it("takes limits and defaults of the query from the validator", () => {
    expect(document.paths["/store/things/{id}"]?.get?.parameters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: "limit",
          required: false,
          schema: expect.objectContaining({ default: 24, minimum: 24, maximum: 100 }),
        }),
        expect.objectContaining({ name: "q", required: true }),
      ])
    )
  })

  it("keeps the methods of one path together", () => {
    expect(Object.keys(document.paths["/store/things/{id}"] ?? {})).toEqual(["get", "post"])
  })

  it("asks for the dealer's key and token on store routes and for nothing on open ones", () => {
    expect(document.paths["/store/things/{id}"]?.post?.security).toEqual([{ publishable_key: [], customer_token: [] }])
    expect(document.paths["/open"]?.post).not.toHaveProperty("security")
  })

  it("tells whom an admin route refuses", () => {
    expect(document.paths["/admin/all"]?.get?.responses).not.toHaveProperty("403")
    expect(document.paths["/admin/few"]?.get?.responses).toMatchObject({
      "403": { description: "Only for heads of sales and administrators (role_insufficient)" },
    })
  })

  it("tells an upload by its content type", () => {
    expect(document.paths["/open"]?.post?.requestBody).toMatchObject({
      content: { "multipart/form-data": { schema: { format: "binary" } } },
    })
  })
})
