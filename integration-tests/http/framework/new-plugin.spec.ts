import { execFileSync } from "node:child_process"
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createStaffSession } from "../../helpers/create-staff-session"

const root = resolve(__dirname, "../../..")
const NAME = "delivery-slots"

/** A project of its own beside this one: everything is linked but the configuration and the folder of plugins, which the scaffold writes into. */
function makeProject(): string {
  const project = mkdtempSync(join(tmpdir(), "kontor-scaffold-"))
  mkdirSync(join(project, "src", "plugins"), { recursive: true })
  for (const name of ["node_modules", "package.json", "tsconfig.json"]) {
    symlinkSync(join(root, name), join(project, name))
  }
  for (const name of readdirSync(join(root, "src")).filter((folder) => folder !== "plugins")) {
    symlinkSync(join(root, "src", name), join(project, "src", name))
  }
  for (const name of readdirSync(join(root, "src", "plugins"))) {
    symlinkSync(join(root, "src", "plugins", name), join(project, "src", "plugins", name))
  }
  copyFileSync(join(root, "medusa-config.ts"), join(project, "medusa-config.ts"))
  execFileSync(process.execPath, [join(root, "scripts", "new-plugin.mjs"), "--root", project, NAME])
  return project
}

const project = makeProject()
// Medusa resolves the modules of a project from where it was started.
process.chdir(project)

medusaIntegrationTestRunner({
  cwd: project,
  testSuite: ({ api, getContainer }) => {
    afterAll(() => {
      process.chdir(root)
      rmSync(project, { recursive: true, force: true })
    })

    describe("a scaffolded plugin", () => {
      it("boots with its module, migration and routes, and answers", async () => {
        const staff = await createStaffSession(getContainer())
        const made = await api.post(`/admin/${NAME}/notes`, { text: "Two pallets" }, staff)
        const listed = await api.get(`/admin/${NAME}/notes`, staff)
        expect(listed.data.notes).toEqual([expect.objectContaining({ id: made.data.id, text: "Two pallets" })])
      })

      it("refuses what its validators do not know", async () => {
        const staff = await createStaffSession(getContainer())
        const answer = await api.post(`/admin/${NAME}/notes`, { text: "x", colour: "red" }, { ...staff, validateStatus: () => true })
        expect([answer.status, answer.data.type]).toEqual([400, "invalid_data"])
      })

      it("is closed to those who are not signed in", async () => {
        const answer = await api.get(`/admin/${NAME}/notes`, { validateStatus: () => true })
        expect(answer.status).toBe(401)
      })

      it("is in the description of the API", async () => {
        const { data } = await api.get("/docs/openapi.json")
        expect(Object.keys(data.paths[`/admin/${NAME}/notes`])).toEqual(["get", "post"])
      })
    })
  },
})
