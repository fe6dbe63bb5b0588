import { createClient } from "@connectrpc/connect";
import { NotifyService } from "#api/notify_service_pb";
import { RiskService } from "#api/risk_service_pb";
import { StatusService } from "#api/status_service_pb";
import { transport } from "./transport.ts";

export const risk = createClient(RiskService, transport);
export const notify = createClient(NotifyService, transport);
export const status = createClient(StatusService, transport);

/** A fresh id for a call that may have to be repeated: the server answers the repeat with the first answer. */
export function requestId(): string {
  return crypto.randomUUID();
}
