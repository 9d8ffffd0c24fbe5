import { defineRouteConfig } from "@medusajs/admin-sdk"
import { createDataTableColumnHelper, StatusBadge, Text, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Choice } from "../../../components/choice"
import { FilterChoice } from "../../../components/filter-choice"
import { FormDrawer } from "../../../components/form-drawer"
import { FormField } from "../../../components/form-field"
import { PagedTable } from "../../../components/paged-table"
import { type ContentRequestList, type ContentRequestRow, REQUEST_STATES, requestStatesAfter } from "../../../lib/content"
import { formatDateTime } from "../../../lib/format"
import { useChange } from "../../../lib/use-change"
import { usePageOf } from "../../../lib/use-page-of"

const PATH = "/admin/content-requests"
const COLOURS = { new: "orange", in_work: "blue", done: "green", declined: "red" } as const
const columns = createDataTableColumnHelper<ContentRequestRow>()

/** What clients ask for beyond the media library. */
const ContentRequests = () => {
  const { t, i18n } = useTranslation("kontor")
  const [state, setState] = useState<string>()
  const [opened, setOpened] = useState<ContentRequestRow | null>(null)
  const page = usePageOf<ContentRequestList, ContentRequestRow>(PATH, (answer) => answer.content_requests, { filters: { state } })
  const shown = [
    columns.accessor((row) => row.legal_entity.name ?? "–", { id: "client", header: t("content.client") }),
    columns.accessor((row) => row.employee.name ?? "–", { id: "employee", header: t("entities.personName") }),
    columns.accessor((row) => (row.media ? t(`content.media.${row.media}`) : "–"), { id: "media", header: t("content.fields.media") }),
    columns.accessor("text", { header: t("content.request"), maxSize: 320 }),
    columns.accessor("state", {
      header: t("content.state"),
      cell: ({ getValue }) => <StatusBadge color={COLOURS[getValue()]}>{t(`content.requestStates.${getValue()}`)}</StatusBadge>,
    }),
    columns.accessor((row) => formatDateTime(row.created_at, i18n.language), { id: "at", header: t("content.askedAt") }),
  ]
  return (
    <>
      <PagedTable
        title={t("content.requests")}
        page={page}
        columns={shown}
        rowId={(row) => row.id}
        onRowClick={setOpened}
        search={t("content.searchRequests")}
        tools={
          <FilterChoice
            label={t("content.state")}
            value={state}
            values={REQUEST_STATES}
            text={(value) => t(`content.requestStates.${value}`)}
            onChange={setState}
          />
        }
        empty={{ heading: t("content.noRequests"), description: t("content.noRequestsHint") }}
      />
      {opened && <RequestForm request={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

/** Reads a request and moves it on; what is over can only be read. */
const RequestForm = ({ request, onClose }: { request: ContentRequestRow; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const next = requestStatesAfter(request.state)
  const [state, setState] = useState<string>(next[0] ?? request.state)
  const [answer, setAnswer] = useState(request.answer ?? "")
  const move = useChange()
  const body = { state, answer: answer.trim() || null, updated_at: request.updated_at }
  return (
    <FormDrawer
      title={t("content.request")}
      hint={t("content.requestHint")}
      isComplete={next.length > 0 && (state !== "declined" || answer.trim() !== "")}
      isPending={move.isPending}
      onSubmit={() => move.mutateAsync({ path: `${PATH}/${request.id}`, method: "POST", body })}
      onClose={onClose}
    >
      <Text className="break-words whitespace-pre-wrap">{request.text}</Text>
      {next.length > 0 && (
        <FormField id="request-state" label={t("content.state")}>
          <Choice id="request-state" value={state} values={next} label={(each) => t(`content.requestStates.${each}`)} onChange={setState} />
        </FormField>
      )}
      <FormField id="request-answer" label={t("content.answer")}>
        <Textarea
          id="request-answer"
          rows={5}
          maxLength={2000}
          disabled={next.length === 0}
          value={answer}
          onChange={({ target }) => setAnswer(target.value)}
        />
      </FormField>
    </FormDrawer>
  )
}

export const config = defineRouteConfig({ label: "content.requests", translationNs: "kontor" })

export default ContentRequests
