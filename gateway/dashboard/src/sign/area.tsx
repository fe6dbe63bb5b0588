import { Choice } from "../parts/choice.tsx";
import { language } from "../shell/settings.ts";
import { words } from "../words/words.ts";

/** A country as people of the chosen language call it; its code where this browser knows no name. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(language.value, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Resource name of what was chosen. */
export function areaName(area: string, city: string, country: string): string {
  return area === "country" || !city ? `countries/${country}` : `cities/${city}`;
}

/** The city, or its whole country. */
export function AreaChoice({ area, city, country, onChoose }: { area: string; city: string; country: string; onChoose: (area: string) => void }) {
  const { signing } = words.value;
  const options = [...(city ? [{ value: "city", label: signing.city }] : []), ...(country ? [{ value: "country", label: `${signing.country} (${countryName(country)})` }] : [])];
  return <Choice label={signing.area} value={area} options={options} onChoose={onChoose} />;
}
