/** The line below a list that was cut. */

/** Empty where nothing was left out. */
export function renderLeftOut(left: number, what: string): string {
  if (left === 0) return '';
  return `<p class="cut">And ${left} more ${what}, which would make this page too large. The report in JSON lists all.</p>`;
}
