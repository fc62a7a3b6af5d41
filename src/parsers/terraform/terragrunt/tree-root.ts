/**
 * Where the working copy lies on the machine that deploys is not known; Terragrunt's functions give absolute paths in
 * it. This stands for that place while an expression is evaluated. May not be left in a value that leaves Terragrunt.
 */
export const TREE_ROOT = '/\u0001tree';
