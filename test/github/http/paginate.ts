/**
 * One page of a list and its Link header, as GitHub pages: 30 elements unless asked, 100 at most.
 * https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api
 */
import type { Answer, Call } from './call.ts';

export interface PageOptions<T> {
  readonly shape: (item: T) => unknown;
  /** Where the list is inside an object with `total_count`. */
  readonly key?: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

export function pageOf<T>(call: Call, items: readonly T[], size = 30): Page<T> {
  const perPage = Math.min(100, Math.max(1, Number(call.query('per_page') ?? size)));
  const page = Math.max(1, Number(call.query('page') ?? 1));
  const last = Math.max(1, Math.ceil(items.length / perPage));
  const link = (number: number, relation: string): string => {
    const url = new URL(call.url);
    url.searchParams.set('page', String(number));
    return `<${url.href}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    items: items.slice((page - 1) * perPage, page * perPage),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

export function paginate<T>(call: Call, items: readonly T[], { shape, key, more }: PageOptions<T>): Answer {
  const page = pageOf(call, items);
  const list = page.items.map(shape);
  const body = key === undefined ? list : { total_count: items.length, [key]: list, ...more };
  return { status: 200, body, headers: page.headers };
}
