/** Nine digits: the only form of a SIREN. A text, never a number. */
export const SIREN = /^\d{9}$/;

/**
 * Whether the last digit of a SIREN agrees with the others (Luhn's formula, ISO/IEC 7812).
 * @param siren nine digits, or the fourteen of a SIRET
 */
export function passesLuhn(siren: string): boolean {
  let sum = 0;
  for (let index = 0; index < siren.length; index++) {
    const digit = siren.charCodeAt(siren.length - 1 - index) - 48;
    const doubled = digit * 2;
    sum += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
