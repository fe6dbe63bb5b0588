import { createGrpcWebTransport } from "@connectrpc/connect-web";

// Same origin: the sign-in cookie goes along, and no other site can send it.
export const transport = createGrpcWebTransport({ baseUrl: location.origin });
