/** Shape and short forms of the examples of lowering. Data of the contract test. */
import { type Plain, reference } from '../../../../dictionary/testing-values.ts';

export interface LoweringExample {
  readonly type: string;
  readonly kind: string;
  readonly terraform: { readonly [attribute: string]: Plain };
  /** Written properties; defaults of the provider nobody wrote are left out. */
  readonly properties: unknown;
  /** Resources its arguments become: kind, what is added to its address, written properties. */
  readonly more?: readonly (readonly [string, string, unknown])[];
  /** For companions: attributes of the resource they configure. */
  readonly target?: { readonly [attribute: string]: Plain };
}

export const POLICY = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';
export const DOCUMENT = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }],
};
export const TAGS = { team: 'a' };
export const TAG_LIST = [{ Key: 'team', Value: 'a' }];
export const VPC_ID = reference('aws_vpc.main', 'id');

/** Type, kind without `AWS::`, attributes in, properties out. */
export function example(
  type: string,
  kind: string,
  terraform: LoweringExample['terraform'],
  properties: unknown,
): LoweringExample {
  return { type, kind: `AWS::${kind}`, terraform, properties };
}
