/** As many items as fit: a page of ten thousand findings is still a page. What does not fit is counted, never dropped. */

export interface FittingItems {
  readonly html: string;
  /** How many were left out. */
  readonly left: number;
}

/** Items from the first on, until their HTML would be longer than `room` characters. Renders no more than that. */
export function fitItems<Item>(items: readonly Item[], render: (item: Item) => string, room: number): FittingItems {
  const parts: string[] = [];
  let length = 0;
  for (const item of items) {
    const html = render(item);
    length += html.length + 1;
    if (length > room) break;
    parts.push(html);
  }
  return { html: parts.join('\n'), left: items.length - parts.length };
}
