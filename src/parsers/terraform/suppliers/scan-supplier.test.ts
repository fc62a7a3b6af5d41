/** What commands in scripts and workflows give to Terraform: flags, variables of the environment, the directory they run in. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { scanSupplier } from './scan-supplier.ts';

const scan = (path: string, text: string) => {
  const { commands, ambient } = scanSupplier(path, text);
  const short = (values: readonly { name: string; text: string | undefined }[]) =>
    values.map(({ name, text: value }) => `${name}=${value ?? '?'}`);
  return {
    commands: commands.map((command) => ({
      values: short(command.values),
      ...(command.variableFiles.length > 0 && { files: command.variableFiles }),
      ...(command.workspace !== undefined && { workspace: command.workspace }),
      ...(command.directory !== undefined && {
        directory: command.directory === 'unknown' ? '?' : command.directory.path,
      }),
    })),
    ambient: short(ambient),
  };
};
const values = (path: string, text: string): unknown => scan(path, text).commands.flatMap((command) => command.values);

describe('scanSupplier', () => {
  it.each([
    ['deploy.sh', 'terraform apply -var cidr=0.0.0.0/0', ['cidr=0.0.0.0/0']],
    ['deploy.sh', 'terraform apply -var=cidr=0.0.0.0/0 -auto-approve', ['cidr=0.0.0.0/0']],
    ['deploy.sh', 'terraform apply -var \'cidr=0.0.0.0/0\' -var "env=prod"', ['cidr=0.0.0.0/0', 'env=prod']],
    ['deploy.sh', 'terraform apply \\\n  -var "cidr=0.0.0.0/0" \\\n  -var=env="prod"', ['cidr=0.0.0.0/0', 'env=prod']],
    ['deploy.sh', 'tofu plan -var \'cidrs=["10.0.0.0/8", "0.0.0.0/0"]\'', ['cidrs=["10.0.0.0/8", "0.0.0.0/0"]']],
    ['deploy.sh', 'terraform apply -var "cidr=$CIDR"', ['cidr=?']],
    ['deploy.sh', 'TF_VAR_cidr=0.0.0.0/0 terraform apply', ['cidr=0.0.0.0/0']],
    ['a.yml', '      - run: terraform apply -var cidr=${{ inputs.cidr }}', ['cidr=?']],
    ['a.yml', '      - run: "terraform apply -var cidr=0.0.0.0/0"', ['cidr=0.0.0.0/0']],
    ['atlantis.yaml', 'extra_args: ["-var", "cidr=0.0.0.0/0"]', ['cidr=0.0.0.0/0']],
    ['atlantis.yaml', 'extra_args:\n- -var\n- cidr=0.0.0.0/0', ['cidr=0.0.0.0/0']],
    ['package.json', '"deploy": "terraform apply -var \\"cidr=0.0.0.0/0\\" -var env=a"', ['cidr=0.0.0.0/0', 'env=a']],
    ['Jenkinsfile', "sh 'terraform apply -var cidr=0.0.0.0/0'", ['cidr=0.0.0.0/0']],
    ['Jenkinsfile', 'sh "terraform apply -var \'cidr=0.0.0.0/0\'"', ['cidr=0.0.0.0/0']],
    ['Makefile', 'apply:\n\tterraform apply -var cidr=$(CIDR) -var a=b', ['cidr=?', 'a=b']],
    ['deploy.sh', '# terraform apply -var cidr=0.0.0.0/0', []],
    ['deploy.sh', 'echo -variable x=1', []],
  ])('reads flags in %s: %s', (path, text, expected) => {
    expect(values(path, text)).toEqual(expected);
  });

  it.each([
    ['a.yml', 'env:\n  TF_VAR_cidr: 0.0.0.0/0 # open\n', ['cidr=0.0.0.0/0']],
    ['a.yml', 'env:\n  TF_VAR_cidrs: \'["0.0.0.0/0"]\'', ['cidrs=["0.0.0.0/0"]']],
    ['a.yml', 'env:\n  TF_VAR_cidr: ${{ secrets.CIDR }}', ['cidr=?']],
    ['Makefile', 'export TF_VAR_cidr := 0.0.0.0/0', ['cidr=0.0.0.0/0']],
    ['run.sh', 'export TF_VAR_cidr="0.0.0.0/0"; other', ['cidr=0.0.0.0/0']],
    ['a.yml', '- run: echo "TF_VAR_cidr=0.0.0.0/0" >> $GITHUB_ENV', ['cidr=0.0.0.0/0']],
    ['azure-pipelines.yml', '- name: TF_VAR_cidr\n  value: 0.0.0.0/0', ['cidr=0.0.0.0/0']],
    ['Jenkinsfile', 'TF_VAR_cidr = "0.0.0.0/0"', ['cidr=0.0.0.0/0']],
  ])('reads variables of the environment in %s: %s', (path, text, expected) => {
    expect(scan(path, text).ambient).toEqual(expected);
  });

  it.each([
    ['run.sh', 'cd infra/prod\nterraform apply -var a=b', 'infra/prod'],
    ['run.sh', 'terraform -chdir=infra apply -var a=b', 'infra'],
    ['run.sh', '(cd "$D" && terraform apply -var a=b)', '?'],
    ['a.yml', '- run: terraform apply -var a=b\n  working-directory: infra\n- run: x', 'infra'],
    ['a.yml', '- working-directory: other\n  run: x\n- run: terraform apply -var a=b', undefined],
    ['a.yml', 'defaults:\n  run:\n    working-directory: infra\nsteps:\n  - run: terraform apply -var a=b', 'infra'],
    ['Makefile', 'x:\n\tcd other\n\tterraform apply -var a=b', undefined],
  ])('knows where it runs in %s: %s', (path, text, directory) => {
    expect(scan(path, text).commands[0]?.directory).toBe(directory);
  });

  it('keeps the workspace that was selected before and the variable files', () => {
    const text = 'terraform workspace select prod\nterraform apply -var-file=prod.tfvars -var-file "b.tfvars"';
    expect(scan('run.sh', text).commands).toEqual([
      { values: [], workspace: 'prod' },
      { values: [], workspace: 'prod', files: ['prod.tfvars', 'b.tfvars'] },
    ]);
  });

  it('does not lose what stands behind many other commands or at the end of a long line', () => {
    const many = `${'terraform apply -var a=b\n'.repeat(300)}terraform apply -var cidr=0.0.0.0/0`;
    expect(scan('run.sh', many).ambient).toContain('cidr=?');
    const long = `terraform apply ${'x'.repeat(9000)} -var cidr=0.0.0.0/0`;
    expect(scan('run.sh', long).commands.flatMap((command) => command.values)).toContain('cidr=0.0.0.0/0');
  });

  it('never throws and stays linear', () => {
    const piece = fc.constantFrom('-var ', 'TF_VAR_', '"', "'", '\\', '\n', '=', 'a', ' ', 'cd ', '- ', ': ', '$');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        scanSupplier('a.yml', pieces.join(''));
      }),
      { seed: 7, numRuns: 500 },
    );
    const started = performance.now();
    scanSupplier('a.yml', '-var "'.repeat(100_000));
    scanSupplier('a.yml', '-var a=b\n'.repeat(100_000));
    scanSupplier('a.yml', '=-var'.repeat(200_000));
    scanSupplier('a.yml', 'TF_VAR_a=b'.repeat(100_000));
    scanSupplier('a.sh', 'cd "a\n'.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
