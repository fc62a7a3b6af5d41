resource "aws_security_group" "bastion" {
  name = [
