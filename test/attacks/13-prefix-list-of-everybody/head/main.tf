resource "aws_ec2_managed_prefix_list" "offices" {
  name           = "offices"
  address_family = "IPv4"
  max_entries    = 5

  entry {
    cidr        = "203.0.113.0/24"
    description = "Berlin"
  }

  entry {
    cidr        = "0.0.0.0/0"
    description = "Lisbon"
  }
}

resource "aws_security_group" "bastion" {
  name = "bastion"

  ingress {
    from_port       = 22
    to_port         = 22
    protocol        = "tcp"
    prefix_list_ids = [aws_ec2_managed_prefix_list.offices.id]
  }
}
