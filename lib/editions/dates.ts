import type { Cells } from "./cells";

const LOCAL = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::\d{2})? ?([ap]m)?)?$/i;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

const two = (number: number) => String(number).padStart(2, "0");

function written(
  year: number,
  month: number,
  day: number,
  time?: { hour: number; minute: number },
): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const iso = `${year}-${two(month)}-${two(day)}`;
  if (!time) return iso;
  return time.hour < 24 && time.minute < 60 ? `${iso}T${two(time.hour)}:${two(time.minute)}` : undefined;
}

/** Hour of the day from a twelve-hour clock; 24, which is no hour, when it can't be. */
function hourOf(hour: number, half: string | undefined): number {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return 24;
  return (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

/**
 * A date, with the time where there is one, to the minute: "15/12/2021 11:57am" → "2021-12-15T11:57". Day before
 * month, local time; an ISO date keeps its time zone.
 * @returns undefined when it is no date
 */
export function parseDate(text: string): string | undefined {
  const local = LOCAL.exec(text);
  if (local) {
    const [, day, month, year, hour, minute, half] = local;
    const time =
      hour === undefined ? undefined : { hour: hourOf(Number(hour), half), minute: Number(minute) };
    return written(Number(year), Number(month), Number(day), time);
  }
  const iso = ISO.exec(text);
  if (!iso) return undefined;
  const [, year, month, day, hour, minute, zone = ""] = iso;
  const time = hour === undefined ? undefined : { hour: Number(hour), minute: Number(minute) };
  const date = written(Number(year), Number(month), Number(day), time);
  return date && `${date}${zone}`;
}

/** The ISO date of a cell, null when blank or unreadable. That dates had to be rewritten is said once a file. */
export function readDate<C extends string>(cells: Cells<C>, column: C): string | null {
  const text = cells.text(column);
  if (text === null) return null;
  const date = parseDate(text);
  if (date === undefined) {
    cells.note("date_unreadable", column);
    return null;
  }
  if (text.includes("/")) cells.noteOnce("date_format", column, date);
  return date;
}
