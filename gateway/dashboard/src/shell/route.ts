import { signal } from "@preact/signals";
import { focusHeading } from "./focus.ts";

/** Where the page is: its name, and what it is about. Kept behind the "#", so that no server's log learns which city an officer looks at. */
export interface Route {
  readonly page: string;
  readonly id: string;
  readonly query: URLSearchParams;
}

/** "#/city/123?at=…" → city, 123. An empty address is the first page. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [page = "", ...rest] = path.split("/");
  return { page: page || "now", id: rest.map(decodeURIComponent).join("/"), query: new URLSearchParams(query) };
}

export const route = signal<Route>(parseRoute(typeof location === "undefined" ? "" : location.hash));

/** Address of a page. */
export function href(page: string, id = "", query: Record<string, string> = {}): string {
  const asked = new URLSearchParams(query).toString();
  return `#/${page}${id ? `/${encodeURIComponent(id)}` : ""}${asked ? `?${asked}` : ""}`;
}

/** "cities/123/threat" → "123", "incidents/abc" → "abc". */
export function idOf(name: string): string {
  return name.split("/")[1] ?? "";
}

/** Follows the address; each page begins at its top, with the focus on its heading for those who listen. */
export function followAddress(): void {
  addEventListener("hashchange", () => {
    const next = parseRoute(location.hash);
    const moved = next.page !== route.value.page || next.id !== route.value.id;
    route.value = next;
    if (!moved) return;
    scrollTo(0, 0);
    focusHeading();
  });
}
