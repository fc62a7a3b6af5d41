variable "group_id" {
  type = string
}

variable "clients" {
  type = string
}

# fail: aws-security-group-rule-open-admin-port
resource "aws_security_group_rule" "internet" {
  type              = "ingress"
  security_group_id = var.group_id
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  # fail: aws-security-group-rule-open-admin-port
  cidr_blocks       = ["0.0.0.0/0"]
}

# fail: aws-security-group-rule-open-admin-port
resource "aws_vpc_security_group_ingress_rule" "internet" {
  security_group_id = var.group_id
  from_port         = 22
  to_port           = 22 + 1
  ip_protocol       = "tcp"
  cidr_ipv6         = "::/0"
}

# pass: aws-security-group-rule-open-admin-port
resource "aws_vpc_security_group_ingress_rule" "office" {
  security_group_id = var.group_id
  from_port         = 22
  to_port           = 22
  ip_protocol       = "tcp"
  cidr_ipv4         = "203.0.113.0/24"
}

# pass: aws-security-group-rule-open-admin-port
resource "aws_security_group_rule" "from_service" {
  type                     = "ingress"
  security_group_id        = var.group_id
  from_port                = 22
  to_port                  = 22
  protocol                 = "tcp"
  source_security_group_id = "sg-0123456789abcdef0"
}

# open: aws-security-group-rule-open-admin-port
resource "aws_vpc_security_group_ingress_rule" "clients" {
  security_group_id = var.group_id
  from_port         = 22
  to_port           = 22
  ip_protocol       = "tcp"
  cidr_ipv4         = var.clients
}
