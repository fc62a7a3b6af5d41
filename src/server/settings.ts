/** Everything an operator decides about a deployment, after defaults and checks. Plain data; holds secrets. */
export interface ServerSettings {
  readonly appId: number;
  readonly privateKey: string;
  /** The current secret, then the previous one while it is being changed. */
  readonly webhookSecrets: readonly [string, ...string[]];
  readonly webhookMaxBytes: number;
  /** Undefined means the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  readonly host: string;
  readonly port: number;
  readonly apiUrl: string;
  readonly checkName: string;
  readonly organisationPolicyRepository: string | undefined;
  readonly threads: number;
  readonly deadlineSeconds: number;
  readonly heapMebibytes: number;
  readonly sweepMinutes: number;
  /** With PostgreSQL: a process that says nothing for so long counts as dead. */
  readonly heartbeatSeconds: number;
  /** Of contents of files in the database. */
  readonly cacheMebibytes: number;
  /** Opens the details of `/setup`; there are none without it. */
  readonly setupToken: string | undefined;
  readonly keepReportsDays: number;
  /** Of deliveries, concluded checks and closed pull requests. */
  readonly keepNotesDays: number;
}
