/** EMR: clusters, their security configurations, studios and serverless applications. */
import { markSensitive } from '../../values/mark-sensitive.ts';
import { each } from '../changes/each.ts';
import { objectWith } from '../changes/object-with.ts';
import type { Fields, ServiceTables } from '../type-table.ts';

const instanceGroup: Fields = { autoscaling_policy: null, ebs_config: null };
const secret = (path: string) => ({ path, change: markSensitive });

export const emrTables: ServiceTables = {
  types: [
    {
      type: 'aws_emr_cluster',
      kind: 'AWS::EMR::Cluster',
      fields: {
        applications: { path: 'Applications', change: each(objectWith('name')) },
        configurations: null,
        keep_job_flow_alive_when_no_steps: 'Instances.KeepJobFlowAliveWhenNoSteps',
        termination_protection: 'Instances.TerminationProtected',
        unhealthy_node_replacement: 'Instances.UnhealthyNodeReplacement',
        bootstrap_action: {
          path: 'BootstrapActions',
          fields: { path: 'ScriptBootstrapAction.Path', args: 'ScriptBootstrapAction.Args' },
        },
        master_instance_group: { path: 'Instances.MasterInstanceGroup', fields: instanceGroup },
        core_instance_group: { path: 'Instances.CoreInstanceGroup', fields: instanceGroup },
        ec2_attributes: {
          path: '',
          fields: {
            instance_profile: 'JobFlowRole',
            key_name: 'Instances.Ec2KeyName',
            subnet_id: 'Instances.Ec2SubnetId',
            subnet_ids: 'Instances.Ec2SubnetIds',
            emr_managed_master_security_group: 'Instances.EmrManagedMasterSecurityGroup',
            emr_managed_slave_security_group: 'Instances.EmrManagedSlaveSecurityGroup',
            service_access_security_group: 'Instances.ServiceAccessSecurityGroup',
          },
        },
        kerberos_attributes: {
          path: 'KerberosAttributes',
          fields: {
            ad_domain_join_password: secret('ADDomainJoinPassword'),
            cross_realm_trust_principal_password: secret('CrossRealmTrustPrincipalPassword'),
            kdc_admin_password: secret('KdcAdminPassword'),
          },
        },
      },
    },
    {
      type: 'aws_emr_security_configuration',
      kind: 'AWS::EMR::SecurityConfiguration',
      fields: { configuration: 'SecurityConfiguration' },
    },
    { type: 'aws_emr_studio', kind: 'AWS::EMR::Studio', fields: {} },
    {
      type: 'aws_emrserverless_application',
      kind: 'AWS::EMRServerless::Application',
      fields: { initial_capacity: null, runtime_configuration: null },
    },
  ],
};
