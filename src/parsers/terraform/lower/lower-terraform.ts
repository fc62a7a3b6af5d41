/**
 * Lowers evaluated Terraform resources into the resource model: CloudFormation's kinds and property names, companions
 * folded into what they configure. Types without a table keep their raw attributes under `Terraform::<type>` and are
 * counted. Data sources are not resources. Never throws on input.
 */
import { foldPrefixLists } from '../../../dictionary/fold-prefix-lists.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Resource } from '../../../model/resource.ts';
import type { TerraformResource } from '../terraform-resource.ts';
import { addInlineRules } from './add-inline-rules.ts';
import { CloudControlTables } from './cloud-control-tables.ts';
import type { Draft } from './draft.ts';
import { DraftIndex } from './draft-index.ts';
import { finishResource, type LoweringContext } from './finish-resource.ts';
import { foldCompanion } from './fold-companion.ts';
import { foldIamAttachment, IAM_ATTACHMENTS } from './fold-iam-attachment.ts';
import { lowerApiBody } from './lower-api-body.ts';
import { lowerInlineResources } from './lower-inline-resources.ts';
import { lowerRuleResource } from './lower-rule-resource.ts';
import { lowerByTable } from './lower-by-table.ts';
import { newDraft } from './new-draft.ts';
import { ruleDirection } from './rule-direction.ts';
import { SERVICE_TABLES } from './service-tables.ts';
import type { CompanionTable, TypeTable } from './type-table.ts';

export interface LoweredTerraform {
  readonly resources: readonly Resource[];
  readonly problems: Problem[];
  /** Types without a table, with how often each occurs. */
  readonly unmapped: Map<string, number>;
}

const RULE_TYPES: ReadonlySet<string> = new Set([
  'aws_security_group_rule',
  'aws_vpc_security_group_ingress_rule',
  'aws_vpc_security_group_egress_rule',
]);

/** Resources of one unit in one environment in; the model's resources in the same order out, addresses unique. */
export function lowerTerraform(resources: readonly TerraformResource[], context: LoweringContext): LoweredTerraform {
  const lowering = new TerraformLowering(context);
  const managed = lowering.uniqueManaged(resources);
  for (const resource of managed) lowering.lowerOwn(resource);
  for (const resource of managed) lowering.fold(resource);
  return {
    resources: foldPrefixLists(lowering.finish(managed)),
    problems: lowering.problems,
    unmapped: lowering.unmapped,
  };
}

class TerraformLowering {
  readonly problems: Problem[] = [];
  readonly unmapped = new Map<string, number>();
  readonly #context: LoweringContext;
  readonly #index = new DraftIndex();
  readonly #drafts = new Map<string, readonly Draft[]>();
  readonly #types = new Map<string, TypeTable>();
  readonly #companions = new Map<string, CompanionTable>();
  readonly #cloudControl: CloudControlTables;

  constructor(context: LoweringContext) {
    this.#context = context;
    this.#cloudControl = new CloudControlTables(context.dictionary);
    for (const service of SERVICE_TABLES) {
      for (const table of service.types) this.#types.set(table.type, table);
      for (const table of service.companions ?? []) this.#companions.set(table.type, table);
    }
  }

  uniqueManaged(resources: readonly TerraformResource[]): readonly TerraformResource[] {
    const byAddress = new Map<string, TerraformResource>();
    for (const resource of resources) {
      if (resource.mode !== 'managed') continue;
      if (byAddress.has(resource.address)) this.#reportDuplicate(resource);
      else byAddress.set(resource.address, resource);
    }
    return [...byAddress.values()];
  }

  #reportDuplicate({ address, location }: TerraformResource): void {
    const message = `Two resources have the address ${address}; the first is kept`;
    const { unit } = this.#context;
    this.problems.push({ code: 'duplicate-address', effect: 'not-evaluated', message, location, unit, address });
  }

  /** Resources that stand for themselves. */
  lowerOwn(resource: TerraformResource): void {
    const table = this.#types.get(resource.type) ?? this.#cloudControl.find(resource.type);
    const kind = table && this.#context.dictionary.kinds.get(kindOf(resource, table));
    if (table && kind) {
      const drafts = lowerByTable(resource, table, kind);
      const [draft] = drafts;
      if (draft) this.#index.add(draft);
      if (draft && kind.kind === 'AWS::EC2::SecurityGroup') addInlineRules(draft);
      this.#drafts.set(resource.address, [
        ...drafts,
        ...lowerInlineResources(draft, table.inlineResources ?? [], this.#context.dictionary),
      ]);
    } else if (!this.#isFolded(resource.type)) {
      this.#drafts.set(resource.address, [rawDraft(resource)]);
      if (!this.#context.dictionary.kinds.has(`Terraform::${resource.type}`)) this.#countUnmapped(resource.type);
    }
  }

  #isFolded(type: string): boolean {
    return this.#companions.has(type) || RULE_TYPES.has(type) || IAM_ATTACHMENTS.has(type);
  }

  #countUnmapped(type: string): void {
    this.unmapped.set(type, (this.unmapped.get(type) ?? 0) + 1);
  }

  /** Resources that configure others; those whose target is not in the unit stay. */
  fold(resource: TerraformResource): void {
    if (RULE_TYPES.has(resource.type)) {
      const direction = ruleDirection(resource);
      const drafts = direction ? lowerRuleResource(resource, direction, this.#index) : [rawDraft(resource)];
      this.#drafts.set(resource.address, drafts);
      return;
    }
    const companion = this.#companions.get(resource.type);
    const isGone = companion
      ? foldCompanion(resource, companion, this.#index, this.#context.dictionary)
      : IAM_ATTACHMENTS.has(resource.type) && foldIamAttachment(resource, this.#index);
    if (this.#isFolded(resource.type) && !isGone) this.#drafts.set(resource.address, [rawDraft(resource)]);
  }

  finish(managed: readonly TerraformResource[]): Resource[] {
    const used = new Map<string, number>();
    const bodies = { operations: 10_000, characters: 20_000_000 };
    const resources: Resource[] = [];
    for (const source of managed) {
      const own = this.#drafts.get(source.address) ?? [];
      for (const draft of own.flatMap((each) => [each, ...lowerApiBody(each, bodies)])) {
        const address = unusedAddress(draft.address, used);
        resources.push(finishResource({ ...draft, address }, this.#context, this.problems));
      }
    }
    return resources;
  }
}

function kindOf(resource: TerraformResource, table: TypeTable): string {
  const isWritten = (state: string | undefined) => state !== undefined && state !== 'null' && state !== 'absent';
  const variant = table.variants?.find(({ when }) => isWritten(resource.body.entries.get(when)?.state));
  return variant?.kind ?? table.kind;
}

/** Rules of one resource with the same peer are told apart by a number. */
function unusedAddress(address: string, used: Map<string, number>): string {
  const count = (used.get(address) ?? 0) + 1;
  used.set(address, count);
  return count === 1 ? address : unusedAddress(`${address}#${count}`, used);
}

function rawDraft(resource: TerraformResource): Draft {
  const draft = newDraft(resource, `Terraform::${resource.type}`);
  for (const [name, value] of resource.body.entries) draft.properties.set(name, value);
  return { ...draft, nameProperty: resource.body.entries.get('name') };
}
