import { effect, signal } from "@preact/signals";

/** Languages of the screens. */
export type Language = "en" | "fr";

/** How the page is lit; "auto" follows the device. */
export type Theme = "auto" | "light" | "dark";

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // A browser that keeps nothing still shows everything.
    return null;
  }
}

/** Keeps a choice of this device; where nothing can be kept, it lasts as long as the page. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}

function firstLanguage(): Language {
  const known = stored("language");
  if (known === "en" || known === "fr") return known;
  return typeof navigator !== "undefined" && navigator.language.startsWith("fr") ? "fr" : "en";
}

function firstTheme(): Theme {
  const known = stored("theme");
  return known === "light" || known === "dark" ? known : "auto";
}

export const language = signal<Language>(firstLanguage());
export const theme = signal<Theme>(firstTheme());

/** Writes the choices to the page and to the device whenever they change. */
export function applySettings(): void {
  effect(() => {
    document.documentElement.lang = language.value;
    keep("language", language.value);
  });
  effect(() => {
    if (theme.value === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme.value;
    keep("theme", theme.value);
  });
}

/** Whether bytes are dear: a phone, a narrow line, or a user who asked for less. */
export function savesData(): boolean {
  const connection = (navigator as { connection?: { saveData?: boolean; effectiveType?: string } }).connection;
  return matchMedia("(max-width: 40rem)").matches || connection?.saveData === true || /2g|3g/.test(connection?.effectiveType ?? "");
}
