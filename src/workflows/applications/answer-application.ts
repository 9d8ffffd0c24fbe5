import type { Actor } from "@kontor/framework"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { isAnswerTokenValid } from "../../database/applications/answer-token"
import type { StoredFile } from "../../database/applications/write-parts"
import { hashSecretToken } from "../../modules/company/secret-token"
import { keepFilesStep } from "./steps/keep-files"
import { moveApplicationStep } from "./steps/move-application"
import { recordMove } from "./record-move"
import type { UploadedFile } from "../files/store-private-file"
import { storeFiles } from "./store-files"

export interface AnswerApplicationInput {
  which: { id: string } | { token_hash: string }
  message: string
  files: StoredFile[]
  actor: Actor
}

/** The applicant sends what he was asked for; it is the staff's turn again. `answer_not_expected` when nothing is asked. */
export const answerApplicationWorkflow = createWorkflow("answer-application", (input: AnswerApplicationInput) => {
  keepFilesStep(input.files)
  const moved = moveApplicationStep(
    transform({ input }, ({ input: { which, message, files, actor } }) => ({
      which,
      move: { kind: "answer" as const, message },
      actor_name: actor.name,
      files,
    }))
  )
  recordMove({ actor: input.actor, moved })
  return new WorkflowResponse(moved)
})

interface Answer {
  message: string
  uploads: UploadedFile[]
  actor: Actor
}

/** The same with the files as they came. */
export async function answerApplication(container: MedusaContainer, { id, ...answer }: Answer & { id: string }): Promise<void> {
  await storeAndAnswer(container, { id }, answer)
}

/** A stranger answers with the secret of his mail, once. An unknown, used or expired one is refused before anything is stored: `token_invalid`. */
export async function answerApplicationByToken(
  container: MedusaContainer,
  { token, ...answer }: Answer & { token: string }
): Promise<void> {
  const token_hash = hashSecretToken(token)
  if (!(await isAnswerTokenValid(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { token_hash }))) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The link is not valid any more. Ask your manager for a new one.", "token_invalid")
  }
  await storeAndAnswer(container, { token_hash }, answer)
}

async function storeAndAnswer(container: MedusaContainer, which: AnswerApplicationInput["which"], { uploads, ...rest }: Answer) {
  const files = await storeFiles(container, uploads)
  await answerApplicationWorkflow(container).run({ input: { which, files, ...rest } })
}
