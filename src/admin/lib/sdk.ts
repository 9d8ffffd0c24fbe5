import Medusa from "@medusajs/js-sdk"

/** The admin is served by the server it talks to. */
export const sdk = new Medusa({ baseUrl: "/", auth: { type: "session" } })
