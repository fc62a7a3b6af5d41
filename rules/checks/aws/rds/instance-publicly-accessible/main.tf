variable "public" {
  type    = bool
  default = true
}

variable "unknown" {
  type = bool
}

# pass: aws-rds-instance-publicly-accessible
resource "aws_db_instance" "silent" {
  identifier     = "silent"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
}

# pass: aws-rds-instance-publicly-accessible
resource "aws_db_instance" "private" {
  identifier          = "private"
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  publicly_accessible = false
}

# fail: aws-rds-instance-publicly-accessible
resource "aws_db_instance" "public" {
  identifier     = "public"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
  # fail: aws-rds-instance-publicly-accessible
  publicly_accessible = true
}

# fail: aws-rds-instance-publicly-accessible
resource "aws_db_instance" "as_text" {
  identifier          = "as-text"
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  publicly_accessible = "true"
}

# fail: aws-rds-instance-publicly-accessible
resource "aws_rds_cluster_instance" "by_default" {
  identifier          = "by-default"
  cluster_identifier  = "orders"
  engine              = "aurora-postgresql"
  instance_class      = "db.r7g.large"
  publicly_accessible = var.public
}

# pass: aws-rds-instance-publicly-accessible
resource "aws_db_instance" "nothing" {
  identifier          = "nothing"
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  publicly_accessible = null
}

# open: aws-rds-instance-publicly-accessible
resource "aws_db_instance" "unknown" {
  identifier          = "unknown"
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  publicly_accessible = var.unknown
}
