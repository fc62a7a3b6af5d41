# fail: external-module-not-pinned
module "no_version" {
  source = "terraform-aws-modules/vpc/aws"
}

# fail: external-module-not-pinned
module "range" {
  source  = "terraform-aws-modules/rds/aws"
  version = ">= 5.0.0"
}

# fail: external-module-not-pinned
module "branch" {
  source = "git::https://github.com/example/modules.git//queue?ref=main"
}

# fail: external-module-not-pinned
module "tag" {
  source = "git@github.com:example/modules.git?ref=v1.2.3"
}

# fail: external-module-not-pinned
module "short_commit" {
  source = "github.com/example/modules?ref=1a2b3c4"
}

# fail: external-module-not-pinned
module "archive" {
  source = "https://example.com/modules/queue.zip"
}

# pass: external-module-not-pinned
module "exact" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "5.21.0"
}

# pass: external-module-not-pinned
module "commit" {
  source = "git::https://github.com/example/modules.git?depth=1&ref=0123456789abcdef0123456789abcdef01234567"
}

# Of this tree.
module "queue" {
  source = "./queue"
}
