import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { words } from "../words/words.ts";

/** A page whose code is loaded when it is first looked at. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return function Lazy(props: P) {
    const [Page, setPage] = useState<ComponentType<P> | undefined>();
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      load().then((page) => setPage(() => page), () => setFailed(true));
    }, []);
    if (failed) return <p class="failure" role="alert">{words.value.failure.unreachable} <button type="button" onClick={() => location.reload()}>{words.value.shell.retry}</button></p>;
    return Page ? <Page {...props} /> : <p class="soft" role="status">{words.value.shell.loading}</p>;
  };
}
