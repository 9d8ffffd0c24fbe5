import texts from "../../src/admin/i18n"
import * as shown from "../../src/admin/lib/content"
import { AdminChangeContent, AdminCreateContent } from "../../src/api/admin/content/validators"
import { contentFault } from "../../src/modules/content/rules/content-draft"
import { CONTENT_KINDS, MATERIAL_MEDIA } from "../../src/modules/content/rules/content-kinds"
import { canMoveRequest, REQUEST_STATES } from "../../src/modules/content/rules/move-request"
import { VIDEO_HOSTS } from "../../src/modules/content/rules/video-link"

const FILLED: shown.ContentForm = {
  ...{
    title: " Title ",
    body: "Text",
    slug: "about",
    section: "Delivery",
    media: "layout",
    video_url: "https://rutube.ru/video/1/",
    link: "/sale",
  },
  ...{ file: { id: "cnfl_1", name: "a.psd", mime_type: "image/png" }, category: { id: "pcat_1", name: "Tools" } },
  ...{ questions: "When?\nNow\n Later \n\nWhere?\nHere\nThere\n", audience: [{ id: "ccat_1", name: "Partners" }] },
  ...{ position: "3", isPublished: true, startsOn: "2026-12-01", endsOn: "" },
}

describe("the screens of content", () => {
  it("know every kind, medium, state and move there is, by name", () => {
    const { kinds, forms, about, media, requestStates } = texts.en.kontor.content
    expect(shown.CONTENT_KINDS).toEqual(CONTENT_KINDS)
    expect([kinds, forms, about].map(Object.keys)).toEqual([CONTENT_KINDS, CONTENT_KINDS, CONTENT_KINDS])
    expect([shown.MATERIAL_MEDIA, Object.keys(media)]).toEqual([MATERIAL_MEDIA, MATERIAL_MEDIA])
    expect([shown.REQUEST_STATES, Object.keys(requestStates)]).toEqual([REQUEST_STATES, REQUEST_STATES])
    for (const state of REQUEST_STATES) {
      expect(shown.requestStatesAfter(state)).toEqual(REQUEST_STATES.filter((next) => canMoveRequest(state, next)))
    }
    expect(Object.keys(texts.en.kontor.content.fields)).toEqual(expect.arrayContaining([...shown.CONTENT_FIELDS]))
  })

  it.each(CONTENT_KINDS)("send an item of kind %s as the server takes it, and nothing while it lacks what it needs", (kind) => {
    const body = shown.contentBodyOf(kind, FILLED)
    const read = AdminCreateContent.parse(body)
    expect(contentFault(read, VIDEO_HOSTS)).toBeNull()
    expect(AdminChangeContent.safeParse({ ...body, updated_at: "v" }).error).toBeUndefined()
    const without = { ...FILLED, body: "", slug: "", section: "", file: null, questions: "", video_url: "" }
    expect(shown.contentBodyOf(kind, without)).toBeNull()
    expect(shown.contentBodyOf(kind, { ...FILLED, title: " " })).toBeNull()
    expect(shown.contentBodyOf(kind, { ...FILLED, position: "-1" })).toBeNull()
  })

  it.each([
    ["page", { slug: "Доставка и оплата" }, "slug"],
    ["poll", { questions: "When?\nNow" }, "options"],
    ["news", { position: "first" }, "position"],
    ["material", { file: null, video_url: " " }, "file"],
  ] as const)("tell what is wrong with a %s, which is not sent then", (kind, part, fault) => {
    expect(shown.faultOf(kind, FILLED)).toBeNull()
    expect(shown.faultOf(kind, { ...FILLED, ...part })).toBe(fault)
    expect(shown.contentBodyOf(kind, { ...FILLED, ...part })).toBeNull()
    expect(texts.ru.kontor.content.faults[fault]).toBeTruthy()
  })

  it("read questions by their lines, and give them back as they stand", () => {
    const body = shown.contentBodyOf("poll", FILLED)
    const questions = [
      { text: "When?", options: ["Now", "Later"] },
      { text: "Where?", options: ["Here", "There"] },
    ]
    expect(body).toMatchObject({ title: "Title", questions, audience: ["ccat_1"], position: 3, starts_on: "2026-12-01", ends_on: null })
    expect(shown.contentBodyOf("poll", { ...FILLED, questions: "When?\nNow" })).toBeNull()
    const row: shown.ContentRow = {
      ...{ id: "cntn_1", kind: "poll", title: "Title", body: null, slug: null, section: null, media: null, video_url: null, link: null },
      ...{ category: null, file: null, audience: [{ id: "ccat_1", name: null }], position: 3, is_published: true, voters: 1 },
      ...{ starts_on: null, ends_on: "2026-12-31", created_at: "", updated_at: "v" },
      questions: questions.map(({ text, options }) => ({
        id: text,
        text,
        options: options.map((option) => ({ id: option, text: option, votes: 1 })),
      })),
    }
    const again = shown.contentBodyOf("poll", shown.contentFormOf(row))
    expect(again).toMatchObject({ title: "Title", questions, audience: ["ccat_1"], ends_on: "2026-12-31", is_published: true })
  })
})
