import { type ContentDraft, contentFault } from "../content-draft"
import { CONTENT_KINDS } from "../content-kinds"
import { canMoveRequest, REQUEST_STATES } from "../move-request"
import { isWholeVote } from "../poll-answers"
import { textFault } from "../safe-text"
import { isVideoLink, VIDEO_HOSTS } from "../video-link"

const EMPTY: ContentDraft = {
  ...{ kind: "news", title: "Title", body: null, slug: null, section: null, media: null, video_url: null, link: null },
  ...{ category_id: null, file_id: null, audience: [], position: 0, is_published: true, starts_on: null, ends_on: null, questions: [] },
}

/** The least that each kind has. */
const LEAST: Record<(typeof CONTENT_KINDS)[number], Partial<ContentDraft>> = {
  news: { body: "Text" },
  faq: { body: "Answer", section: "Delivery" },
  page: { body: "Text", slug: "about" },
  banner: { file_id: "cnfl_1" },
  poll: { questions: [{ text: "When?", options: ["Now", "Later"] }] },
  material: { media: "photo", file_id: "cnfl_1" },
}
const fault = (draft: Partial<ContentDraft>) => contentFault({ ...EMPTY, ...draft }, VIDEO_HOSTS)?.code ?? null

describe("an item of content", () => {
  it.each(CONTENT_KINDS)("of kind %s is taken with the least that it needs, and not with less", (kind) => {
    expect(fault({ kind, ...LEAST[kind] })).toBeNull()
    for (const field of Object.keys(LEAST[kind])) {
      const code = kind === "material" && field === "file_id" ? "material_empty" : "content_field_missing"
      expect(fault({ kind, ...LEAST[kind], [field]: field === "questions" ? [] : null })).toBe(code)
    }
  })

  it("has no field that its kind knows nothing of", () => {
    expect(fault({ ...LEAST.news, slug: "news" })).toBe("content_field_foreign")
    expect(fault({ kind: "page", ...LEAST.page, ...LEAST.poll })).toBe("content_field_foreign")
  })

  it("may be a video alone, where it is a material", () => {
    expect(fault({ kind: "material", media: "video", video_url: "https://rutube.ru/video/1/" })).toBeNull()
  })

  it("ends on the day it starts at the soonest", () => {
    expect(fault({ ...LEAST.news, starts_on: "2026-12-31", ends_on: "2026-12-31" })).toBeNull()
    expect(fault({ ...LEAST.news, starts_on: "2026-12-31", ends_on: "2026-12-30" })).toBe("content_dates_reversed")
  })

  it("asks no question with an option twice", () => {
    expect(fault({ kind: "poll", questions: [{ text: "When?", options: ["Now", "Now"] }] })).toBe("poll_option_repeated")
  })

  it.each([
    ["https://supplier.test/sale?a=1&b=2", null],
    ["/catalog/sale", null],
    ["/", null],
    ["//elsewhere.test", "content_link_invalid"],
    ["/\\elsewhere.test", "content_link_invalid"],
    ["javascript:alert(1)", "content_link_invalid"],
    [" https://supplier.test", "content_link_invalid"],
  ])("leads to %s or not", (link, code) => {
    expect(fault({ ...LEAST.news, link })).toBe(code)
  })
})

describe("a markdown text", () => {
  it.each([
    ["words, 5 < 6, a <3 b, **bold** and `code`", null],
    ['[price](https://supplier.test/a_(b)) and ![photo](/store/content/1/file "title")', null],
    ["[mail](mailto:a@b.test), [call](tel:+7), [below](#below)", null],
    ["[one][two]\n\n[two]: https://supplier.test", null],
    ["<script>alert(1)</script>", "content_html"],
    ["a </b> c", "content_html"],
    ["<!-- hidden -->", "content_html"],
    ["<https://supplier.test>", "content_html"],
    ["[x](javascript:alert(1))", "content_link_invalid"],
    ["[x](\n  JavaScript:alert(1))", "content_link_invalid"],
    ["[x](&#106;avascript:alert(1))", "content_link_invalid"],
    ["[x](\\javascript:alert(1))", "content_link_invalid"],
    ["[x](data:text/html;base64,AAAA)", "content_link_invalid"],
    ["[x](//elsewhere.test)", "content_link_invalid"],
    ["[x][y]\n\n[y]:\n javascript:alert(1)", "content_link_invalid"],
    ["![x](vbscript:x)", "content_link_invalid"],
  ])("%j is taken or refused", (markdown, code) => {
    expect(textFault(markdown)?.code ?? null).toBe(code)
  })
})

describe("a link to a video", () => {
  it.each([
    ["https://www.youtube.com/watch?v=1", true],
    ["https://youtu.be/1", true],
    ["http://youtu.be/1", false],
    ["https://youtu.be.elsewhere.test/1", false],
    ["https://notyoutu.be/1", false],
    ["https://youtu.be@elsewhere.test/1", false],
    ["https://user:secret@youtu.be/1", false],
    ["https://youtu.be:8443/1", false],
    ["youtu.be/1", false],
  ])("%s: %s", (text, isTaken) => {
    expect(isVideoLink(text, VIDEO_HOSTS)).toBe(isTaken)
  })
})

describe("a vote", () => {
  const questions = [
    { id: "q1", options: [{ id: "a" }, { id: "b" }] },
    { id: "q2", options: [{ id: "c" }, { id: "d" }] },
  ]
  const answer = (question_id: string, option_id: string) => ({ question_id, option_id })

  it.each([
    ["answers every question once", [answer("q2", "c"), answer("q1", "b")], true],
    ["leaves one out", [answer("q1", "b")], false],
    ["answers by an option of another question", [answer("q1", "c"), answer("q2", "d")], false],
    ["answers one twice", [answer("q1", "a"), answer("q1", "b"), answer("q2", "c")], false],
    ["answers what was not asked", [answer("q1", "a"), answer("q3", "c")], false],
  ])("that %s is whole or not", (_what, answers, isWhole) => {
    expect(isWholeVote(questions, answers)).toBe(isWhole)
  })
})

describe("a request for extra content", () => {
  it("goes forward and ends once", () => {
    const moves = REQUEST_STATES.flatMap((from) => REQUEST_STATES.filter((to) => canMoveRequest(from, to)).map((to) => `${from}-${to}`))
    expect(moves).toEqual(["new-in_work", "new-done", "new-declined", "in_work-done", "in_work-declined"])
  })
})
