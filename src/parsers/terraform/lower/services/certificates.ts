/** Certificates of ACM. An imported certificate keeps only what is not its key. */
import type { ServiceTables } from '../type-table.ts';

export const certificateTables: ServiceTables = {
  types: [
    {
      type: 'aws_acm_certificate',
      kind: 'AWS::CertificateManager::Certificate',
      nameAttribute: 'domain_name',
      fields: {
        options: { path: '', fields: { export: 'CertificateExport' } },
        validation_option: 'DomainValidationOptions',
      },
    },
  ],
};
