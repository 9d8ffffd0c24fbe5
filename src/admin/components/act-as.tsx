import { Button, Code, Copy, FocusModal, Heading, Text, toast } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { formatDateTime } from "../lib/format"
import { sdk } from "../lib/sdk"
import type { EmployeeRow } from "../lib/types"
import { ReasonDrawer } from "./reason-drawer"

interface Started {
  session: { id: string; expires_at: string }
  token: string
}

/** Signs the user in as a person of the dealer: the storefront takes the token as that of the person. */
export const ActAs = ({ person }: { person: EmployeeRow }) => {
  const { t, i18n } = useTranslation("kontor")
  const [started, setStarted] = useState<Started | null>(null)
  const url = `/admin/employees/${person.id}/sessions`
  const start = useMutation({
    mutationFn: (reason: string) => sdk.client.fetch<Started>(url, { method: "POST", body: { reason } }),
    onSuccess: setStarted,
    onError: (error) => toast.error(error.message),
  })
  const end = useMutation({
    mutationFn: (id: string) => sdk.client.fetch(`${url}/${id}`, { method: "DELETE" }),
    onSuccess: () => {
      toast.success(t("acting.ended"))
      setStarted(null)
    },
    onError: (error) => toast.error(error.message),
  })
  return (
    <>
      <ReasonDrawer
        title={t("acting.start")}
        hint={t("acting.hint", { name: person.name })}
        isPending={start.isPending}
        onSubmit={(reason) => start.mutateAsync(reason)}
        trigger={
          <Button size="small" variant="transparent">
            {t("acting.start")}
          </Button>
        }
      />
      <FocusModal open={started !== null} onOpenChange={(open) => !open && setStarted(null)}>
        <FocusModal.Content>
          <FocusModal.Header />
          {started && (
            <FocusModal.Body className="mx-auto flex max-w-2xl flex-col gap-y-4 py-16">
              <Heading>{t("acting.title", { name: person.name })}</Heading>
              <Text>{t("acting.until", { time: formatDateTime(started.session.expires_at, i18n.language) })}</Text>
              <Code className="max-h-40 overflow-y-auto break-all">{started.token}</Code>
              <div className="flex items-center gap-x-2">
                <Copy content={started.token} />
                <Button size="small" variant="danger" isLoading={end.isPending} onClick={() => end.mutate(started.session.id)}>
                  {t("acting.end")}
                </Button>
              </div>
            </FocusModal.Body>
          )}
        </FocusModal.Content>
      </FocusModal>
    </>
  )
}
