import { defineRouteConfig } from "@medusajs/admin-sdk"
import Medusa, { FetchError } from "@medusajs/js-sdk"
import { Button, Container, Copy, Heading, Input, Label, Select, StatusBadge, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"

/** What the server answers to a login that an account has, and to a login or a base that is no name. */
const REASONS: Partial<Record<number, string>> = { 400: "nameInvalid", 422: "loginTaken" }

const sdk = new Medusa({ baseUrl: "/", auth: { type: "session" } })
const PATH = "/admin/exchange-accounts"
const DIALECTS = ["auto", "client_a", "client_b"] as const

interface Account {
  id: string
  login: string
  source: string
  dialect: (typeof DIALECTS)[number]
  is_active: boolean
  last_used_at: string | null
}

interface CreatedAccount {
  exchange_account: Account
  secret: string
}

const AddAccount = ({ onCreated }: { onCreated: (created: CreatedAccount) => void }) => {
  const { t } = useTranslation("onec")
  const [form, setForm] = useState({ login: "", source: "", dialect: "auto" })
  const create = useMutation({
    mutationFn: () => sdk.client.fetch<CreatedAccount>(PATH, { method: "POST", body: form }),
    onSuccess: (created) => {
      onCreated(created)
      setForm({ login: "", source: "", dialect: "auto" })
    },
    onError: (error) => {
      const reason = error instanceof FetchError ? REASONS[error.status ?? 0] : undefined
      toast.error(reason ? t(`accounts.${reason}`, { login: form.login.trim() }) : error.message)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  // Not by `required`: an empty field would be red before anything is typed.
  const isComplete = form.login.trim() !== "" && form.source.trim() !== ""
  const field = (name: "login" | "source") => (
    <div className="flex flex-1 flex-col gap-y-1">
      <Label htmlFor={`account-${name}`} size="small">
        {t(`accounts.${name}`)}
      </Label>
      <Input
        id={`account-${name}`}
        autoComplete="off"
        value={form[name]}
        onChange={(event) => setForm({ ...form, [name]: event.target.value })}
      />
    </div>
  )
  return (
    <form onSubmit={submit} className="flex items-end gap-x-3 px-6 py-4">
      {field("login")}
      {field("source")}
      <div className="flex flex-1 flex-col gap-y-1">
        <Label htmlFor="account-dialect" size="small">
          {t("accounts.dialect")}
        </Label>
        <Select value={form.dialect} onValueChange={(dialect) => setForm({ ...form, dialect })}>
          <Select.Trigger id="account-dialect">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {DIALECTS.map((dialect) => (
              <Select.Item key={dialect} value={dialect}>
                {t(`dialect.${dialect}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      <Button type="submit" variant="secondary" disabled={!isComplete} isLoading={create.isPending}>
        {t("accounts.add")}
      </Button>
    </form>
  )
}

const ExchangeAccounts = () => {
  const { t, i18n } = useTranslation("onec")
  const prompt = usePrompt()
  const queries = useQueryClient()
  const [created, setCreated] = useState<CreatedAccount | null>(null)
  const { data, error } = useQuery({
    queryKey: [PATH],
    queryFn: () => sdk.client.fetch<{ exchange_accounts: Account[] }>(PATH, { query: { limit: 100 } }),
  })
  const refresh = () => queries.invalidateQueries({ queryKey: [PATH] })
  const switchOff = useMutation({
    mutationFn: (id: string) => sdk.client.fetch(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: refresh,
    onError: (error) => toast.error(error.message),
  })
  const ask = async (account: Account) => {
    const confirmed = await prompt({
      title: t("accounts.switchOff"),
      description: t("accounts.switchOffQuestion", { login: account.login }),
      confirmText: t("accounts.switchOff"),
      cancelText: t("accounts.cancel"),
    })
    if (confirmed) {
      switchOff.mutate(account.id)
    }
  }
  const accounts = data?.exchange_accounts ?? []
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("accounts.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("accounts.hint")}
        </Text>
      </div>
      <AddAccount
        onCreated={(account) => {
          setCreated(account)
          void refresh()
        }}
      />
      {created && (
        <div className="flex items-center gap-x-2 px-6 py-4">
          <Text weight="plus">{t("accounts.secret", { login: created.exchange_account.login })}</Text>
          <code className="txt-code-body">{created.secret}</code>
          <Copy content={created.secret} />
        </div>
      )}
      {error && <Text className="text-ui-fg-error px-6 py-4">{`${t("accounts.unread")}: ${error.message}`}</Text>}
      {data?.exchange_accounts.length === 0 && <Text className="text-ui-fg-muted px-6 py-4">{t("accounts.empty")}</Text>}
      {accounts.length > 0 && (
        <Table>
          <Table.Header>
            <Table.Row>
              {["login", "source", "dialect", "lastUsed", "state"].map((name) => (
                <Table.HeaderCell key={name}>{t(`accounts.${name}`)}</Table.HeaderCell>
              ))}
              <Table.HeaderCell />
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {accounts.map((account) => (
              <Table.Row key={account.id}>
                <Table.Cell>{account.login}</Table.Cell>
                <Table.Cell>{account.source}</Table.Cell>
                <Table.Cell>{t(`dialect.${account.dialect}`)}</Table.Cell>
                <Table.Cell>
                  {account.last_used_at ? new Date(account.last_used_at).toLocaleString(i18n.language) : t("accounts.never")}
                </Table.Cell>
                <Table.Cell>
                  <StatusBadge color={account.is_active ? "green" : "grey"}>
                    {t(account.is_active ? "accounts.active" : "accounts.off")}
                  </StatusBadge>
                </Table.Cell>
                <Table.Cell className="text-right">
                  {account.is_active && (
                    <Button size="small" variant="secondary" onClick={() => void ask(account)}>
                      {t("accounts.switchOff")}
                    </Button>
                  )}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "accounts.title", translationNs: "onec" })

export default ExchangeAccounts
