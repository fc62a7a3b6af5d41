/** What a review comment reads like. */
import { describe, expect, it } from 'vitest';
import {
  buildChange,
  buildFile,
  buildFinding,
  buildOptions,
  buildReport,
  QUEUE,
} from '../../../test/builders/build-review.ts';
import type { FindingChange } from '../../model/change.ts';
import { reviewComments } from './review-comments.ts';
import type { ReviewOptions } from './review-options.ts';

const PATCH = '@@ -2,4 +2,4 @@\n a\n+b\n c\n-d\n e';

function bodyOf(changes: readonly FindingChange[], options: Partial<ReviewOptions> = {}, mode?: 'monitor'): string {
  const { comments } = reviewComments(buildReport(changes, mode), buildOptions([buildFile(PATCH)], options));
  return `\n${comments[0]?.body ?? ''}`;
}

describe('a review comment', () => {
  it('says what, why here, the fix, what is assumed, and how to accept it', () => {
    const location = buildFinding({ path: 'prod.tfvars' }).anchor;
    const assumptions = [{ kind: 'variable-file', subject: 'var.encrypt', value: 'false', location } as const];
    const edits = [{ startLine: 3, endLine: 3, lines: ['  sqs_managed_sse_enabled = true # `was` ```off```'] }];
    const change = buildChange(
      { assumptions, environment: 'prod' },
      { patch: { path: QUEUE, edits }, regression: true },
    );
    expect(bodyOf([change], { acceptBy: '@acme/appsec' })).toMatchInlineSnapshot(`
      "
      **orders keeps messages unencrypted at rest (environment prod)** · blocks · high · \`TD-7F3K2QXA\`

      The same resource passed before this change. Whoever reads the storage below the queue reads every message in it, also those that were deleted long ago, in every copy.

      \`\`\`\`suggestion
        sqs_managed_sse_enabled = true # \`was\` \`\`\`off\`\`\`
      \`\`\`\`

      Known from: var.encrypt = false (a variable file, prod.tfvars:3).

      <sub>To accept the risk: @&#8203;acme/appsec merges a waiver in \`.github/threatdiff-waivers.yml\` on the default branch (rule \`aws-sqs-queue-not-encrypted\`, unit \`infra/orders\`, address \`aws_sqs_queue.orders\`, evidence \`aaaaaaaaaaaa\`).</sub>
      "
    `);
  });

  it('says where, and shows the fix as code, where GitHub shows other lines', () => {
    const patch = { path: QUEUE, edits: [{ startLine: 90, endLine: 91, lines: ['queue {', '\tsse = true', '}'] }] };
    expect(bodyOf([buildChange({ lines: [90, 91] }, { patch })])).toMatchInlineSnapshot(`
      "
      **orders keeps messages unencrypted at rest** · blocks · high · \`TD-7F3K2QXA\`

      At [\`infra/orders/queue.tf:90\`](<https://github.com/acme/shop/blob/after/infra/orders/queue.tf#L90>). Whoever reads the storage below the queue reads every message in it, also those that were deleted long ago, in every copy.

      Fix: replace 2 lines at [\`infra/orders/queue.tf:90\`](<https://github.com/acme/shop/blob/after/infra/orders/queue.tf#L90>) with:
      \`\`\`hcl
      queue {
        sse = true
      }
      \`\`\`

      <sub>To accept the risk: a waiver in \`.github/threatdiff-waivers.yml\` on the default branch (rule \`aws-sqs-queue-not-encrypted\`, unit \`infra/orders\`, address \`aws_sqs_queue.orders\`, evidence \`aaaaaaaaaaaa\`).</sub>
      "
    `);
  });

  it('lists the facts that moved, and what is not known', () => {
    const before = buildFinding({ evidence: { facts: { 'item.CidrIp': '10.0.0.0/8', '@region': 'eu-1' }, hash: 'a' } });
    const facts = { 'item.CidrIp': '0.0.0.0/0', '@region': 'eu-1', item: { Action: ['sqs:*'], 'a`b': 1, Sid: null } };
    const openReasons = [{ reason: 'variable-without-value', subject: 'var.cidr' } as const];
    const change = buildChange({ evidence: { facts, hash: 'b' }, openReasons }, { before, baselineState: 'updated' });
    expect(bodyOf([change], { rule: () => undefined }, 'monitor')).toMatchInlineSnapshot(`
      "
      **orders keeps messages unencrypted at rest** · would block · high · \`TD-7F3K2QXA\`

      Changed: \`Action\` not set → \`["sqs:*"]\`, \`CidrIp\` \`10.0.0.0/8\` → \`0.0.0.0/0\`, \`\`a\`b\`\` not set → \`1\`. Not known: \`var.cidr\` (variable-without-value).

      <sub>To accept the risk: a waiver in \`.github/threatdiff-waivers.yml\` on the default branch (rule \`aws-sqs-queue-not-encrypted\`, unit \`infra/orders\`, address \`aws_sqs_queue.orders\`, evidence \`b\`).</sub>
      "
    `);
  });

  it('speaks of several findings on its line, and of the other places of each', () => {
    const changes = [
      buildChange(),
      buildChange({ id: 'TD-B', address: 'aws_sqs_queue.orders["b"]' }),
      buildChange({ id: 'TD-C', ruleId: 'aws-sqs-queue-policy-public', message: 'orders is public' }),
    ];
    const rule = (id: string) => (id.endsWith('public') ? { why: '', fix: 'a = 1\nb = `2`' } : undefined);
    expect(bodyOf(changes, { rule })).toMatchInlineSnapshot(`
      "
      **orders keeps messages unencrypted at rest** · blocks · high · \`TD-7F3K2QXA\`

      Also: \`aws_sqs_queue.orders["b"]\`.

      <sub>To accept the risk: a waiver in \`.github/threatdiff-waivers.yml\` on the default branch (rule \`aws-sqs-queue-not-encrypted\`, unit \`infra/orders\`, address \`aws_sqs_queue.orders\`, evidence \`aaaaaaaaaaaa\`; one for each address).</sub>

      ---

      **orders is public** · blocks · high · \`TD-C\`

      \`\`\`hcl
      a = 1
      b = \`2\`
      \`\`\`

      <sub>To accept the risk: a waiver in \`.github/threatdiff-waivers.yml\` on the default branch (rule \`aws-sqs-queue-policy-public\`, unit \`infra/orders\`, address \`aws_sqs_queue.orders\`, evidence \`aaaaaaaaaaaa\`).</sub>
      "
    `);
  });

  it('says of what is gone where it stood', () => {
    const change = buildChange({ side: 'before', lines: [40, 60], message: 'trail is removed' }, { regression: true });
    const edits = [{ startLine: 7, endLine: 9, lines: [] }];
    expect(
      bodyOf([{ ...change, patch: { path: 'other.tf', edits } }], { link: () => undefined }),
    ).toMatchInlineSnapshot(`
      "
      **trail is removed** · blocks · high · \`TD-7F3K2QXA\`

      It stood at \`infra/orders/queue.tf:40\`. Whoever reads the storage below the queue reads every message in it, also those that were deleted long ago, in every copy.

      Fix: delete 3 lines at \`other.tf:7\`.

      <sub>To accept the risk: a waiver in \`.github/threatdiff-waivers.yml\` on the default branch (rule \`aws-sqs-queue-not-encrypted\`, unit \`infra/orders\`, address \`aws_sqs_queue.orders\`, evidence \`aaaaaaaaaaaa\`).</sub>
      "
    `);
  });

  it('stays below what GitHub takes, whatever the names', () => {
    const long = '\u{1f980}'.repeat(5000);
    const crowd = Array.from({ length: 10 }, (_, index) => {
      const openReasons = Array.from({ length: 50 }, () => ({ reason: 'cycle', subject: long }) as const);
      return buildChange({
        id: `TD-${index}`,
        ruleId: `${index}${long}`,
        message: long,
        unit: long,
        address: long,
        openReasons,
      });
    });
    const others = Array.from({ length: 50 }, (_, index) =>
      buildChange({ ruleId: `0${long}`, address: `${long}${index}` }),
    );
    const link = (): string => `https://github.com/${'x'.repeat(20_000)}`;
    const options = buildOptions([buildFile(undefined)], { link });
    const { comments, inSummaryOnly } = reviewComments(buildReport([...crowd, ...others]), options);
    const [comment] = comments;
    expect(Buffer.byteLength(comment?.body ?? '')).toBeLessThan(60_000);
    const spoken = comment?.fingerprints.length ?? 0;
    expect(spoken).toBeGreaterThan(1);
    expect([spoken + inSummaryOnly.length, comment?.body.includes(`And ${inSummaryOnly.length} more here`)]).toEqual([
      11,
      true,
    ]);
  });

  it('stays below it with the longest of everything', () => {
    const long = '@'.repeat(9000);
    const wide = '\uffe6'.repeat(9000);
    const edit = { startLine: 90, endLine: 90, lines: Array.from({ length: 500 }, () => wide) };
    const location = buildFinding({ path: long }).anchor;
    const assumptions = Array.from({ length: 9 }, (_, index) => {
      return { kind: 'declared', subject: `${index}${long}`, value: long, location } as const;
    });
    const rule = () => ({ why: long, fix: Array.from({ length: 500 }, () => wide).join('\n') });
    for (const patch of [undefined, { path: QUEUE, edits: Array.from({ length: 50 }, () => edit) }]) {
      const openReasons = Array.from({ length: 50 }, () => ({ reason: 'cycle', subject: wide }) as const);
      const at = { message: long, unit: wide, environment: long, ruleId: wide, assumptions, openReasons };
      const changes = Array.from({ length: 30 }, (_, index) =>
        buildChange({ ...at, address: `${index}${wide}`, path: index === 0 ? QUEUE : wide }, patch ? { patch } : {}),
      );
      const body = bodyOf(changes, { rule, link: () => `https://github.com/${long}`, acceptBy: long });
      expect(body).toContain('and 19 more');
      expect(Buffer.byteLength(body)).toBeLessThan(60_000);
    }
  });
});
