import { Button, Checkbox, Label, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { OrderReservationAnswer } from "../../lib/reservations"
import { useChange } from "../../lib/use-change"
import { FormDrawer } from "../form-drawer"
import { InputField } from "../input-field"
import { ReasonDrawer } from "../reason-drawer"

interface Props {
  orderId: string
  answer: OrderReservationAnswer
}

/** What may be done to the reservation of an order: prolong and release what is held, hold what is not. */
export const ReservationActions = ({ orderId, answer: { reservation, lines } }: Props) => {
  const { t } = useTranslation("kontor")
  const path = `/admin/orders/${orderId}/reservation`
  const change = useChange()
  const isMissing = lines.some(({ quantity, reserved, waiting }) => Number(reserved) < Number(quantity) - Number(waiting))
  if (!reservation || reservation.state === "leaving" || reservation.end_reason === "shipped") {
    return null
  }
  return (
    <div className="flex gap-x-2">
      {reservation.state === "held" && (
        <>
          <Prolong path={path} />
          <ReasonDrawer
            title={t("reservations.release")}
            hint={t("reservations.releaseHint")}
            trigger={
              <Button size="small" variant="secondary">
                {t("reservations.release")}
              </Button>
            }
            isPending={change.isPending}
            onSubmit={(reason) => change.mutateAsync({ path, method: "POST", body: { action: "release", reason } })}
          />
        </>
      )}
      {isMissing && <Hold path={path} />}
    </div>
  )
}

const Prolong = ({ path }: { path: string }) => {
  const { t } = useTranslation("kontor")
  const [until, setUntil] = useState("")
  const [isOpenEnded, setIsOpenEnded] = useState(false)
  const change = useChange()
  const moment = new Date(until)
  const isMoment = until !== "" && !Number.isNaN(moment.getTime()) && moment.getTime() > Date.now()
  const body = { action: "prolong", until: isOpenEnded || !isMoment ? null : moment.toISOString() }
  return (
    <FormDrawer
      title={t("reservations.prolong")}
      hint={t("reservations.prolongHint")}
      trigger={
        <Button size="small" variant="secondary">
          {t("reservations.prolong")}
        </Button>
      }
      isComplete={isOpenEnded || isMoment}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path, method: "POST", body })}
      onClose={() => setUntil("")}
    >
      <InputField
        id="reservation-until"
        label={t("reservations.until")}
        type="datetime-local"
        disabled={isOpenEnded}
        value={until}
        onChange={setUntil}
      />
      <div className="flex items-center gap-x-2">
        <Checkbox id="reservation-open" checked={isOpenEnded} onCheckedChange={(checked) => setIsOpenEnded(checked === true)} />
        <Label htmlFor="reservation-open">{t("reservations.untilShipped")}</Label>
      </div>
    </FormDrawer>
  )
}

const Hold = ({ path }: { path: string }) => {
  const { t } = useTranslation("kontor")
  const prompt = usePrompt()
  const change = useChange()
  const hold = async (partly: boolean) => {
    const title = t(partly ? "reservations.holdPart" : "reservations.hold")
    const description = t(partly ? "reservations.holdPartHint" : "reservations.holdHint")
    if (await prompt({ title, description, confirmText: title, cancelText: t("cancel") })) {
      change.mutate({ path, method: "POST", body: { action: "hold", partly } })
    }
  }
  return (
    <>
      <Button size="small" variant="secondary" isLoading={change.isPending} onClick={() => void hold(false)}>
        {t("reservations.hold")}
      </Button>
      <Button size="small" variant="secondary" isLoading={change.isPending} onClick={() => void hold(true)}>
        {t("reservations.holdPart")}
      </Button>
    </>
  )
}
