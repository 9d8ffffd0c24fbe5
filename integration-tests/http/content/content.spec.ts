import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { today } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { answerOf } from "../../helpers/answer-of"
import { createSignedInEmployee } from "../../helpers/create-signed-in-employee"
import { createStaffSession } from "../../helpers/create-staff-session"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"
import { createWorld, type World } from "../company/world"

jest.setTimeout(240_000)

const PATH = "/admin/content"
/** The supplier's day so many days from now. */
const day = (days: number) => new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10)

const NEWS = { kind: "news", title: "New warehouse", body: "It is **open**.", is_published: true }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: World
    let staff: Awaited<ReturnType<typeof createStaffSession>>
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      world = await createWorld(getContainer())
      staff = await createStaffSession(getContainer())
    })

    const post = (path: string, body: object, session: object = staff) => answerOf(api.post(path, body, session))
    const make = async (draft: object) => (await post(PATH, draft)).data.content_item
    const seen = async (session: object, params: object) => (await api.get("/store/content", { ...session, params })).data
    const titles = async (session: object, params: object) =>
      (await seen(session, params)).content.map(({ title }: { title: string }) => title)
    const status = async (path: string, session: object) => (await answerOf(api.get(path, session))).status

    /** A client category that the child entity is in, and nobody else. */
    const categoryOfChild = async () => {
      const company = getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
      const { id } = await company.createClientCategories({ name: "Partners" })
      await company.createLegalEntityCategories({ legal_entity_id: world.entities.child.id, client_category_id: id })
      return id
    }
    const poll = (draft: object = {}) =>
      make({
        ...{ kind: "poll", title: "Delivery", is_published: true, ...draft },
        questions: [
          { text: "When?", options: ["In the morning", "In the evening"] },
          { text: "Where?", options: ["Here", "There"] },
        ],
      })
    type Poll = Awaited<ReturnType<typeof poll>>
    const answers = ({ questions }: Poll, chosen: number[]) => ({
      answers: chosen.map((option, at) => ({ question_id: questions[at].id, option_id: questions[at].options[option].id })),
    })
    const vote = (item: Poll, chosen: number[], session: object) => post(`/store/content/${item.id}/votes`, answers(item, chosen), session)

    it("news are shown within their days, to the client categories that they are for, and to nobody else", async () => {
      const partners = await categoryOfChild()
      const { child, sibling } = world.people
      await make(NEWS)
      await make({ ...NEWS, title: "Draft", is_published: false })
      await make({ ...NEWS, title: "Tomorrow", starts_on: day(1) })
      await make({ ...NEWS, title: "Yesterday", ends_on: day(-1) })
      await make({ ...NEWS, title: "Today alone", starts_on: today(), ends_on: today(), position: 1 })
      const own = await make({ ...NEWS, title: "For partners", audience: [partners], position: 2 })
      expect(own.audience).toEqual([{ id: partners, name: "Partners" }])
      expect(await titles(child, { kind: "news" })).toEqual(["New warehouse", "Today alone", "For partners"])
      expect(await seen(sibling, { kind: "news", limit: 1, offset: 1 })).toMatchObject({ count: 2, content: [{ title: "Today alone" }] })
      expect(await status(`/store/content/${own.id}`, child)).toBe(200)
      expect(await status(`/store/content/${own.id}`, sibling)).toBe(404)
      expect((await api.get(PATH, { ...staff, params: { client_category_id: partners } })).data.count).toBe(1)
    })

    it("an item is changed by who read it last, is deleted, and each of it is in the log", async () => {
      const made = await make(NEWS)
      const changed = await post(`${PATH}/${made.id}`, { ...NEWS, title: "Old warehouse", updated_at: made.updated_at })
      expect(changed.data.content_item).toMatchObject({ id: made.id, title: "Old warehouse" })
      expect((await post(`${PATH}/${made.id}`, { ...NEWS, updated_at: made.updated_at })).data.code).toBe("changed_meanwhile")
      const { updated_at } = changed.data.content_item
      const same = await post(`${PATH}/${made.id}`, { ...NEWS, title: "Old warehouse", updated_at })
      expect(same.data.content_item.updated_at).toBe(updated_at)
      expect((await post(`${PATH}/${made.id}`, { kind: "faq", title: "A", body: "B", section: "C", updated_at })).data.code).toBe(
        "content_kind_fixed"
      )
      expect((await api.delete(`${PATH}/${made.id}`, staff)).data).toEqual({ id: made.id, object: "content_item", deleted: true })
      expect([await status(`${PATH}/${made.id}`, staff), await status(`/store/content/${made.id}`, world.people.child)]).toEqual([404, 404])
      const log = await db()("audit_entry").where({ subject_type: "content_item" }).orderBy("at").select("action", "actor_id")
      expect(log.map(({ action }) => action)).toEqual(["content_item.created", "content_item.updated", "content_item.deleted"])
      expect(log.every(({ actor_id }) => actor_id === staff.user_id)).toBe(true)
    })

    it("what cannot be published is refused by a code, and nothing of it is kept", async () => {
      const codes = [
        [{ ...NEWS, body: "<img src=x onerror=alert(1)>" }, "content_html"],
        [{ ...NEWS, body: "[x](javascript:alert(1))" }, "content_link_invalid"],
        [{ ...NEWS, video_url: "https://elsewhere.test/video" }, "video_host_refused"],
        [{ ...NEWS, slug: "news" }, "content_field_foreign"],
        [{ ...NEWS, body: null }, "content_field_missing"],
        [{ ...NEWS, audience: ["ccat_nowhere"] }, "client_category_unknown"],
        [{ ...NEWS, file_id: "cnfl_nowhere" }, "content_file_unknown"],
        [{ kind: "banner", title: "B", file_id: "cnfl_nowhere", category_id: "pcat_nowhere" }, "category_unknown"],
      ] as const
      for (const [draft, code] of codes) {
        expect((await post(PATH, draft)).data.code).toBe(code)
      }
      const page = { kind: "page", title: "About", slug: "about", body: "Text", is_published: true }
      const made = await make(page)
      expect((await post(PATH, page)).data.code).toBe("slug_taken")
      expect(await titles(world.people.child, { kind: "page", slug: "about" })).toEqual(["About"])
      await api.delete(`${PATH}/${made.id}`, staff)
      expect((await post(PATH, page)).status).toBe(200)
      expect(await titles(world.people.child, { kind: "news" })).toEqual([])
    })

    it("answers stand in their groups, in their order", async () => {
      const answer = (section: string, title: string, position: number) => make({ ...NEWS, kind: "faq", section, title, position })
      await answer("Payment", "How?", 2)
      await answer("Delivery", "When?", 1)
      await answer("Payment", "Where?", 1)
      expect(await titles(world.people.child, { kind: "faq" })).toEqual(["When?", "Where?", "How?"])
      expect(await titles(world.people.child, { kind: "faq", section: "Payment", q: "where" })).toEqual(["Where?"])
    })

    it("a poll is answered once by each employee, and shows its results to who has answered", async () => {
      const { child, sibling, head } = world.people
      const item = await poll()
      const before = (await seen(child, { kind: "poll" })).content[0].poll
      expect(before).toMatchObject({ is_open: true, has_voted: false, voters: null })
      expect(before.questions[0].options[0]).toEqual({ ...item.questions[0].options[0], votes: null })
      expect((await vote(item, [0], child)).data.code).toBe("poll_answers_invalid")
      const { data } = await vote(item, [0, 1], child)
      expect(data.content_item.poll).toMatchObject({ has_voted: true, voters: 1 })
      expect(data.content_item.poll.questions.map((q: Poll) => q.options.map((o: Poll) => o.votes))).toEqual([
        [1, 0],
        [0, 1],
      ])
      expect(data.content_item.poll.questions[0].my_option_id).toBe(item.questions[0].options[0].id)
      expect((await vote(item, [0, 1], child)).status).toBe(200)
      expect((await vote(item, [1, 1], child)).data.code).toBe("already_voted")
      await vote(item, [0, 0], sibling)
      expect((await seen(head, { kind: "poll" })).content[0].poll.voters).toBeNull()
      const results = (await api.get(`${PATH}/${item.id}`, staff)).data.content_item
      expect(results).toMatchObject({
        voters: 2,
        questions: [{ options: [{ votes: 2 }, { votes: 0 }] }, { options: [{ votes: 1 }, { votes: 1 }] }],
      })
      const log = await db()("audit_entry").where({ action: "content_item.voted" }).select("subject_id", "after", "actor_id").orderBy("at")
      expect(log).toEqual([child, sibling].map(({ id }) => ({ subject_id: item.id, after: null, actor_id: id })))
    })

    it("of two answers of one employee that come at once one is kept, whole", async () => {
      const { child } = world.people
      const item = await poll()
      const [{ id: question_id, options }] = item.questions
      const other = await db().transaction()
      await other("poll_vote").insert({ question_id, option_id: options[1].id, employee_id: child.id })
      const second = vote(item, [0, 0], child)
      await untilSomebodyWaits(db())
      await other.commit()
      expect((await second).data.code).toBe("already_voted")
      expect(await db()("poll_vote").select("question_id", "option_id")).toEqual([{ question_id, option_id: options[1].id }])
    })

    it("a closed poll takes no answers and shows its results; questions that were answered stay", async () => {
      const { child, sibling } = world.people
      const item = await poll()
      await vote(item, [0, 1], child)
      const { id: _id, created_at: _at, voters: _voters, category: _category, file: _file, audience: _audience, ...draft } = item
      const asked = draft.questions.map(({ text, options }: Poll) => ({ text, options: options.map((o: Poll) => o.text) }))
      const change = (data: object) => post(`${PATH}/${item.id}`, { ...draft, questions: asked, ...data })
      expect((await change({ questions: [{ text: "Why?", options: ["A", "B"] }] })).data.code).toBe("poll_has_votes")
      expect((await change({ starts_on: day(-2), ends_on: day(-1) })).status).toBe(200)
      expect((await vote(item, [0, 1], sibling)).data.code).toBe("poll_closed")
      expect((await seen(sibling, { kind: "poll" })).content[0].poll).toMatchObject({ is_open: false, has_voted: false, voters: 1 })
      await expect(db()("poll_question").where({ item_id: item.id }).delete()).rejects.toThrow("poll_vote_option")
    })

    it("an option of another question cannot be voted for, whoever writes", async () => {
      const { questions } = await poll()
      const foreign = { question_id: questions[0].id, option_id: questions[1].options[0].id, employee_id: "empl_1" }
      await expect(db()("poll_vote").insert(foreign)).rejects.toThrow("poll_vote_option")
    })

    it("is changed for a dealer with the category of his entity, at once", async () => {
      const partners = await categoryOfChild()
      const newcomer = await createSignedInEmployee(getContainer(), world.storefront, { legal_entity_id: world.entities.sibling.id })
      await make({ ...NEWS, audience: [partners] })
      expect(await titles(newcomer, { kind: "news" })).toEqual([])
      await api.post(`/admin/legal-entities/${world.entities.sibling.id}/categories`, { client_category_id: partners }, staff)
      expect(await titles(newcomer, { kind: "news" })).toEqual(["New warehouse"])
    })
  },
})
