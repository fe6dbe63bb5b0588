import { signal } from "@preact/signals";
import type { Alert } from "#api/alert_pb";
import type { Urgency } from "#api/terms_pb";
import { isOpen, urgencyName } from "../terms/urgency.ts";
import { words } from "../words/words.ts";
import { headlineOf } from "./spoken.ts";

/** Whether urgent alerts ring on this device. Browsers let a page ring only after a touch, so it is asked for each time the page is opened. */
export const rings = signal(false);

let audio: AudioContext | undefined;

const toneSeconds = 0.18;
const tones = [880, 660, 880, 660];

function sound(context: AudioContext): void {
  for (const [index, frequency] of tones.entries()) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    const start = context.currentTime + index * toneSeconds * 1.4;
    oscillator.frequency.value = frequency;
    // Rising and falling, so that it does not click.
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(0.4, start + 0.02);
    gain.gain.linearRampToValueAtTime(0, start + toneSeconds);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + toneSeconds);
  }
}

/** Switches the ringing; lets it be heard once, so that nobody trusts a silent device. */
export async function switchRinging(): Promise<void> {
  if (rings.value) {
    rings.value = false;
    return;
  }
  audio ??= new AudioContext();
  await audio.resume();
  sound(audio);
  rings.value = true;
  if (typeof Notification !== "undefined" && Notification.permission === "default") await Notification.requestPermission();
}

/** Rings for an alert that has just come in as one of this urgency, and shows it over other programs where that is allowed. */
export function ring(alert: Alert, urgency: Urgency): void {
  if (!rings.value || !isOpen(alert) || urgencyName(urgency) !== "flash") return;
  if (audio) sound(audio);
  if (typeof Notification === "undefined" || Notification.permission !== "granted") return;
  try {
    new Notification(words.value.terms.urgencies.flash, { body: headlineOf(alert), tag: alert.situation, icon: "/icon.svg" });
  } catch {
    // Phones show notifications only through a service worker; the sound has rung.
  }
}
