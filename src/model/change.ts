/**
 * What a pull request changes, item by item. `baselineState` as in SARIF: new, updated (same fingerprint, other
 * evidence), unchanged, absent (fixed). Updated counts as new unless the rule proves the change narrower.
 */
import type { AttackPath } from './attack-path.ts';
import type { Component } from './component.ts';
import type { Finding } from './finding.ts';
import type { Image } from './image.ts';
import type { Package } from './package.ts';
import type { Patch } from './patch.ts';
import type { Permission } from './permission.ts';
import type { Threat } from './threat.ts';
import type { Waiver } from './waiver.ts';

export type BaselineState = 'new' | 'updated' | 'unchanged' | 'absent';

/** Why an item blocks or does not; closed, so that reporters can explain each. */
export type Decision =
  | 'blocks-severity'
  | 'blocks-regression'
  | 'blocks-unknown'
  | 'blocks-rule'
  | 'shown-severity'
  | 'shown-narrower'
  | 'shown-assumption'
  | 'shown-experimental'
  | 'shown-unchanged'
  | 'fixed'
  | 'waived';

/** How an item was re-identified across a move; for display only, the gate also needs equal evidence. */
export interface Move {
  readonly by: 'moved-block' | 'rename' | 'physical-name';
  readonly fromUnit: string;
  readonly fromAddress: string;
}

interface ChangeItem<Subject extends string, Item> {
  readonly subject: Subject;
  readonly baselineState: BaselineState;
  readonly before?: Item;
  readonly after?: Item;
  /** A control that held before and does not hold, or is not known, after. */
  readonly regression: boolean;
  readonly moved?: Move;
  readonly waiver?: Waiver;
  readonly blocks: boolean;
  readonly decision: Decision;
}

export interface FindingChange extends ChangeItem<'finding', Finding> {
  /** The smallest edit of the head tree that makes the rule pass, where it is mechanical. */
  readonly patch?: Patch;
}

export type PermissionChange = ChangeItem<'permission', Permission>;
export type PackageChange = ChangeItem<'package', Package>;
export type ImageChange = ChangeItem<'image', Image>;
export type ComponentChange = ChangeItem<'component', Component>;
export type ThreatChange = ChangeItem<'threat', Threat>;
export type PathChange = ChangeItem<'path', AttackPath>;

export type Change =
  | FindingChange
  | PermissionChange
  | PackageChange
  | ImageChange
  | ComponentChange
  | ThreatChange
  | PathChange;
