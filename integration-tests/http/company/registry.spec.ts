import { RegistryError } from "@kontor/framework"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { answerOf } from "../../helpers/answer-of"
import { createWorld } from "./world"

jest.setTimeout(240_000)

const INN = "7707083893"

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    const get = (path: string, person: { headers: Record<string, string> }) => answerOf(api.get(`/store/registry/${path}`, person))

    describe("the registry of legal entities", () => {
      it("asks nobody without a plugin, and refuses wrong control digits and people without the right", async () => {
        const { people } = await createWorld(getContainer())
        const found = await get(`legal-entities?inn=${INN}`, people.head)
        expect(found).toMatchObject({ status: 200, data: { outcome: "unchecked", entities: [] } })
        expect((await get("legal-entities?inn=7707083894", people.head)).status).toBe(400)
        expect(await get(`legal-entities?inn=${INN}`, people.clerk)).toMatchObject({ status: 403, data: { code: "right_missing" } })
        expect(await get("addresses?q=Moscow", people.head)).toMatchObject({ status: 200, data: { addresses: [] } })
      })

      it("lets a form go on when the registry does not answer", async () => {
        const { people } = await createWorld(getContainer())
        const { registry } = getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
        const asked = jest.spyOn(registry, "findByInn").mockRejectedValue(new RegistryError("registry_quota", "The limit is used up."))
        expect(await get(`legal-entities?inn=${INN}`, people.head)).toMatchObject({ status: 200, data: { outcome: "unchecked" } })
        expect(asked).toHaveBeenCalledWith(INN)
        asked.mockRestore()
      })

      it("is asked 60 times an hour by one person and no more", async () => {
        const { people } = await createWorld(getContainer())
        const statuses: number[] = []
        for (let asked = 0; asked <= 60; asked += 1) {
          statuses.push((await get(`legal-entities?inn=${INN}`, people.head)).status)
        }
        expect([statuses.slice(0, 60).every((status) => status === 200), statuses[60]]).toEqual([true, 429])
      })
    })
  },
})
