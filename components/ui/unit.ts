/** A unit to write beside a label; null where the label already says it: "Data sets" needs no "data sets". */
export const unitBeside = (label: string, unit: string | null | undefined): string | null =>
  unit && !label.toLowerCase().includes(unit.toLowerCase()) ? unit : null;
