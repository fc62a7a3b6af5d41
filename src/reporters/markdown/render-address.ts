/** An address of a door's own as a link destination. */

/** In angle brackets, where it ends at `>` or a line end, and at nothing else. */
export function renderAddress(address: string): string {
  return `<${address.replace(/[<>\\\s]/g, (mark) => encodeURIComponent(mark))}>`;
}
