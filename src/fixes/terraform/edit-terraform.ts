/**
 * Carries out the steps of a rule's patch on one Terraform block. Each step works on the text the one before it left,
 * read again, so that steps may build on each other.
 */
import type { TerraformStep } from '../../rule-engine/rule-schema.ts';
import type { Span } from '../../parsers/terraform/syntax/ast.ts';
import { addResource } from './add-resource.ts';
import { type BlockName, findResourceBlock } from './find-resource-block.ts';
import { replaceValue } from './replace-value.ts';
import { setArgument } from './set-argument.ts';

export interface TerraformEdit {
  readonly block: BlockName;
  /** What the finding points at, where that is in this file. */
  readonly place: Span | undefined;
  readonly steps: readonly TerraformStep[];
}

/** The edited text; undefined where one step is not certain. */
export function editTerraform(text: string, { block: name, place, steps }: TerraformEdit): string | undefined {
  let edited: string | undefined = text;
  for (const step of steps) {
    if (edited === undefined) return undefined;
    const block = findResourceBlock(edited, name);
    if (block === undefined) return undefined;
    if ('add_resource' in step) edited = addResource(edited, block, step.add_resource);
    else if ('set' in step) edited = setArgument(edited, block, step.set.split('.'), step.value);
    else if (place === undefined || edited !== text) return undefined;
    else edited = replaceValue(edited, block, { place, name: step.replace, value: step.value });
  }
  return edited;
}
