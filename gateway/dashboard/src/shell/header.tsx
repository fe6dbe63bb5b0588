import { words } from "../words/words.ts";
import { LifePill } from "./life.tsx";
import { rings, switchRinging } from "./ring.ts";
import { href, route } from "./route.ts";
import { language, theme, type Theme } from "./settings.ts";

const pages = ["now", "report", "sign", "watches", "people", "audit", "system"] as const;
const nextTheme: Record<Theme, Theme> = { auto: "dark", dark: "light", light: "auto" };
const themeSigns: Record<Theme, string> = { auto: "◐", dark: "☾", light: "☀" };

/** The way around, the state of the line, and the choices of this device. */
export function Header() {
  const { nav, shell } = words.value;
  return (
    <header class="top">
      <a class="brand" href={href("now")}><img src="/icon.svg" alt="" width="28" height="28" /> Alerts</a>
      <LifePill />
      <nav aria-label={nav.label}>
        {pages.map((page) => <a key={page} href={href(page)} ref={route.value.page === page ? intoSight : undefined} aria-current={route.value.page === page ? "page" : undefined}>{nav[page]}</a>)}
      </nav>
      <p class="choices">
        <button type="button" class="plain" aria-pressed={rings.value} onClick={() => void switchRinging()} title={rings.value ? shell.ringOn : shell.ringOff} aria-label={rings.value ? shell.ringOn : shell.ringOff}>
          <Bell on={rings.value} />
        </button>
        <button type="button" class="plain" title={shell.theme[theme.value]} aria-label={shell.theme[theme.value]} onClick={() => { theme.value = nextTheme[theme.value]; }}>
          <span aria-hidden="true">{themeSigns[theme.value]}</span>
        </button>
        <button type="button" class="plain" lang={language.value === "en" ? "fr" : "en"} aria-label={shell.languageLabel} onClick={() => { language.value = language.value === "en" ? "fr" : "en"; }}>
          {language.value === "en" ? "FR" : "EN"}
        </button>
      </p>
    </header>
  );
}

// On a phone there are more pages than fit; the one that is open is moved into the middle, and the page itself stays where it is.
function intoSight(tab: HTMLAnchorElement | null): void {
  const row = tab?.parentElement;
  if (tab && row) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}

function Bell({ on }: { on: boolean }) {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
      <path d="M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7M10 20.5h4" />
      {on ? null : <path d="M4 3l16 18" />}
    </svg>
  );
}
