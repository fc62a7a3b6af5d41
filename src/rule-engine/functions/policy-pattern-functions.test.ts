/** How far patterns of policies reach, whole and in part unknown; and which policies are AWS's own. */
import { describe, expect, it } from 'vitest';
import { ABSENT, type Plain, reference, unresolved, value } from '../../../test/builders/build-value.ts';
import type { TextPiece, UnresolvedReason } from '../../model/value.ts';
import type { CelValue } from '../cel/operand.ts';
import { truthOf } from '../cel/truth-of.ts';
import { FUNCTIONS } from './function-table.ts';

function judge(name: string, ...args: readonly CelValue[]): string {
  const found = FUNCTIONS.find((fn) => fn.name === name);
  if (found === undefined) throw new Error(`there is no function ${name}`);
  return truthOf(found.evaluate(args, () => undefined));
}

const call = (name: string, ...args: readonly Plain[]): string => judge(name, ...args.map((arg) => value(arg)));

/** A text with unknown parts, which are named by their reasons. */
function text(...parts: readonly (string | { readonly reason: UnresolvedReason })[]): CelValue {
  const pieces: TextPiece[] = parts.map((part) =>
    typeof part === 'string' ? { text: part } : { ...part, subject: 'var.x' },
  );
  const [first] = parts;
  const prefix = typeof first === 'string' ? { knownPrefix: first } : {};
  const origin = { from: 'computed' } as const;
  const reason = 'variable-without-value';
  return { state: 'unresolved', reason, subject: 'var.x', mayBeAbsent: false, ...prefix, pieces, origin };
}

const VARIABLE = { reason: 'variable-without-value' } as const;
const PSEUDO = { reason: 'pseudo-parameter' } as const;

describe('patterns of policies', () => {
  it.each<readonly [string, string, string]>([
    ['actionIsEverything', '*', 'true'],
    ['actionIsEverything', '*:*', 'true'],
    ['actionIsEverything', '**', 'true'],
    ['actionIsEverything', '?*:*', 'true'],
    ['actionIsEverything', 's3:*', 'false'],
    ['actionIsEverything', '?', 'false'],
    ['actionIsEverything', '', 'false'],
    ['actionIsWholeService', 's3:*', 'true'],
    ['actionIsWholeService', 'IAM:**', 'true'],
    ['actionIsWholeService', '*', 'false'],
    ['actionIsWholeService', '*:*', 'false'],
    ['actionIsWholeService', 's3:Get*', 'false'],
    ['actionIsWholeService', 's3', 'false'],
    ['resourceIsEverything', '*', 'true'],
    ['resourceIsEverything', 'arn:*', 'true'],
    ['resourceIsEverything', 'arn:aws:*', 'true'],
    ['resourceIsEverything', 'arn:*:*:*:*:*', 'true'],
    ['resourceIsEverything', 'arn:aws:s3:::*', 'false'],
    ['resourceIsEverything', 'arn:aws:s3:::orders', 'false'],
    ['resourceIsWholeService', 'arn:aws:s3:::*', 'true'],
    ['resourceIsWholeService', 'arn:aws:dynamodb:eu-west-1:111122223333:*', 'true'],
    ['resourceIsWholeService', 'arn:aws:iam:*', 'true'],
    ['resourceIsWholeService', 'arn:aws:ia?:*', 'true'],
    ['resourceIsWholeService', 'arn:aws:s3*', 'true'],
    ['resourceIsWholeService', 'arn:aws:s3', 'false'],
    ['resourceIsWholeService', 'arn:aws:dynamodb:*:*:table/*', 'false'],
    ['resourceIsWholeService', 'arn:aws:logs:eu-west-1:111122223333:log-group:orders:*', 'false'],
    ['resourceIsWholeService', 'arn:*:*:*:*:*', 'false'],
    ['resourceIsWholeService', '*', 'false'],
  ])('%s(%j) is %s', (name, pattern, expected) => {
    expect(call(name, pattern)).toBe(expected);
  });

  it.each(['actionIsEverything', 'actionIsWholeService', 'resourceIsEverything', 'resourceIsWholeService'])(
    '%s does not guess',
    (name) => {
      expect(call(name, ABSENT)).toBe('false');
      expect(call(name, unresolved())).toBe('unknown');
      expect(call(name, reference('aws_sqs_queue.orders', 'arn'))).toBe('false');
      expect(call(name, 7)).toBe('error');
    },
  );

  it('decides by what is known around the unknown', () => {
    expect(judge('actionIsEverything', text('s3:', VARIABLE))).toBe('false');
    expect(judge('actionIsWholeService', text('s3:', VARIABLE))).toBe('unknown');
    expect(judge('actionIsWholeService', text('s3:Get', VARIABLE))).toBe('false');
    expect(judge('resourceIsEverything', text('arn:', VARIABLE, ':s3:::orders'))).toBe('false');
    expect(judge('resourceIsEverything', text(VARIABLE, '/*'))).toBe('false');
    expect(judge('resourceIsEverything', text('arn:', VARIABLE))).toBe('unknown');
    expect(judge('resourceIsWholeService', text('arn:aws:sqs:', PSEUDO, ':', PSEUDO, ':*'))).toBe('true');
    expect(judge('resourceIsWholeService', text('arn:aws:s3:::', VARIABLE))).toBe('unknown');
    expect(judge('resourceIsWholeService', text('arn:aws:s3:::', PSEUDO))).toBe('false');
    expect(judge('resourceIsWholeService', text('arn:aws:s3:::orders-', VARIABLE, '/*'))).toBe('false');
  });
});

describe('isManagedPolicy', () => {
  const ask = (arn: CelValue): string => judge('isManagedPolicy', arn, value('AdministratorAccess'));

  it('knows the policy in every partition', () => {
    expect(ask(value('arn:aws:iam::aws:policy/AdministratorAccess'))).toBe('true');
    expect(ask(value('arn:aws-us-gov:iam::aws:policy/AdministratorAccess'))).toBe('true');
    expect(ask(text('arn:', PSEUDO, ':iam::aws:policy/AdministratorAccess'))).toBe('true');
    expect(ask(value('*'))).toBe('true');
    expect(ask(value('arn:aws:iam::aws:policy/A*'))).toBe('true');
    expect(ask(text('arn:', VARIABLE, ':iam::aws:policy/AdministratorAccess'))).toBe('true');
  });

  it('knows what it is not', () => {
    expect(ask(value('arn:aws:iam::aws:policy/AdministratorAccess-Amplify'))).toBe('false');
    expect(ask(value('arn:aws:iam::111122223333:policy/AdministratorAccess'))).toBe('false');
    expect(ask(reference('aws_iam_policy.own', 'arn'))).toBe('false');
    expect(ask(text('arn:aws:iam::', PSEUDO, ':policy/', VARIABLE))).toBe('false');
    expect(ask({ state: 'absent' })).toBe('false');
  });

  it('does not guess', () => {
    expect(ask(unresolved())).toBe('unknown');
    expect(ask(text('arn:aws:iam::aws:policy/', VARIABLE))).toBe('unknown');
  });
});
