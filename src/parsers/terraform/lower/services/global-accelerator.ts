/** Global Accelerator. */
import type { ServiceTables } from '../type-table.ts';

export const globalAcceleratorTables: ServiceTables = {
  types: [
    {
      type: 'aws_globalaccelerator_accelerator',
      kind: 'AWS::GlobalAccelerator::Accelerator',
      fields: { attributes: { path: '' } },
    },
    { type: 'aws_globalaccelerator_listener', kind: 'AWS::GlobalAccelerator::Listener', fields: {} },
    { type: 'aws_globalaccelerator_endpoint_group', kind: 'AWS::GlobalAccelerator::EndpointGroup', fields: {} },
  ],
};
