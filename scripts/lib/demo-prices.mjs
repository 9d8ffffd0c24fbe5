import { randomBytes } from "node:crypto"
import { emulator, SOURCE } from "./demo-data.mjs"
import { beforeEnd } from "./ending.mjs"

/**
 * Starts the emulator's price service, which plays the 1C that is asked live what a formed cart costs, and tells the server where it is. Nothing is
 * started without demo data, or where a real service is named by ONEC_REFINE_URL.
 * @returns {Promise<Record<string, string>>} what the environment of the server has besides
 */
export async function demoPrices() {
  if (process.env.KONTOR_DEMO === "off" || process.env.ONEC_REFINE_URL) {
    return {}
  }
  const [login, password] = ["kontor", randomBytes(9).toString("hex")]
  const { startPriceService } = emulator()
  const service = await startPriceService({ port: 0, login, password, answer: "right", delayMs: 0, now: supplierNow })
  beforeEnd(() => service.close())
  return {
    ...{ ONEC_REFINE_URL: service.url, ONEC_REFINE_SOURCE: SOURCE },
    ...{ ONEC_REFINE_LOGIN: login, ONEC_REFINE_PASSWORD: password },
  }
}

/** As 1C writes it: the time of the supplier, without a zone. */
function supplierNow() {
  const timeZone = process.env.KONTOR_TIME_ZONE || "Europe/Moscow"
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(new Date()).replace(" ", "T")
}
