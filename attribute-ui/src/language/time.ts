import type { LanguageCode } from './Language';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `14:02`, with the day before it unless that is today's. */
export function clockTime(time: Date, now: Date, language: LanguageCode): string {
  const sameDay = time.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    ...(!sameDay && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(time);
}

/** `3 minutes ago`; `undefined` below a minute, and for a time that the agent's clock has not reached yet. */
export function ago(time: Date, now: Date, language: LanguageCode): string | undefined {
  const passed = now.getTime() - time.getTime();
  if (passed < MINUTE) return undefined;
  const [unit, length] = unitOf(passed);
  return new Intl.RelativeTimeFormat(language).format(-Math.floor(passed / length), unit);
}

/** `3 minutes`, at least one second. */
export function duration(milliseconds: number, language: LanguageCode): string {
  const [unit, length] = unitOf(milliseconds);
  const count = Math.max(1, Math.floor(milliseconds / length));
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

function unitOf(milliseconds: number): ['second' | 'minute' | 'hour' | 'day', number] {
  if (milliseconds >= DAY) return ['day', DAY];
  if (milliseconds >= HOUR) return ['hour', HOUR];
  return milliseconds >= MINUTE ? ['minute', MINUTE] : ['second', SECOND];
}
