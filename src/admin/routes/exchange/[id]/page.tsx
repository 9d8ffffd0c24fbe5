import { Button, Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { ErrorText } from "../../../components/error-text"
import { Field } from "../../../components/field"
import { Section } from "../../../components/section"
import { StateBadge } from "../../../components/state-badge"
import { formatDateTime, formatDuration, formatNumber } from "../../../lib/format"
import type { ExchangeRunCard, ExchangeRunIssue } from "../../../lib/types"
import { useAnswer } from "../../../lib/use-answer"
import { useChange } from "../../../lib/use-change"

const COLUMNS = ["received", "created", "updated", "deleted", "unchanged"] as const

const Counts = ({ run }: { run: ExchangeRunCard }) => {
  const { t, i18n } = useTranslation("kontor")
  const kinds = Object.entries(run.counts).filter(([, count]) => COLUMNS.some((name) => (count[name] ?? 0) > 0))
  if (kinds.length === 0) {
    return null
  }
  return (
    <Section title={t("exchange.counts")}>
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("exchange.what")}</Table.HeaderCell>
            {COLUMNS.map((name) => (
              <Table.HeaderCell key={name} className="text-right">
                {t(`exchange.${name}`)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {kinds.map(([kind, count]) => (
            <Table.Row key={kind}>
              <Table.Cell>{t(`kinds.${kind}`, kind)}</Table.Cell>
              {COLUMNS.map((name) => (
                <Table.Cell key={name} className="text-right">
                  {formatNumber(count[name] ?? 0, i18n.language)}
                </Table.Cell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Section>
  )
}

const Issues = ({ issues, count }: { issues: ExchangeRunIssue[]; count: number }) => {
  const { t } = useTranslation("kontor")
  return (
    <Section title={`${t("exchange.issues")}: ${count}`}>
      {issues.length === 0 && <Text className="text-ui-fg-muted px-6 py-4">{t("exchange.noIssues")}</Text>}
      {issues.length > 0 && (
        <Table>
          <Table.Header>
            <Table.Row>
              {["row", "code", "message", "subject"].map((name) => (
                <Table.HeaderCell key={name}>{t(`exchange.${name}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {issues.map((issue) => (
              <Table.Row key={issue.position}>
                <Table.Cell>{issue.position}</Table.Cell>
                <Table.Cell title={issue.code}>{t(`issue.${issue.code}`, issue.code)}</Table.Cell>
                <Table.Cell className="whitespace-normal">
                  <Remark code={issue.code} message={issue.message} />
                </Table.Cell>
                <Table.Cell>{issue.subject ?? "–"}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
      {issues.length < count && (
        <Text size="xsmall" className="text-ui-fg-muted px-6 py-3">
          {t("exchange.moreIssues", { shown: issues.length, count })}
        </Text>
      )}
    </Section>
  )
}

/** What a remark says, and in the reader's language what became of its subject. */
const Remark = ({ code, message }: { code: string; message: string }) => {
  const { t } = useTranslation("kontor")
  const hint = t(`issueHints.${code}`, "")
  return hint === "" ? (
    message
  ) : (
    <span className="flex flex-col py-1">
      {hint}
      <span className="text-ui-fg-muted txt-small">{message}</span>
    </span>
  )
}

const ExchangeRun = () => {
  const { id = "" } = useParams()
  const { t, i18n } = useTranslation("kontor")
  const path = `/admin/exchange-runs/${id}`
  const { data, error } = useAnswer<{ exchange_run: ExchangeRunCard }>(path)
  const retry = useChange({ notice: t("exchange.retried") })
  if (!data) {
    return <ErrorText error={error} />
  }
  const run = data.exchange_run
  return (
    <div className="flex flex-col gap-y-3">
      <Section
        title={<Heading>{run.filename ?? t(`kinds.${run.kind}`, run.kind)}</Heading>}
        action={
          <div className="flex items-center gap-x-3">
            <StateBadge state={run.state} />
            {run.direction === "in" && (
              <Button
                size="small"
                variant="secondary"
                isLoading={retry.isPending}
                onClick={() => retry.mutate({ path: `${path}/retry`, method: "POST" })}
              >
                {t("exchange.retry")}
              </Button>
            )}
          </div>
        }
      >
        <Field label={t("exchange.direction")}>{t(`exchange.${run.direction}`)}</Field>
        <Field label={t("exchange.source")}>{run.source}</Field>
        <Field label={t("exchange.formed")}>{formatDateTime(run.formed_at, i18n.language)}</Field>
        <Field label={t("exchange.started")}>{formatDateTime(run.started_at, i18n.language)}</Field>
        <Field label={t("exchange.duration")}>{formatDuration(run.duration_ms, i18n.language)}</Field>
        {run.error_code && <Field label={t("exchange.error")}>{`${run.error_code}: ${run.error_message ?? ""}`}</Field>}
      </Section>
      <Counts run={run} />
      <Issues issues={run.issues} count={run.issue_count} />
    </div>
  )
}

export default ExchangeRun
