/** What a plan and the configuration disagree on, as Problems that name both. Shows no secret. */
import type { Problem, ProblemEffect } from '../../../model/problem.ts';
import type { Value } from '../../../model/value.ts';
import { toText } from '../values/to-text.ts';
import { gatherTraits } from '../values/gather-traits.ts';
import type { Mismatch } from './apply-plan.ts';

/** A plan of something else differs everywhere; the first ones say so. */
const MOST = 50;
const CLIP = 60;

export interface MismatchContext {
  /** The plan. */
  readonly file: string;
  readonly effect: ProblemEffect;
  readonly unit: string;
}

/** One Problem for each, the last one counting what is left out. */
export function describeMismatches(mismatches: readonly Mismatch[], context: MismatchContext): readonly Problem[] {
  const shown = mismatches.slice(0, MOST).map((mismatch) => describe(mismatch, context));
  const left = mismatches.length - shown.length;
  if (left === 0) return shown;
  const { effect, unit } = context;
  return [
    ...shown,
    { code: 'plan-mismatch', effect, unit, message: `${clip(context.file)} differs in ${left} more places` },
  ];
}

function describe(mismatch: Mismatch, { file, effect, unit }: MismatchContext): Problem {
  const { address, location } = mismatch;
  return {
    ...{ code: 'plan-mismatch', effect, message: sentence(mismatch, clip(file)), unit, address },
    ...(location === undefined ? {} : { location }),
    hint: 'Make the plan again from these files; until then it is not about them.',
  };
}

function sentence({ kind, address, argument, values }: Mismatch, file: string): string {
  const name = clip(address, 120);
  if (kind === 'not-in-configuration') return `${file} has ${name}, which the configuration does not have`;
  if (kind === 'not-in-plan') return `The configuration has ${name}, which ${file} does not have`;
  const isSecret = values !== undefined && gatherTraits([values.source, values.plan]).sensitive;
  const [source, plan] = [values?.source, values?.plan].map((value) => (isSecret ? 'a value not shown' : show(value)));
  return `${name}: ${clip(argument ?? '')} is ${source} in the configuration and ${plan} in ${file}`;
}

function show(value: Value | undefined): string {
  if (value === undefined || value.state === 'null' || value.state === 'absent') return 'not set';
  const text = toText(value);
  if (text !== undefined) return JSON.stringify(clip(text));
  return value.state === 'known' && value.type === 'list' ? `a list of ${value.items.length}` : 'another object';
}

function clip(text: string, length = CLIP): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
