import { useMemo } from "preact/hooks";
import { Choice } from "../parts/choice.tsx";
import { keep, language } from "../shell/settings.ts";
import { countryName } from "../sign/area.tsx";
import { words } from "../words/words.ts";
import { codes } from "./codes.ts";

const key = "country";

/** The country that was chosen last on this device; empty for none. */
export function lastCountry(): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

/** A country by its name, in the order of the alphabet of the page's language. */
export function CountryChoice({ label, value, required = false, onChoose }: { label: string; value: string; required?: boolean; onChoose: (code: string) => void }) {
  const options = useMemo(() => codes.map((code) => ({ value: code, label: countryName(code) })).sort((a, b) => a.label.localeCompare(b.label, language.value)), [language.value]);
  return (
    <Choice label={label} value={value} required={required} options={[{ value: "", label: required ? words.value.report.typeChoose : words.value.report.countryNone }, ...options]} onChoose={(code) => {
      keep(key, code);
      onChoose(code);
    }} />
  );
}
