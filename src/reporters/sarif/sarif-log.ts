/**
 * The part of SARIF 2.1.0 this reporter writes. Types only.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */

export type SarifLevel = 'none' | 'note' | 'warning' | 'error';

export interface SarifMessage {
  readonly text: string;
  readonly markdown?: string;
}

export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export interface SarifArtifactLocation {
  readonly uri?: string;
  readonly uriBaseId?: string;
  readonly description?: SarifMessage;
}

export interface SarifLocation {
  readonly message?: SarifMessage;
  readonly physicalLocation?: { readonly artifactLocation: SarifArtifactLocation; readonly region: SarifRegion };
  readonly logicalLocations?: readonly {
    readonly name?: string;
    readonly fullyQualifiedName: string;
    readonly kind: string;
  }[];
}

export interface SarifFix {
  readonly description: SarifMessage;
  readonly artifactChanges: readonly {
    readonly artifactLocation: SarifArtifactLocation;
    readonly replacements: readonly {
      readonly deletedRegion: SarifRegion;
      readonly insertedContent?: { readonly text: string };
    }[];
  }[];
}

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: 'fail' | 'open';
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly baselineState: 'new' | 'updated' | 'unchanged' | 'absent';
  readonly suppressions?: readonly {
    readonly kind: 'external';
    readonly status: 'accepted';
    readonly justification: string;
  }[];
  readonly fixes?: readonly SarifFix[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface SarifDescriptor {
  readonly id: string;
  readonly name?: string;
  readonly shortDescription?: SarifMessage;
  readonly fullDescription?: SarifMessage;
  readonly help?: SarifMessage;
  readonly helpUri?: string;
  readonly defaultConfiguration?: { readonly level: SarifLevel };
  readonly relationships?: readonly {
    readonly target: { readonly id: string; readonly index: number; readonly toolComponent: SarifComponentReference };
    readonly kinds: readonly string[];
  }[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface SarifComponentReference {
  readonly name: string;
  readonly index: number;
}

export interface SarifTaxonomy {
  readonly name: string;
  readonly organization: string;
  readonly informationUri: string;
  readonly isComprehensive: false;
  readonly shortDescription: SarifMessage;
  readonly taxa: readonly SarifDescriptor[];
}

export interface SarifNotification {
  readonly descriptor?: { readonly id: string; readonly index: number };
  readonly level: SarifLevel;
  readonly message: SarifMessage;
  readonly locations?: readonly SarifLocation[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface SarifRun {
  readonly tool: {
    readonly driver: {
      readonly name: string;
      readonly version: string;
      readonly semanticVersion?: string;
      readonly informationUri: string;
      readonly rules: readonly SarifDescriptor[];
      readonly notifications?: readonly SarifDescriptor[];
      readonly supportedTaxonomies?: readonly SarifComponentReference[];
    };
  };
  readonly taxonomies?: readonly SarifTaxonomy[];
  readonly columnKind: 'utf16CodeUnits';
  readonly automationDetails: { readonly id: string };
  readonly versionControlProvenance?: readonly {
    readonly repositoryUri: string;
    readonly revisionId: string;
    readonly branch?: string;
    readonly mappedTo: SarifArtifactLocation;
  }[];
  readonly originalUriBaseIds: Readonly<Record<string, SarifArtifactLocation>>;
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly SarifNotification[];
    readonly toolConfigurationNotifications: readonly SarifNotification[];
  }[];
  readonly results: readonly SarifResult[];
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}
