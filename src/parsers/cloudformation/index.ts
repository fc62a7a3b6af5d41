/**
 * CloudFormation templates in JSON and YAML, SAM templates included as far as their plain resources go. One file is
 * one unit. May not fetch nested templates or run macros.
 */
import type { Unit } from '../../model/unit.ts';
import type { ParserManifest } from '../parser-manifest.ts';
import { claimPath } from './claim-path.ts';
import { evaluateTemplate } from './evaluate-template.ts';
import { recognizeTemplate } from './recognize-template.ts';

export const cloudformationParser: ParserManifest = {
  format: 'cloudformation',
  title: 'CloudFormation',
  claims: claimPath,
  recognizes: (_path, text) => recognizeTemplate(text),
  discoverUnits: (paths) => paths.map((path): Unit => ({ format: 'cloudformation', path, files: [path] })),
  evaluateUnit: evaluateTemplate,
};
