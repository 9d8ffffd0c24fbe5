const { defineConfig } = require("@medusajs/framework/utils")

/** Medusa as it comes, of the same version, with the same secrets: no module, plugin, hook or route of Kontor. What the bench compares with. */
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { ssl: false, connection: { ssl: false } },
    http: { storeCors: "", adminCors: "", authCors: "", jwtSecret: process.env.JWT_SECRET, cookieSecret: process.env.COOKIE_SECRET },
  },
  admin: { disable: true },
})
