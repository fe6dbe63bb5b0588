/**
 * Puts the focus on the heading of a page that was just gone to, for those who listen or use the keyboard. A page shows "Loading" first and
 * its real heading later: until the officer does something, each new heading gets the focus that the old one had.
 */
export function focusHeading(): void {
  const content = document.getElementById("content");
  if (!content) return;
  (document.activeElement as HTMLElement | null)?.blur();
  const look = (): void => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) content.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  };
  const watcher = new MutationObserver(look);
  watcher.observe(content, { childList: true, subtree: true });
  const done = (): void => {
    watcher.disconnect();
    removeEventListener("keydown", done, true);
    removeEventListener("pointerdown", done, true);
    removeEventListener("hashchange", done, true);
  };
  for (const act of ["keydown", "pointerdown", "hashchange"]) addEventListener(act, done, true);
  look();
}
