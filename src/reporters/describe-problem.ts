/**
 * What each problem code means and what to do about it, once, for reports and for `docs/problems.md`. Says nothing of
 * a single problem: its own message and hint do.
 */
import type { ProblemCode } from '../model/problem.ts';

export interface ProblemText {
  /** One sentence: what was found. */
  readonly meaning: string;
  /** One or two sentences: what makes it go away. */
  readonly action: string;
}

const PROBLEM_TEXTS: Readonly<Record<ProblemCode, ProblemText>> = {
  'syntax-error': {
    meaning: 'The file is not valid in its format from this position on; what could be read around it was judged.',
    action: "Correct the syntax; the format's own validator (`terraform validate`, `cfn-lint`) shows the same place.",
  },
  'budget-exceeded': {
    meaning: 'The input asks for more steps, bytes, resources or nesting than one run may spend on it.',
    action: 'Make it smaller, or raise the budget the message names under `budgets` in the policy.',
  },
  'file-too-large': {
    meaning: 'The file is larger than the budget for one file, and was not read.',
    action: 'Split the file, or raise `budgets.file_bytes` in the policy.',
  },
  'unsupported-encoding': {
    meaning: 'The file is not UTF-8, so tools may read different text from the same bytes.',
    action: 'Save the file as UTF-8.',
  },
  'lfs-pointer': {
    meaning: 'The tree holds a Git LFS pointer; what is deployed is elsewhere.',
    action: 'Keep this file in git itself, not in LFS.',
  },
  'content-filter': {
    meaning: 'A `.gitattributes` file sets a filter or an encoding, so a checkout holds other bytes than the tree.',
    action: 'Remove the attribute for files that are deployed.',
  },
  submodule: {
    meaning: 'The content of a submodule is in another repository, and is not fetched.',
    action: 'Check that repository by itself; put what this one deploys into its own tree.',
  },
  'link-out-of-tree': {
    meaning: 'A symbolic link leads out of the repository, to what only the deploying machine knows.',
    action: 'Replace the link by the file, or link within the repository.',
  },
  'link-dangling': {
    meaning: 'A symbolic link leads to nothing, or in a circle.',
    action: 'Correct the link, or remove it.',
  },
  'case-collision': {
    meaning: 'Two paths differ only in case or Unicode form; some machines keep only one of them.',
    action: 'Rename one of them.',
  },
  'path-not-utf8': {
    meaning: 'The name of the file is not UTF-8, so machines read it differently.',
    action: 'Rename the file.',
  },
  'unreadable-file': {
    meaning:
      'A file that belongs to the input could not be read: it is missing, no regular file, or access was refused.',
    action: 'Add the file, or correct the path that names it.',
  },
  'duplicate-key': {
    meaning: 'A mapping has the same key twice; readers disagree on which of them counts.',
    action: 'Remove one of the two.',
  },
  'ambiguous-scalar': {
    meaning: 'YAML 1.1 and YAML 1.2 read the value differently (`yes`, `0644`, `12:30`).',
    action: 'Quote it where text is meant; else write `true`, `false` or a plain decimal number.',
  },
  'merge-key': {
    meaning: 'A YAML merge key (`<<`) is used, which not every reader merges.',
    action: 'Write the keys out.',
  },
  'invisible-character': {
    meaning: 'The text holds characters nobody sees, which can hide or reorder what a reviewer reads.',
    action: 'Delete them; write them as an escape sequence where they are meant.',
  },
  'confusable-character': {
    meaning: 'A letter of another script looks like a Latin one, so two names that look equal are not.',
    action: 'Type the word again in one script.',
  },
  'impossible-value': {
    meaning: 'The value cannot be what its property asks for, such as text where a number belongs.',
    action: 'Give a value of the type the property has.',
  },
  'duplicate-address': {
    meaning: 'Two definitions have the same address, so which of them is deployed is not certain.',
    action: 'Rename or remove one of them.',
  },
  'duplicate-finding': {
    meaning: 'Two findings have the same identity; they are counted one by one.',
    action: 'Give the elements of the resource names of their own (for statements, a `Sid`).',
  },
  'undeclared-reference': {
    meaning: 'An expression names something the configuration does not declare; its value is unknown.',
    action: 'Declare it, or correct the name.',
  },
  'reference-cycle': {
    meaning: 'Values depend on each other in a circle, so none of them is known.',
    action: 'Break the circle; no deployment can decide it either.',
  },
  'module-not-available': {
    meaning: 'A module from outside the tree, or one that is not in it, is not evaluated: nothing is downloaded.',
    action: 'Pin it to an exact version and judge it where it is developed, or keep it in the repository.',
  },
  'resource-forgotten': {
    meaning: 'A `removed` block takes a resource out of the state without destroying it: it goes on existing, unseen.',
    action: 'Make sure that somebody else manages it, or let it be destroyed.',
  },
  'plan-mismatch': {
    meaning: 'A plan in JSON and the configuration it is of say different things.',
    action: 'Make the plan again from the files as they are; what it adds is only as good as the two agree.',
  },
  'template-not-evaluated': {
    meaning:
      'A part of the template is made by something only the deployment runs: a macro, a transform, a build step.',
    action: 'Commit what it makes, or write the resources out.',
  },
  'rule-error': {
    meaning: 'A rule could not be evaluated on a resource; its result there is unknown, not a pass.',
    action: 'Report it with the message. Until then `rules.<rule>.enabled: false` in the policy switches the rule off.',
  },
  'invalid-policy-document': {
    meaning: 'An IAM policy document has an element or a value IAM does not accept; what it grants is unknown.',
    action: "Correct the element; IAM's own policy validation names the same one.",
  },
  'policy-invalid': {
    meaning: 'A policy file is not valid, or sets something it may not; an invalid file is not applied at all.',
    action: 'Correct the line; `threatdiff config` shows the policy that holds meanwhile.',
  },
  'waiver-invalid': {
    meaning: 'An entry of a waivers file is not valid, or runs longer than allowed; this waiver does not hold.',
    action: 'Correct the entry; the others are not affected.',
  },
  'waiver-expired': {
    meaning: 'The last day of a waiver has passed; its finding is judged again.',
    action: 'Fix the finding, or have the waiver renewed with a new day.',
  },
  'waiver-unused': {
    meaning: 'A waiver matches no finding any more: it was fixed, moved, or the facts are others.',
    action: 'Remove the entry, or give it the evidence of the finding it is meant for.',
  },
  'source-failed': {
    meaning: 'Something outside the tree that the check needs did not answer.',
    action: 'Run the check again when it is there.',
  },
  crash: {
    meaning: 'Threatdiff itself failed on this input; nothing it holds was judged.',
    action: 'Report it with the message; until it is fixed, keep the input as it was.',
  },
};

/** Every code, in the order of the documentation. */
export const PROBLEM_CODES = Object.keys(PROBLEM_TEXTS) as readonly ProblemCode[];

/** Meaning and action of a code; plain sentences of ours, with code between backticks. */
export function describeProblem(code: ProblemCode): ProblemText {
  return PROBLEM_TEXTS[code];
}
