provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}

provider "aws" {
  alias               = "sandbox"
  region              = "eu-west-1"
  allowed_account_ids = ["111122223333"]
}

provider "aws" {
  alias               = "production"
  region              = "eu-west-1"
  allowed_account_ids = ["444455556666"]
}

module "bastion" {
  source = "./bastion"

  providers = {
    aws = aws.sandbox
  }
}
