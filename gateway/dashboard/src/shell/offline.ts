/** Lets the page open without a network: the browser keeps its files, the page keeps its last state. */
export function stayReadable(): void {
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
  // Once the page stands: on a slow line its own files come first.
  addEventListener("load", () => void navigator.serviceWorker.register("/sw.js").catch(() => undefined));
}
