/** The formats Threatdiff reads; each has a folder in `src/parsers/`. */

export type Format = 'terraform' | 'cloudformation' | 'dockerfile' | 'iam-policy';
