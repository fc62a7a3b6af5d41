/** Every format, in the order in which they are asked about a file whose path alone does not decide. */
import { cloudformationParser } from './cloudformation/index.ts';
import { dockerfileParser } from './dockerfile/index.ts';
import { iamPolicyParser } from './iam-policy/index.ts';
import type { ParserManifest } from './parser-manifest.ts';
import { terraformParser } from './terraform/index.ts';

export const parsers: readonly ParserManifest[] = [
  terraformParser,
  cloudformationParser,
  dockerfileParser,
  iamPolicyParser,
];
