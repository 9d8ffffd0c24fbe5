import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { join } from "node:path"
import { ONEC_MODULE } from ".."
import type OnecModuleService from "../service"

moduleIntegrationTestRunner<OnecModuleService>({
  moduleName: ONEC_MODULE,
  resolve: join(__dirname, ".."),
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service }) => {
    it("boots", async () => {
      expect(await service.listOnecAccounts()).toEqual([])
      expect(await service.listOnecSessions()).toEqual([])
      expect(await service.listOnecFiles()).toEqual([])
    })
  },
})
