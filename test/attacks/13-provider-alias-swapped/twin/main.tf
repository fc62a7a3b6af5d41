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

resource "aws_security_group" "bastion_two" {
  name = "bastion_two"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

module "bastion" {
  source = "./bastion"

  providers = {
    aws = aws.sandbox
  }
}
