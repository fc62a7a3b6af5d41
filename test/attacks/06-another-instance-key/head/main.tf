locals {
  networks = { old = "10.0.0.0/8", new = "0.0.0.0/0" }
}

resource "aws_security_group" "bastion" {
  for_each = local.networks
  name     = "bastion-${each.key}"
  vpc_id   = "vpc-0a1b2c3d"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [each.value]
  }
}
