import type { ChannelCode } from "./types";

/** How the files write each channel. */
export const CHANNEL_IN_FILES: Readonly<Record<ChannelCode, string>> = {
  ptf: "ptf",
  datagouv: "datagouv",
  both: "ptf+datagouv",
};

/** Where an actor publishes, from a `merge` cell in any order, case and spacing; undefined when it says something else. */
export function channelOf(text: string): ChannelCode | undefined {
  const parts = text
    .toLowerCase()
    .split(/[+&/,;]|\bet\b/)
    .map((part) => part.replace(/[^a-z]/g, ""));
  const local = parts.includes("ptf");
  const national = parts.some((part) => part === "datagouv" || part === "datagouvfr");
  if (parts.some((part) => !["ptf", "datagouv", "datagouvfr"].includes(part))) return undefined;
  return local && national ? "both" : local ? "ptf" : "datagouv";
}

/** Whether a channel names a local platform. */
export const isLocal = (channel: ChannelCode | null) => channel === "ptf" || channel === "both";
/** Whether a channel names data.gouv.fr. */
export const isNational = (channel: ChannelCode | null) => channel === "datagouv" || channel === "both";
