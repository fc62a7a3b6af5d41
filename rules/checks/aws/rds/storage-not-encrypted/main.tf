variable "encrypted" {
  type    = bool
  default = false
}

variable "unknown" {
  type = bool
}

# fail: aws-rds-storage-not-encrypted
resource "aws_db_instance" "silent" {
  identifier     = "silent"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
}

# fail: aws-rds-storage-not-encrypted
resource "aws_db_instance" "nothing" {
  identifier        = "nothing"
  engine            = "postgres"
  instance_class    = "db.t4g.micro"
  storage_encrypted = null
}

# fail: aws-rds-storage-not-encrypted
resource "aws_db_instance" "off" {
  identifier     = "off"
  engine         = "postgres"
  instance_class = "db.t4g.micro"
  # fail: aws-rds-storage-not-encrypted
  storage_encrypted = false
}

# fail: aws-rds-storage-not-encrypted
resource "aws_db_instance" "by_default" {
  identifier        = "by-default"
  engine            = "postgres"
  instance_class    = "db.t4g.micro"
  storage_encrypted = var.encrypted
}

# pass: aws-rds-storage-not-encrypted
resource "aws_db_instance" "on" {
  identifier        = "on"
  engine            = "postgres"
  instance_class    = "db.t4g.micro"
  storage_encrypted = "true"
}

# The source decides.
# pass: aws-rds-storage-not-encrypted
resource "aws_db_instance" "restored" {
  identifier          = "restored"
  instance_class      = "db.t4g.micro"
  snapshot_identifier = "orders-2026-11-01"
}

# The cluster decides.
resource "aws_rds_cluster_instance" "member" {
  identifier         = "member"
  cluster_identifier = "orders"
  engine             = "aurora-postgresql"
  instance_class     = "db.r7g.large"
}

# open: aws-rds-storage-not-encrypted
resource "aws_db_instance" "unknown" {
  identifier        = "unknown"
  engine            = "postgres"
  instance_class    = "db.t4g.micro"
  storage_encrypted = var.unknown
}
