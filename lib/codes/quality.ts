/** How grave a remark of the reader is, gravest first. */
export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];
/** What was done with the value. */
export const OUTCOMES = ["repaired", "dropped", "kept"] as const;
/** What an organisation did from one edition to another. */
export const CHANGES = ["appeared", "disappeared", "type", "platform", "channel"] as const;
