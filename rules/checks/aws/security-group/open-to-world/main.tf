variable "vpc_cidr" {
  type = string
}

variable "clients" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

variable "optional" {
  type    = list(string)
  default = null
}

resource "aws_vpc" "main" {
  cidr_block = var.vpc_cidr
}

# fail: aws-security-group-open-to-world
resource "aws_security_group" "postgres" {
  name = "postgres"

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    # fail: aws-security-group-open-to-world
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# fail: aws-security-group-open-to-world
resource "aws_security_group" "range" {
  name = "range"

  ingress {
    from_port        = "6000"
    to_port          = "7000"
    protocol         = "TCP"
    ipv6_cidr_blocks = ["::/0"]
  }
}

# fail: aws-security-group-open-to-world
resource "aws_security_group" "every_udp_port" {
  name = "every-udp-port"

  ingress {
    from_port   = 0
    to_port     = 65535
    protocol    = "udp"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
  }
}

# fail: aws-security-group-open-to-world
resource "aws_security_group" "cache" {
  name = "cache"
}

resource "aws_vpc_security_group_ingress_rule" "cache" {
  for_each          = toset(var.clients)
  security_group_id = aws_security_group.cache.id
  ip_protocol       = "tcp"
  from_port         = 6379
  to_port           = 6379
  cidr_ipv4         = each.value
}

# fail: aws-security-group-open-to-world
resource "aws_security_group" "dynamic" {
  name = "dynamic"

  dynamic "ingress" {
    for_each = [3306, 443]
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

# pass: aws-security-group-open-to-world
resource "aws_security_group" "web" {
  name = "web"

  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Reported as an administration port.
# pass: aws-security-group-open-to-world
resource "aws_security_group" "everything" {
  name = "everything"

  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# pass: aws-security-group-open-to-world
resource "aws_security_group" "inside" {
  name = "inside"

  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = [aws_vpc.main.cidr_block, "198.51.100.0/24"]
  }

  ingress {
    from_port       = 5432
    to_port         = 5432
    protocol        = "tcp"
    security_groups = [aws_security_group.web.id]
  }

  ingress {
    from_port   = 6379
    to_port     = 6379
    protocol    = "tcp"
    self        = true
    cidr_blocks = var.optional
  }
}

variable "warehouse_clients" {
  type = list(string)
}

# open: aws-security-group-open-to-world
resource "aws_security_group" "warehouse" {
  name = "warehouse"

  ingress {
    from_port   = 5439
    to_port     = 5439
    protocol    = "tcp"
    cidr_blocks = var.warehouse_clients
  }
}
