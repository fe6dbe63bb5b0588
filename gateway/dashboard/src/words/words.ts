import { computed } from "@preact/signals";
import { language } from "../shell/settings.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

/** Every sentence of the screens; the French one has the same shape, or the build fails. */
export type Words = typeof en;

/** The sentences in the language that was chosen. Read it inside of what is drawn, and a switch draws anew. */
export const words = computed<Words>(() => (language.value === "fr" ? fr : en));
