/** One report as one SARIF run. Everything in it is the report's or the door's; nothing is decided, counted or hidden. */
import type { Report } from '../../model/report.ts';
import { describeVerdict } from '../describe-verdict.ts';
import { makeVisible } from '../make-visible.ts';
import { buildNotifications } from './build-notifications.ts';
import { buildResult } from './build-result.ts';
import { buildRules } from './build-rules.ts';
import type { SarifRun } from './sarif-log.ts';
import type { SarifOptions } from './sarif-options.ts';
import { selectChanges } from './select-changes.ts';
import { toUri } from './to-uri.ts';

const SOURCE_ROOT = '%SRCROOT%';
const HOME = 'https://github.com/threatdiff/threatdiff';

/** The run of a report; a pure function of both arguments. */
export function buildRun(report: Report, options: SarifOptions): SarifRun {
  const selection = selectChanges(report.changes, options);
  const rules = buildRules(
    selection.selected.map(({ finding }) => finding),
    options.rule,
  );
  const notifications = buildNotifications(report, selection, options);
  const { taxonomies } = rules;
  return {
    tool: {
      driver: {
        name: 'Threatdiff',
        ...versions(report.engine),
        informationUri: HOME,
        rules: rules.rules,
        ...(notifications.descriptors.length === 0 ? {} : { notifications: notifications.descriptors }),
        ...(taxonomies.length === 0
          ? {}
          : { supportedTaxonomies: taxonomies.map(({ name }, index) => ({ name, index })) }),
      },
    },
    ...(taxonomies.length === 0 ? {} : { taxonomies }),
    columnKind: 'utf16CodeUnits',
    // What stands before the last slash is the category (3.17.3).
    automationDetails: { id: `${toUri(options.category)}/` },
    ...provenance(report, options),
    originalUriBaseIds: { [SOURCE_ROOT]: describeBase(options) },
    invocations: [
      {
        executionSuccessful: !('noVerdict' in report.verdict),
        toolExecutionNotifications: notifications.execution,
        toolConfigurationNotifications: notifications.configuration,
      },
    ],
    results: selection.selected.map((each) => buildResult(each, rules.indexOf.get(each.finding.ruleId) ?? -1, options)),
    properties: describeRun(report),
  };
}

/** `threatdiff 1.2.3`; builds without a number have a word there. */
function versions(engine: string): { readonly version: string; readonly semanticVersion?: string } {
  const version = makeVisible(engine.replace(/^threatdiff /, ''), 100);
  return /^\d+\.\d+\.\d+$/.test(version) ? { version, semanticVersion: version } : { version };
}

function provenance({ after }: Report, { repository }: SarifOptions): Pick<SarifRun, 'versionControlProvenance'> {
  if (repository === undefined) return {};
  const { uri: repositoryUri, branch } = repository;
  const details = { repositoryUri, revisionId: after, ...(branch === undefined ? {} : { branch }) };
  return { versionControlProvenance: [{ ...details, mappedTo: { uriBaseId: SOURCE_ROOT } }] };
}

function describeBase({ base }: SarifOptions): SarifRun['originalUriBaseIds'][string] {
  if (base === undefined) return { description: { text: 'The root of the tree.' } };
  const text = base.folder === '' ? 'The folder scanned.' : 'The working directory; what was scanned is in it.';
  return { uri: base.uri, description: { text } };
}

function describeRun({ verdict, before, after, asOf, policy, rulePack }: Report): Readonly<Record<string, unknown>> {
  const counts = 'blocking' in verdict ? { blocking: verdict.blocking, notEvaluated: verdict.notEvaluated } : {};
  return {
    verdict: { conclusion: describeVerdict(verdict), reason: makeVisible(verdict.reason, 1000), ...counts },
    before: before.map((id) => makeVisible(id)),
    after: makeVisible(after),
    asOf,
    policy: {
      mode: policy.mode,
      sources: policy.sources.map(({ file, id }) => ({ file: makeVisible(file), id: makeVisible(id) })),
    },
    rulePack,
  };
}
