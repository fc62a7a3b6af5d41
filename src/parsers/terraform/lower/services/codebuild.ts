/** CodeBuild: projects, what starts them, and the credentials they use. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { chain } from '../changes/chain.ts';
import { each } from '../changes/each.ts';
import { pick } from '../changes/pick.ts';
import { rename } from '../changes/rename.ts';
import type { ServiceTables } from '../type-table.ts';

/** Filters are lists of lists, which the dictionary cannot reach by path. */
const FILTERS = each(rename({ type: 'Type', pattern: 'Pattern', exclude_matched_pattern: 'ExcludeMatchedPattern' }));

export const codebuildTables: ServiceTables = {
  types: [
    {
      type: 'aws_codebuild_project',
      kind: 'AWS::CodeBuild::Project',
      fields: {
        build_timeout: 'TimeoutInMinutes',
        queued_timeout: 'QueuedTimeoutInMinutes',
        project_visibility: 'Visibility',
      },
    },
    {
      type: 'aws_codebuild_source_credential',
      kind: 'AWS::CodeBuild::SourceCredential',
      nameAttribute: 'server_type',
      fields: { token: { path: 'Token', change: markSensitive } },
    },
    {
      type: 'aws_codebuild_report_group',
      kind: 'AWS::CodeBuild::ReportGroup',
      fields: { export_config: { path: 'ExportConfig', fields: { type: 'ExportConfigType' } } },
    },
  ],
  companions: [
    {
      type: 'aws_codebuild_webhook',
      target: ['aws_codebuild_project'],
      match: [['project_name', 'name']],
      into: 'Triggers',
      fields: { filter_group: { path: 'FilterGroups', change: each(chain(pick('filter'), FILTERS)) } },
    },
  ],
};
