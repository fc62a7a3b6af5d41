/**
 * `namesAnySource(text)`: whether the text that should name a source (an ARN, account or organisation) names
 * everybody's. The parts of an ARN are matched on their own, as ArnLike does.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
import type { TextPiece, UnresolvedReason } from '../../model/value.ts';
import type { CelValue } from '../cel/operand.ts';
import { answer } from './answer.ts';
import type { CelFunction } from './cel-function.ts';
import { stringArgument } from './string-argument.ts';

/** Stands for an unknown part that is some id, name or ARN, and for one that could be anything. */
const NAME = '\uE000';
const ANYTHING = '\uE001';

/** What AWS computes is an id, a name or an ARN: never a pattern. */
const NAMES: ReadonlySet<UnresolvedReason> = new Set<UnresolvedReason>(['provider-computed', 'pseudo-parameter']);

/** `*`, `arn:*`, an ARN with `*` for the account, any bucket (`arn:aws:s3:::*`), any organisation (`o-*`). */
export const namesAnySource: CelFunction = {
  name: 'namesAnySource',
  parameters: ['string'],
  returns: 'bool',
  description:
    'Whether an ARN, account or organisation that should name a source is a pattern for everybody: `*`, an ARN with `*` for the account, any bucket.',
  evaluate: ([value], spend) => {
    const text = stringArgument(value);
    if (text.state === 'error') return text.value;
    if (text.state === 'absent') return answer.known(false);
    if (text.state === 'unknown') return judgeUnknown(text.value);
    spend(1 + (text.value.length >> 6));
    return answer.known(isAny(text.value) === 'true');
  },
};

function judgeUnknown(value: CelValue): CelValue {
  if (value.state === 'reference') return answer.known(false);
  if (value.state !== 'unresolved') return answer.unknown();
  const result = isAny(textOf(value.pieces ?? [value], value.pieces === undefined ? value.knownPrefix : undefined));
  return result === 'unknown' ? answer.unknown() : answer.known(result === 'true');
}

function textOf(
  pieces: readonly (TextPiece | { readonly reason: UnresolvedReason; readonly subject: string })[],
  prefix = '',
): string {
  const texts = pieces.map((piece) => {
    if ('text' in piece) return piece.text;
    return NAMES.has(piece.reason) ? NAME : ANYTHING;
  });
  return prefix + texts.join('');
}

type Truth = 'true' | 'false' | 'unknown';

function isAny(text: string): Truth {
  if (text === NAME) return 'false';
  const fields = text.split(':');
  if (!text.startsWith('arn:')) return isAnyName(text, fields);
  const [, , service = '', , account, ...resource] = fields;
  if (account === undefined) return hasWildcard(text);
  const isEveryAccount = isWild(account);
  if (isEveryAccount === 'false') return 'false';
  // Names of buckets are unique in all accounts; ARNs without an account name something unique as well.
  return service === 's3' || account === '' ? isWild(resource.join(':')) : isEveryAccount;
}

/** Text that begins with an unknown ARN (`${topic.arn}/*`) names what the ARN names. */
function isAnyName(text: string, fields: readonly string[]): Truth {
  if (text.startsWith(NAME)) return 'false';
  if (/^o-[*?]+(?:\/|$)/.test(text)) return 'true';
  return fields.length > 1 && !text.startsWith('*') ? hasUnknown(text) : isWild(text);
}

/** Fewer fields than an ARN has: a `*` takes in the rest. */
function hasWildcard(text: string): Truth {
  return /[*?]/.test(text) ? 'true' : hasUnknown(text);
}

function hasUnknown(text: string): Truth {
  return text.includes(ANYTHING) ? 'unknown' : 'false';
}

/** Nothing but wildcards names everything; so may something unknown among nothing but wildcards. */
function isWild(text: string): Truth {
  if (/^[*?:/]*$/.test(text)) return 'true';
  return /^[*?:/\uE001]*$/.test(text) ? 'unknown' : 'false';
}
