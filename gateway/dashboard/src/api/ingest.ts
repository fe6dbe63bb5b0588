import { createClient } from "@connectrpc/connect";
import { IngestService } from "#api/ingest_service_pb";
import { transport } from "./transport.ts";

// Apart from the others: the first page does without it, and its share of the API is the largest.
export const ingest = createClient(IngestService, transport);
