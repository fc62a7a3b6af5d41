/** Fills a message template. Pieces of the pull request are clipped here; reporters escape them for their format. */
import type { Resource } from '../../model/resource.ts';
import type { CelValue, Operand } from '../cel/operand.ts';
import type { MessagePart } from '../parse-message.ts';
import { clipText } from './clip-text.ts';
import { selectPath } from './select-path.ts';

/** Message text; secrets are never quoted. */
export function fillMessage(
  parts: readonly MessagePart[],
  resource: Resource,
  judged: { readonly resource: Operand; readonly item: Operand | undefined },
): string {
  return parts.map((part) => fillPart(part, resource, judged)).join('');
}

function fillPart(
  part: MessagePart,
  resource: Resource,
  judged: { readonly resource: Operand; readonly item: Operand | undefined },
): string {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'name':
    case 'address':
      return clipText(resource[part.type]);
    case 'property':
      return clipText(textOf(selectPath(judged, part.path)?.value));
    case 'ports':
      return portsText(selectPath(judged, part.from)?.value, selectPath(judged, part.to)?.value);
  }
}

/** EC2 writes -1, or nothing, where a protocol has no ports or all of them are meant; 0 to 0 goes with protocol -1. */
function portsText(from: CelValue | undefined, to: CelValue | undefined): string {
  const first = clipText(textOf(from));
  const last = clipText(textOf(to));
  const isEvery = [first, last].some((text) => text === 'nothing' || text === '-1') || (first === '0' && last === '0');
  if (isEvery || (Number(first) <= 1 && last === '65535')) return 'every port';
  return first === last ? `port ${first}` : `ports ${first} to ${last}`;
}

function textOf(value: CelValue | undefined): string {
  if (value === undefined) return 'nothing';
  switch (value.state) {
    case 'absent':
    case 'null':
    case 'error':
      return 'nothing';
    case 'unresolved':
      return value.subject;
    case 'reference':
      return value.attribute === '' ? value.target : `${value.target}.${value.attribute}`;
    case 'known':
      break;
  }
  if (value.type === 'map') return 'a block';
  if (value.type === 'list') return value.items.map((item) => textOf(item.value)).join(', ');
  return value.sensitive === true ? 'a secret' : String(value.value);
}
