/**
 * An IAM policy document with its shape normalised: statements always a list, Action, Resource and principals always
 * lists of strings, condition operators and keys as written. Properties of this kind have the names below in the
 * dictionary (`IAM::PolicyDocument`), so rules read them as `resource.PolicyDocument.Statement`.
 */

/** Property names of a normalised statement, as rules see them. */
export const STATEMENT_PROPERTIES = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
] as const;

/** Principal types of a normalised principal; `Principal: "*"` becomes `{ AWS: ["*"] }`. */
export const PRINCIPAL_TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;
