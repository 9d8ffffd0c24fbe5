import { withPlugins } from "@kontor/framework/plugins/with-plugins"
import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { createSecretKey } from "node:crypto"
import { join } from "node:path"

loadEnv(process.env.NODE_ENV ?? "development", process.cwd())

const dataDir = process.env.KONTOR_DATA_DIR ?? join(process.cwd(), ".data")
const url = process.env.KONTOR_URL ?? "http://localhost:9000"
const redisUrl = process.env.REDIS_URL
const jwtSecret = process.env.JWT_SECRET

/** One instance needs none of these; several instances share events, workflow state, locks and counts of attempts through Redis. */
const redisModules = redisUrl
  ? [
      { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
      { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl } } },
      {
        resolve: "@medusajs/medusa/locking",
        options: {
          providers: [{ resolve: "@medusajs/medusa/locking-redis", id: "locking-redis", is_default: true, options: { redisUrl } }],
        },
      },
    ]
  : []

/** Words of a setting, with commas between. */
function listOf(setting: string | undefined): string[] {
  return (setting ?? "").split(",").flatMap((word) => word.trim() || [])
}

/** Where 1C tells live what a formed cart costs; without an address nobody is asked. */
const livePrices = {
  url: process.env.ONEC_REFINE_URL,
  source: process.env.ONEC_REFINE_SOURCE,
  login: process.env.ONEC_REFINE_LOGIN,
  password: process.env.ONEC_REFINE_PASSWORD,
}

module.exports = withPlugins(
  defineConfig({
    projectConfig: {
      databaseUrl: process.env.DATABASE_URL,
      redisUrl,
      // Medusa's production cookie is for https alone; over http nobody could sign in to the admin.
      cookieOptions: { secure: url.startsWith("https:") },
      databaseDriverOptions: { ssl: false, connection: { ssl: false } },
      http: {
        storeCors: process.env.STORE_CORS ?? "",
        adminCors: process.env.ADMIN_CORS ?? "",
        authCors: process.env.AUTH_CORS ?? "",
        jwtSecret,
        // A secret given as text is tried as a public key first, for every token: 2 ms a request. A key object is taken for what it is.
        jwtPublicKey: jwtSecret ? createSecretKey(Buffer.from(jwtSecret)) : undefined,
        jwtOptions: { algorithm: "HS256" },
        jwtVerifyOptions: { algorithms: ["HS256"] },
        cookieSecret: process.env.COOKIE_SECRET,
        jwtExpiresIn: "12h",
      },
    },
    // Asks the module `query-cache`, which keeps the look-ups of publishable keys and nothing else.
    featureFlags: { caching: true },
    admin: { disable: process.env.KONTOR_ADMIN === "off", path: "/app" },
    modules: [
      { resolve: "./src/modules/audit" },
      { resolve: "./src/modules/company" },
      { resolve: "./src/modules/contract-pricing" },
      { resolve: "./src/modules/catalog" },
      { resolve: "./src/modules/order-rules" },
      { resolve: "./src/modules/supply" },
      { resolve: "./src/modules/product-card" },
      { resolve: "./src/modules/document" },
      { resolve: "./src/modules/content", options: { video_hosts: listOf(process.env.KONTOR_VIDEO_HOSTS) } },
      { resolve: "./src/modules/erp", options: { spoolDir: join(dataDir, "spool") } },
      { resolve: "./src/modules/pricing" },
      { resolve: "./src/modules/promotion" },
      { resolve: "./src/modules/query-cache" },
      { resolve: "./src/modules/rate-limit", options: { redis_url: redisUrl } },
      {
        resolve: "@medusajs/medusa/file",
        options: {
          providers: [
            {
              resolve: "@medusajs/medusa/file-local",
              id: "local",
              options: {
                upload_dir: join(process.cwd(), "static"),
                private_upload_dir: join(dataDir, "private-files"),
                backend_url: `${url}/static`,
              },
            },
          ],
        },
      },
      {
        resolve: "@medusajs/medusa/notification",
        options: {
          providers: [
            { resolve: "@medusajs/medusa/notification-local", id: "local", options: { channels: ["feed"] } },
            {
              resolve: "./src/modules/mail",
              id: "mail",
              options: {
                channels: ["email"],
                smtp_url: process.env.SMTP_URL,
                from: process.env.MAIL_FROM ?? "Kontor <no-reply@localhost>",
                directory: process.env.KONTOR_MAIL_DIR ?? join(dataDir, "mail"),
              },
            },
          ],
        },
      },
      ...redisModules,
    ],
  }),
  __dirname,
  [
    // One line a plugin; the order is the order in which their providers are asked.
    { name: "onec", options: { spoolDir: join(dataDir, "spool"), refine: livePrices } },
    { name: "dadata", options: { token: process.env.DADATA_TOKEN } },
    { name: "prepayment-bonus", options: { contracts: listOf(process.env.PREPAYMENT_BONUS_CONTRACTS) } },
  ]
)
