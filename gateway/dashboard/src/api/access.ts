import { createClient } from "@connectrpc/connect";
import { AccessService } from "#api/access_service_pb";
import { transport } from "./transport.ts";

// Apart from the others, as ingest is.
export const access = createClient(AccessService, transport);
