/**
 * Tests only: one expression as an argument of a resource. May not be imported by product code.
 */
import type { Value } from '../../../model/value.ts';
import { evaluateFiles } from './evaluate-files.ts';

/** Value of the argument `value` of `test_thing.t` beside `rest` of the configuration. */
export function evaluateExpressionText(expression: string, rest = ''): Value | undefined {
  const unit = evaluateFiles({ 'main.tf': `resource "test_thing" "t" {\n  value = ${expression}\n}\n${rest}` });
  return unit.resources.find((resource) => resource.address === 'test_thing.t')?.properties.get('value');
}
