variable "office" {
  type = string
}

# pass: aws-security-group-open-admin-port
resource "aws_security_group" "web" {
  name = "web"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    # pass: aws-security-group-open-admin-port
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# fail: aws-security-group-open-admin-port
resource "aws_security_group" "ssh" {
  name = "ssh"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# fail: aws-security-group-open-admin-port
resource "aws_security_group" "everything" {
  name = "everything"

  ingress {
    from_port        = 0
    to_port          = 0
    protocol         = "-1"
    ipv6_cidr_blocks = ["::/0"]
  }
}

# pass: aws-security-group-open-admin-port
resource "aws_security_group" "private" {
  name = "private"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.20.0.0/16"]
  }
}

# open: aws-security-group-open-admin-port
resource "aws_security_group" "office" {
  name = "office"

  ingress {
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    cidr_blocks = [var.office]
  }
}

# pass: aws-security-group-open-admin-port
resource "aws_security_group" "partner" {
  name = "partner"

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    # pass: aws-security-group-open-admin-port
    cidr_blocks = ["203.0.113.0/24", "${var.office}/32"]
  }
}

# Both halves of the internet are the internet.
# fail: aws-security-group-open-admin-port
resource "aws_security_group" "halves" {
  name = "halves"

  ingress {
    from_port   = 3389
    to_port     = 3389
    protocol    = "tcp"
    # fail: aws-security-group-open-admin-port
    cidr_blocks = ["0.0.0.0/1", "128.0.0.0/1"]
  }
}

variable "administrators" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

# fail: aws-security-group-open-admin-port
resource "aws_security_group" "bastion" {
  name = "bastion"
}

resource "aws_security_group_rule" "bastion_ssh" {
  type              = "ingress"
  security_group_id = aws_security_group.bastion.id
  from_port         = 22
  to_port           = 22
  protocol          = "tcp"
  cidr_blocks       = var.administrators
}

# fail: aws-security-group-open-admin-port
resource "aws_security_group" "all_protocols" {
  name = "all-protocols"

  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "All"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# The Cloud Control provider writes CloudFormation's properties.
resource "awscc_ec2_security_group" "cloud_control" {
  group_description = "cloud control"
  security_group_ingress = [
    # fail: aws-security-group-open-admin-port
    { ip_protocol = "tcp", from_port = 22, to_port = 22, cidr_ip = "0.0.0.0/0" },
    # pass: aws-security-group-open-admin-port
    { ip_protocol = "tcp", from_port = 22, to_port = 22, cidr_ip = "203.0.113.0/24" },
  ]
}
