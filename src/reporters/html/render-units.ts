/** What moved, by unit: numbers in a table, for the reader who wants to know where before what. */
import type { GroupedChanges } from '../group-changes.ts';
import { escapeHtml } from './escape-html.ts';
import { fitItems } from './fit-items.ts';
import type { Page, Section } from './page.ts';
import { renderLeftOut } from './render-left-out.ts';

type Counted = 'blocking' | 'toLookAt' | 'fixed' | 'waived' | 'unchanged';

const CHANGE: readonly (readonly [Counted, string])[] = [
  ['blocking', 'blocking'],
  ['toLookAt', 'to look at'],
  ['fixed', 'fixed'],
  ['waived', 'waived'],
];
const STATE: readonly (readonly [Counted, string])[] = [
  ['blocking', 'to fix'],
  ['toLookAt', 'to look at'],
  ['waived', 'waived'],
  ['unchanged', 'known'],
];

/** No section where nothing moved. Units with most that blocks first, then by path. */
export function renderUnits(groups: GroupedChanges, page: Page): readonly Section[] {
  const all = page.options.mode === 'change' ? CHANGE : STATE;
  const columns = all.filter(([group]) => groups[group].length > 0);
  const units = countUnits(groups, columns);
  if (units.length === 0) return [];
  const row = ({ unit, counts }: CountedUnit): string => {
    const cells = counts.map(
      (amount) => `<td class="number">${amount === 0 ? '<span class="none">0</span>' : amount}</td>`,
    );
    return `<tr><th scope="row"><code>${escapeHtml(unit).replaceAll('/', '/<wbr>')}</code></th>${cells.join('')}</tr>`;
  };
  const { html, left } = fitItems(units, row, page.room * 0.05);
  const heads = columns.map(([, label]) => `<th scope="col" class="number">${label}</th>`);
  const isChange = page.options.mode === 'change';
  const caption = isChange ? 'Findings that this change moves, by unit' : 'Findings by unit';
  const table = `<table class="units"><caption>${caption}</caption><thead><tr><th scope="col">unit</th>${heads.join('')}</tr></thead><tbody>\n${html}\n</tbody></table>`;
  const title = isChange ? 'What moved' : 'Where';
  return [{ id: page.id('moved'), title, count: units.length, html: `${table}\n${renderLeftOut(left, 'units')}` }];
}

interface CountedUnit {
  readonly unit: string;
  /** In the order of the columns. */
  readonly counts: readonly number[];
}

function countUnits(groups: GroupedChanges, columns: readonly (readonly [Counted, string])[]): readonly CountedUnit[] {
  const units = new Map<string, number[]>();
  for (const [column, [group]] of columns.entries()) {
    for (const { finding } of groups[group]) {
      const counts = units.get(finding.unit) ?? columns.map(() => 0);
      counts[column] = (counts[column] ?? 0) + 1;
      units.set(finding.unit, counts);
    }
  }
  const counted = [...units].map(([unit, counts]) => ({ unit, counts }));
  return counted.sort((one, other) => compareCounts(one.counts, other.counts) || (one.unit < other.unit ? -1 : 1));
}

function compareCounts(one: readonly number[], other: readonly number[]): number {
  const column = one.findIndex((amount, index) => amount !== other[index]);
  return (other[column] ?? 0) - (one[column] ?? 0);
}
