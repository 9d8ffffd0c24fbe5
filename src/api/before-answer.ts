import type { MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"

/**
 * Has something done after a route of Medusa's has done its work and before its answer is sent; a refusal is sent as it is. What fails is answered in place of
 * the route's answer.
 *
 * @param work null = nothing is to be done about this answer
 */
export function beforeAnswer(res: MedusaResponse, next: MedusaNextFunction, work: (body: unknown) => Promise<unknown> | null): void {
  const answer = res.json.bind(res)
  res.json = (body: unknown) => {
    const done = res.statusCode < 400 ? work(body) : null
    if (done === null) {
      return answer(body)
    }
    void done.then(
      () => answer(body),
      (error: unknown) => next(error)
    )
    return res
  }
}
