/** What a request was answered with. */
export interface Answer {
  status: number
  /** JSON, typed as `fetch` types it: a test asserts the shape of the body, so it needs none beforehand. */
  data: Awaited<ReturnType<Response["json"]>>
}

/** The answer to a request, a refusal as well as a success: the runner's client throws on anything but 2xx. */
export async function answerOf(request: Promise<Answer>): Promise<Answer> {
  try {
    const { status, data } = await request
    return { status, data }
  } catch (error) {
    if (typeof error === "object" && error !== null && "response" in error && isAnswer(error.response)) {
      return { status: error.response.status, data: error.response.data }
    }
    throw error
  }
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && "status" in value && "data" in value
}
