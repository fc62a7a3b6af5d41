/** ASCII digits, the only ones of HCL's numbers. */

/** Whether the code unit is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
