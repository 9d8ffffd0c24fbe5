import type { ErpRecord } from "@kontor/framework"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CONTENT_MODULE } from "../../../src/modules/content"
import type ContentModuleService from "../../../src/modules/content/service"
import { createContent } from "../../helpers/create-content"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(240_000)

const group = (external_id: string, parent_external_id: string | null): ErpRecord => ({
  ...{ kind: "group", external_id, parent_external_id, name: external_id, position: 0, is_deleted: false },
})

/** Tools with drills, of which the first product is one. */
const GROUPS: ErpRecord[] = [
  { kind: "package", content: "catalog", is_full: false, external_id: "g", formed_at: "2026-02-01T10:00:00", schema_version: null },
  group("tools", null),
  group("drills", "tools"),
  {
    ...{ kind: "product", external_id: "p1", name: "Product 1", article: articleOf(1), group_external_ids: ["drills"] },
    ...{ units: [{ code: "796", name: "шт", coefficient: "1" }], vat_rate: "20", is_service: false, is_deleted: false },
  },
]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    it("banners stand on the start page, or in a category and all below it; of what is hidden from a dealer he sees none", async () => {
      const container = getContainer()
      const trade = await createTrade(container, api)
      await loadRecords(container, GROUPS)
      const staff = await createStaffSession(container)
      const other = await trade.hire("2")
      const [tools, drills] = await Promise.all(["tools", "drills"].map((name) => internalId(container, "group", name)))
      const file = await container
        .resolve<ContentModuleService>(CONTENT_MODULE)
        .createContentFiles({ file_id: "none", name: "b.png", mime_type: "image/png", bytes: 1, sha256: "" })
      const banner = (title: string, category_id: string | null = null) =>
        createContent(container, { kind: "banner", title, category_id, file_id: file.id })
      await banner("Start")
      await banner("Tools", tools)
      const ofDrills = await banner("Drills", drills)
      const titles = async (session: object, category_id?: string) => {
        const { data } = await api.get("/store/content", {
          ...session,
          params: { kind: "banner", ...(category_id ? { category_id } : {}) },
        })
        return data.content.map(({ title }: { title: string }) => title).sort()
      }
      const status = async (session: object) =>
        (await api.get(`/store/content/${ofDrills.id}`, { ...session, validateStatus: () => true })).status
      const seen = async (session: object) => [await titles(session), await titles(session, tools), await titles(session, drills)]
      expect(await seen(trade.session)).toEqual([["Start"], ["Tools"], ["Drills", "Tools"]])
      const { data } = await api.post(
        "/admin/visibility-rules",
        {
          ...{ name: "No drills", shows: false, target: { kind: "category", category_id: drills } },
          scope: { kind: "legal_entity", id: await internalId(container, "legal_entity", "e2") },
        },
        staff
      )
      expect(data.visibility_rule.target.id).toBe(drills)
      expect(await seen(other)).toEqual([["Start"], [], []])
      expect(await seen(trade.session)).toEqual([["Start"], ["Tools"], ["Drills", "Tools"]])
      expect([await status(trade.session), await status(other)]).toEqual([200, 404])
    })
  },
})
